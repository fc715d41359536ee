"""Downloads in processes of their own: killed, two at once, without a network, on a full disk."""

import json
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.fake_hub import FakeHub
from tests.support.hub_models import TINY, environment, write_model

SOME = 70_000  # bytes of the 200,000 that the weights have
ANSWER = 60.0  # seconds for a whole process
PROGRAM = """
import json, signal, sys
from pathlib import Path
from threading import Event
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.models import room
from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.download import download
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import installed

room.MARGIN = 0
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background takes away
def tell(work):
    try:
        print(json.dumps(work()), flush=True)
    except ExpectedError as error:
        print(json.dumps([error.failure.code, *error.failure.params.values()]), flush=True)
def fetched(**how):
    return str(download(Hub.open(), "org/tiny", **how))
"""
FETCH = PROGRAM + "tell(fetched)"


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[FakeHub]:
    with FakeHub(tmp_path / "hub") as fake:
        write_model(fake.folder / TINY)
        yield fake


class Program:
    """A process with a home of its own; what it prints are documents."""

    def __init__(self, fake: FakeHub, home: Path, code: str, *prefix: str) -> None:
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-W", "error", "-c", code],
            env=environment(home) | {"HF_ENDPOINT": fake.url},
            cwd=Path(__file__).parents[2],
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def told(self) -> list[Any]:
        """At its end."""
        out, errors = self.process.communicate(timeout=ANSWER)
        assert self.process.returncode == 0, errors
        return [json.loads(line) for line in out.splitlines()]

    def end(self, by: signal.Signals) -> str:
        """By this signal; what it complains of."""
        self.process.send_signal(by)
        return self.process.communicate(timeout=ANSWER)[1]


def weights(fake: FakeHub) -> list[str]:
    """The ranges of the requests for them."""
    return [request.headers.get("Range", "") for request in fake.asked("/store/")]


def assert_whole(fake: FakeHub, folder: str) -> None:
    for path in (fake.folder / TINY).iterdir():
        assert (Path(folder) / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_ended_in_the_middle_it_goes_on_from_there(fake: FakeHub, tmp_path: Path, by: signal.Signals) -> None:
    fault = fake.fails("/store/", stall_after=SOME)
    program = Program(fake, tmp_path, FETCH)
    assert fault.reached.wait(ANSWER)
    until(lambda: [part for part in tmp_path.rglob("*.sparc-part") if part.stat().st_size >= 60_000] != [])
    errors = program.end(by)
    assert not fault.release.is_set()  # no thread of it has waited for more
    assert ("KeyboardInterrupt" in errors) == (by == signal.SIGINT)
    listed, folder = Program(fake, tmp_path, PROGRAM + "tell(lambda: len(installed())); tell(fetched)").told()
    assert listed == 0
    assert_whole(fake, folder)
    first, second = weights(fake)
    assert first == ""
    assert 60_000 <= int(second.removeprefix("bytes=").removesuffix("-")) <= SOME


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(2000):
        if is_so():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it has not come to pass")


def test_two_at_once_fetch_each_file_once(fake: FakeHub, tmp_path: Path) -> None:
    fault = fake.fails("/store/", stall_after=SOME)
    first = Program(fake, tmp_path, FETCH)
    assert fault.reached.wait(ANSWER)
    second = Program(fake, tmp_path, PROGRAM + "tell(lambda: fetched(waiting=lambda: tell(lambda: 'waiting')))")
    until(lambda: len(fake.asked("/api/")) == 2)
    before = len(fake.requests)
    threading.Event().wait(0.3)  # time for the second one to ask for more, which it must not
    assert len(fake.requests) == before
    fault.release.set()
    (folder,), (waited, same) = first.told(), second.told()
    assert waited == "waiting"
    assert folder == same
    assert_whole(fake, folder)
    assert len(fake.requests) == before


def test_without_a_network_it_starts_with_what_is_installed(fake: FakeHub, tmp_path: Path) -> None:
    (folder,) = Program(fake, tmp_path, FETCH).told()
    fake.stop()
    code = f"""
tell(lambda: [str(model.folder) for model in installed()])
tell(lambda: "huggingface_hub" in sys.modules)
tell(lambda: fetched(revision="{Path(folder).name}"))
tell(fetched)
"""
    offered, has_library, same, refused = Program(fake, tmp_path, PROGRAM + code).told()
    assert offered == [folder]
    assert not has_library
    assert same == folder
    assert refused == ["hub-unreachable", "127.0.0.1", "Connection refused"]


def on_small_disk(fake: FakeHub, home: Path, size: str, code: str) -> list[Any]:
    """What a program tells that has its cache on a disk of this size."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("no folder can be mounted here")
    (home / "hf").mkdir()
    mount = f'mount -t tmpfs -o size={size} none {home / "hf"} && exec "$@"'
    return Program(fake, home, PROGRAM + code, "unshare", "-rm", "sh", "-c", mount, "sh").told()


def test_a_disk_that_is_too_small_is_told_first(fake: FakeHub, tmp_path: Path) -> None:
    ((code, path, megabytes, free),) = on_small_disk(fake, tmp_path, "100k", "tell(fetched)")
    assert (code, path) == ("disk-full", str(tmp_path / "hf" / "hub"))
    assert (megabytes, free) == ("1", "0")
    assert not fake.asked("/resolve/")


def test_a_disk_that_fills_up_meanwhile_keeps_what_has_come(fake: FakeHub, tmp_path: Path) -> None:
    fake.fails("/store/", pause=0.05)  # so that it is told of several times
    code = """
filler = Path(Hub.open().cache).parent / "filler"
def fill(done, total):
    if done > 30_000 and not filler.exists():
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
tell(lambda: fetched(progress=fill))
tell(lambda: [part.stat().st_size for part in ModelFolder(Hub.open().cache, "org/tiny").parts()])
tell(lambda: len(installed()))
filler.unlink()
tell(fetched)
tell(lambda: [model.is_complete() for model in installed()])
"""
    (refused, *_), parts, listed, folder, offered = on_small_disk(fake, tmp_path, "400k", code)
    assert refused == "disk-full"
    assert listed == 0
    assert folder.startswith(str(tmp_path))
    assert offered == [True]
    assert weights(fake) == ["", f"bytes={max(parts)}-"]
    assert 0 < max(parts) < 200_000
