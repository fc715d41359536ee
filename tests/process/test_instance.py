"""One program for each user, and how it is asked: real processes, real sockets, and those who should not ask."""

import json
import os
import signal
import socket
import stat
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.cli import Exit
from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code
from sparc_desktop.services.instance import client, server, unix
from tests.support.desktop import ROOT, Lines, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the socket is for Linux and macOS")
# What pip writes into `sparc-desktop`, once the entry point is this package's.
ENTRY_POINT = "import re, sys; from sparc_desktop.start import main; sys.exit(main())"
HEAVY = {"PySide6", "torch", "transformers", "pydantic", "tqdm", "PIL", "numpy", "argparse", "logging", "dataclasses"}
HEAVY |= {"sparc_desktop.app", "sparc_desktop.cli", "Xlib", "jeepney"}
RUNNING = """
import time
from sparc_desktop.services.instance.server import claim
instance = claim()
print("first" if instance else "second", flush=True)
if instance:
    instance.connect(lambda action: print(action, flush=True))
    time.sleep(60)
"""


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A short one: the name of a socket has some hundred letters at most."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A runtime folder and a home of its own, no display; also for this process."""
    hidden = ("XDG", "LC_", "LANG", "DISPLAY", "WAYLAND", "QT_", "PULSE")
    for name in [name for name in os.environ if name.startswith(hidden)]:
        monkeypatch.delenv(name)
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    for name, value in {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    return dict(os.environ)


@pytest.fixture
def running(environment: dict[str, str]) -> Iterator[Lines]:
    program = Lines([sys.executable, "-c", RUNNING], environment)
    until(lambda: program.lines, "the program")
    assert program.lines == ["first"]
    yield program
    program.end()


def trigger(environment: dict[str, str], action: str = "stop") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", ENTRY_POINT, "trigger", action]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)


def say(untrusted: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX) as channel:
        channel.settimeout(10)
        channel.connect(unix.socket_path())
        try:
            channel.sendall(untrusted)
            channel.shutdown(socket.SHUT_WR)
            return channel.recv(4096)
        except (BrokenPipeError, ConnectionResetError):
            return b""


def test_a_running_program_is_asked(environment: dict[str, str], running: Lines) -> None:
    for action in Action:
        done = trigger(environment, action)
        assert (done.returncode, done.stdout, done.stderr) == (Exit.OK, "", "")
    until(lambda: running.lines == ["first", *Action], "all actions")


def test_the_client_loads_next_to_nothing(environment: dict[str, str], running: Lines) -> None:
    code = (
        "import sys; from sparc_desktop.start import main; code = main(['trigger', 'stop'])\n"
        "print(*sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("start", [["-c", ENTRY_POINT], [str(ROOT / "main.py")]], ids=["entry point", "main.py"])
def test_latency(environment: dict[str, str], running: Lines, start: list[str], capsys: pytest.CaptureFixture) -> None:
    seconds, empty = [], []
    for _ in range(20):
        began = time.perf_counter()
        done = subprocess.run([sys.executable, *start, "trigger", "stop"], env=environment, cwd=ROOT)
        seconds.append(time.perf_counter() - began)
        assert done.returncode == 0
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], env=environment)
        empty.append(time.perf_counter() - began)
    with capsys.disabled():
        median, python = statistics.median(seconds) * 1000, statistics.median(empty) * 1000
        print(f"\ntrigger, median of 20: {median:.0f} ms, of which Python itself {python:.0f} ms (goal: under 50)")


def test_many_in_a_second(environment: dict[str, str], running: Lines) -> None:
    threads = [threading.Thread(target=client.trigger, args=(Action.NEXT_SENTENCE,)) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    until(lambda: running.lines.count("next-sentence") == 50, "all of them")


def test_a_second_program_knows_that_it_is_second(environment: dict[str, str], running: Lines) -> None:
    second = Lines([sys.executable, "-c", RUNNING], environment)
    second.process.wait()
    second.end()
    assert second.lines == ["second"]


def test_a_second_window_has_the_first_show_itself(environment: dict[str, str], running: Lines) -> None:
    done = subprocess.run([sys.executable, ROOT / "main.py"], env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (Exit.OK, "")
    until(lambda: running.lines == ["first", "show"], "the request")


def test_of_two_that_start_at_once_one_is_first(environment: dict[str, str]) -> None:
    both = [Lines([sys.executable, "-c", RUNNING], environment) for _ in range(2)]
    until(lambda: all(each.lines for each in both), "both")
    for each in both:
        each.end()
    assert sorted(each.lines[0] for each in both) == ["first", "second"]


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_crash_leaves_behind_is_taken_over(
    environment: dict[str, str], running: Lines, end: signal.Signals
) -> None:
    running.process.send_signal(end)
    running.process.wait()
    assert Path(unix.socket_path()).exists()
    after = Lines([sys.executable, "-c", RUNNING], environment)
    until(lambda: after.lines, "the next program")
    assert trigger(environment).returncode == Exit.OK
    until(lambda: after.lines == ["first", "stop"], "the action")
    after.end()


def test_a_program_that_hangs_is_told(environment: dict[str, str], running: Lines) -> None:
    running.process.send_signal(signal.SIGSTOP)
    done = trigger(environment)
    running.process.send_signal(signal.SIGCONT)
    assert done.returncode == Exit.TRIGGER
    assert "does not answer" in done.stderr
    assert done.stderr.count("\n") == 1


def test_nobody_else_can_reach_the_socket(environment: dict[str, str], running: Lines) -> None:
    path = Path(unix.socket_path())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can act as somebody else")
def test_a_foreign_user_is_refused_even_where_the_files_let_them_in(running: Lines) -> None:
    path = Path(unix.socket_path())
    for each in path.parents:
        if len(each.parts) > 2:
            each.chmod(0o755)
    path.chmod(0o666)
    code = (
        "import os, socket, sys; channel = socket.socket(socket.AF_UNIX); os.setuid(65534); "
        "channel.connect(sys.argv[1]); channel.settimeout(5); print('connected', flush=True)\n"
        'try:\n    channel.sendall(b\'{"do": "stop"}\\n\'); print(channel.recv(100))\n'
        "except OSError as error:\n    print(b'')"
    )
    done = subprocess.run(["/usr/bin/python3", "-c", code, str(path)], capture_output=True, text=True)
    assert done.stdout.splitlines() == ["connected", "b''"], done.stderr
    assert client.trigger(Action.ASK) is None
    until(lambda: running.lines == ["first", "ask"], "our own request, and no other")


@pytest.mark.parametrize(
    "untrusted",
    [
        b"", b"\n", b"stop\n", b'{"do": "stop"}', b'{"do": "fly"}\n', b'{"do": 7}\n', b'{"do": ["stop"]}\n', b"[]\n",
        b'{"do": "stop", "also": 1}\n', b'"do"\n', b"\xff\xfe\x00\n", b"[" * 1000 + b"\n", b'{"do": {}}\n',
        b'{"do": "' + b"x" * 10_000_000,
    ],
    ids=lambda value: repr(value[:20]),
)  # fmt: skip
def test_garbage_is_refused_and_the_next_is_answered(running: Lines, untrusted: bytes) -> None:
    answer = say(untrusted)
    assert not answer or json.loads(answer)["ok"] is False
    assert say(b'{"do": "repeat"}\n') == server.OK
    until(lambda: running.lines == ["first", "repeat"], "the good one alone")


def test_one_that_says_nothing_does_not_stop_the_others(environment: dict[str, str], running: Lines) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(unix.socket_path())
        assert trigger(environment).returncode == Exit.OK


def test_where_nothing_runs_and_nothing_can_be_started(environment: dict[str, str]) -> None:
    done = trigger(environment)
    assert done.returncode == Exit.TRIGGER
    assert "no display can be reached" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_program_is_started_and_then_asked(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = RUNNING.replace("print(action, flush=True)", f"open({str(tmp_path / 'done')!r}, 'w').write(action)")
    monkeypatch.setattr("sparc_desktop.resources.program_command", lambda: [sys.executable, "-c", program])
    started: list[subprocess.Popen[bytes]] = []
    start = client._start
    monkeypatch.setattr(client, "_start", lambda: started.append(start()) or started[0])
    monkeypatch.chdir(ROOT)
    assert client.trigger(Action.DESCRIBE_SCREEN) is None
    until(lambda: (tmp_path / "done").exists() and (tmp_path / "done").read_text(), "the action")
    assert (tmp_path / "done").read_text() == "describe-screen"
    assert client.trigger(Action.STOP) is None
    assert len(started) == 1
    started[0].terminate()
    started[0].wait()


def test_a_program_that_cannot_be_found(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sparc_desktop.resources.program_command", lambda: ["/no/such/program"])
    failure = client.trigger(Action.STOP)
    assert failure is not None
    assert failure.code == Code.NOT_STARTED


def test_who_asks_early_waits_until_somebody_listens(environment: dict[str, str]) -> None:
    heard: list[Action] = []
    answers: list[object] = []
    instance = server.claim()
    assert instance is not None
    with instance:
        early = threading.Thread(target=lambda: answers.append(client.request(Action.ASK)))
        early.start()
        time.sleep(0.2)
        assert answers == []
        instance.connect(heard.append)
        early.join()
        assert client.request(Action.STOP) is None
    assert (heard, answers) == ([Action.ASK, Action.STOP], [None])
    assert client.request(Action.STOP) is not None
    instance.close()


def test_without_a_runtime_folder_and_with_long_names(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert unix.socket_path() == f"{tmp_path}/.cache/sparc-desktop/instance"
    monkeypatch.setenv("HOME", str(tmp_path / ("long" * 40)))
    first = server.claim()
    assert first is not None
    with first:
        assert len(unix.socket_path()) < 60
        assert server.claim() is None
    Path(unix.socket_path()).with_suffix(".lock").unlink()
    Path(unix.socket_path()).parent.rmdir()


def test_a_folder_of_somebody_else_is_not_used(
    environment: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "run" / "sparc-desktop").symlink_to(tmp_path / "elsewhere")
    instance = server.claim()
    assert instance is not None  # it works, but cannot be asked
    instance.close()
    assert "Nobody can ask" in caplog.text
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("arguments", [["trigger"], ["trigger", "fly"], ["trigger", "stop", "now"]])
def test_wrong_usage(environment: dict[str, str], arguments: list[str]) -> None:
    command = [sys.executable, ROOT / "main.py", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == Exit.USAGE


def test_help_names_every_action(environment: dict[str, str]) -> None:
    command = [sys.executable, ROOT / "main.py", "trigger", "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == Exit.OK
    assert all(action in done.stdout for action in Action)
