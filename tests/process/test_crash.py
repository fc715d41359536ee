"""How a real process ends, and what the next one says of it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.services.crash import last_crash
from tests.support.desktop import ROOT, until
from tests.support.marked_program import SECRET
from tests.support.sway import Sway, missing

END_SECONDS = 30  # for a process that has been told to end; a busy machine takes its time


class Program:
    """One run of `marked_program`."""

    def __init__(self, folder: Path, way: str) -> None:
        command = [
            sys.executable,
            "-m",
            "tests.support.marked_program",
            str(folder / "state"),
            str(folder / "log"),
            way,
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines: list[str] = []

    def read_until(self, wanted: str) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.strip())
            if line.startswith(wanted):
                return
        raise AssertionError(f"{wanted!r} never came: {self.lines}")

    def end(self) -> int:
        rest, self.errors = self.process.communicate(timeout=END_SECONDS)
        self.lines += rest.splitlines()
        return self.process.returncode

    @property
    def told(self) -> list[str]:
        return [line for line in self.lines if line.startswith("told")]


@contextmanager
def program(folder: Path, way: str = "wait") -> Iterator[Program]:
    running = Program(folder, way)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.end()


def run(folder: Path, way: str = "quit") -> Program:
    """From its beginning to its end."""
    with program(folder, way) as running:
        running.end()
    return running


@contextmanager
def inherited(number: int, handler: signal.Handlers) -> Iterator[None]:
    """What a child finds of this signal; a suite that runs in the background of a shell has SIGINT switched off."""
    usual = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, usual)


def killed(folder: Path, number: int) -> Program:
    with program(folder) as running:
        running.read_until("up")
        running.process.send_signal(number)
        running.end()
    return running


def test_a_first_run_has_nothing_to_tell_and_a_clean_one_leaves_nothing(tmp_path: Path) -> None:
    assert run(tmp_path).told == []
    assert run(tmp_path).told == []
    assert run(tmp_path).process.returncode == 0


@pytest.mark.parametrize(("way", "stack"), [("segv", "Segmentation fault"), ("abort", "Aborted")])
def test_a_crash_is_told_once_with_its_stack_kept_for_the_report(tmp_path: Path, way: str, stack: str) -> None:
    assert run(tmp_path, way).process.returncode < 0
    (told,) = run(tmp_path).told
    assert told.startswith("told crashed-last-time: The program crashed on 20")
    kept = last_crash(tmp_path / "log").read_text()
    assert f"Fatal Python error: {stack}" in kept
    assert "marked_program.py" in kept
    assert run(tmp_path).told == []


def test_a_kill_and_a_power_cut_are_told_as_what_they_may_be(tmp_path: Path) -> None:
    assert killed(tmp_path, signal.SIGKILL).process.returncode == -signal.SIGKILL
    (told,) = run(tmp_path).told
    assert told.startswith("told ended-last-time: The program that was started on 20")
    assert not last_crash(tmp_path / "log").exists()
    assert run(tmp_path).told == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_logout_is_a_clean_end(tmp_path: Path, number: int) -> None:
    with inherited(number, signal.SIG_DFL):
        ended = killed(tmp_path, number)
    assert (ended.process.returncode, ended.errors) == (0, "")
    assert run(tmp_path).told == []


def test_a_signal_while_the_program_ends_ends_it_at_once_and_is_no_crash(tmp_path: Path) -> None:
    with program(tmp_path, "late") as running:
        running.read_until("ending")
        running.process.send_signal(signal.SIGTERM)
        running.end()
    assert running.process.returncode == -signal.SIGTERM
    assert run(tmp_path).told == []


def test_what_nohup_has_switched_off_stays_so(tmp_path: Path) -> None:
    for before, ignored in ((signal.SIG_DFL, False), (signal.SIG_IGN, True)):
        with inherited(signal.SIGHUP, before), program(tmp_path, "hangup") as running:
            running.read_until("hangup")
        assert running.lines[-1] == f"hangup {ignored}"


@pytest.mark.skipif(bool(missing()), reason=f"Wayland needs {', '.join(missing())}")
def test_a_logout_under_wayland_is_a_clean_end(tmp_path: Path) -> None:
    Image.new("RGB", (80, 60)).save(tmp_path / "picture.png")
    with Sway(tmp_path / "picture.png") as sway:
        sway.environment["QT_QPA_PLATFORM"] = "wayland"
        state = sway.home / "state"
        places = (str(state), str(sway.home / "log"))
        running = sway.start(sys.executable, "-m", "tests.support.marked_program", *places, "window")
        assert running.stdout
        until(lambda: running.stdout.readline() == "up\n", "the program's window")
        assert (state / "running").read_text()
        sway.log_out()
        said, _ = running.communicate(timeout=END_SECONDS)
        assert (state / "running").read_text() == "", (said, (sway.home / "log" / "sparc-desktop.log").read_text())


def test_a_second_program_beside_the_first_knows_nothing_and_changes_nothing(tmp_path: Path) -> None:
    with program(tmp_path) as first:
        first.read_until("up")
        assert run(tmp_path).told == []
        first.process.send_signal(signal.SIGSEGV)
        first.end()
    (told,) = run(tmp_path).told
    assert "crashed-last-time" in told


def test_a_marker_that_was_cut_off_is_told_without_a_time(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "running").write_text("2026-1")
    (told,) = run(tmp_path).told
    assert "started on ?" in told


def test_where_nothing_can_be_written_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    assert run(tmp_path).process.returncode == 0


def test_a_defect_in_a_slot_is_told_once_and_survived(tmp_path: Path) -> None:
    with program(tmp_path, "slot") as running:
        running.read_until("alive")
        running.process.send_signal(signal.SIGTERM)
        assert running.end() == 0
    assert [line.split(":")[0] for line in running.told] == ["told defect"]
    assert running.errors == ""
    logged = (tmp_path / "log" / "sparc-desktop.log").read_text()
    assert logged.count("CRITICAL") == 1
    assert "in defect" in logged
    assert SECRET not in logged  # an exception may quote what a picture is called
    assert run(tmp_path).told == []


def test_a_defect_in_a_thread_is_told_too(tmp_path: Path) -> None:
    with program(tmp_path, "thread") as running:
        running.read_until("told defect")
        running.process.send_signal(signal.SIGTERM)
        assert running.end() == 0
    assert running.errors == ""
