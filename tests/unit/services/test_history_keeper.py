"""The history's thread: in order, never in the way of the program's end, and a defect in it is told."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.defects import Defects
from sparc_desktop.services.history import keeper as keeper_module
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from tests.support.window_thread import PATIENCE, WindowThread

SECRET = "a secret of the user"


@pytest.fixture
def thread() -> WindowThread:
    return WindowThread()


@pytest.fixture
def keeper(tmp_path: Path, thread: WindowThread) -> Iterator[Keeper]:
    keeper = Keeper(History(tmp_path / "history.sqlite"), thread)
    yield keeper
    keeper.close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Failure]:
    """What is told of defects; the hooks are put back."""
    told: list[Failure] = []
    for module, name in ((sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    Defects(told.append).install()
    return told


def test_what_is_asked_first_is_done_first(keeper: Keeper, thread: WindowThread) -> None:
    done: list[int] = []
    for number in range(50):
        keeper.ask(lambda _history, number=number: number, done.append, lambda _failure: None)  # type: ignore[misc]
    thread.until(lambda: len(done) == 50, "all of it")
    assert done == list(range(50))


def test_a_defect_is_told_as_any_other_and_answered_and_the_thread_lives_on(
    keeper: Keeper, thread: WindowThread, told: list[Failure], caplog: pytest.LogCaptureFixture
) -> None:
    failures: list[Failure] = []
    done: list[int] = []

    def defect(_history: History) -> int:
        raise ValueError(SECRET)

    keeper.ask(defect, done.append, failures.append)
    keeper.ask(History.count, done.append, failures.append)
    thread.until(lambda: done, "the next answer")
    assert [failure.code for failure in failures] == [failure.code for failure in told] == [Code.DEFECT]
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_the_end_does_not_wait_for_ever(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper_module, "ENOUGH", 0.1)
    begun, go_on = threading.Event(), threading.Event()
    keeper.ask(lambda _history: begun.set() or go_on.wait(PATIENCE), lambda _done: None, lambda _failure: None)
    assert begun.wait(PATIENCE)
    keeper.close()
    assert keeper._thread.is_alive()
    go_on.set()


def test_a_program_ends_whose_history_hangs() -> None:
    program = """
import threading
from sparc_desktop.services.history import keeper
from sparc_desktop.services.history.history import History
keeper.ENOUGH = 0.1
begun = threading.Event()
hanging = keeper.Keeper(History(), lambda _task: None)
hanging.ask(lambda _history: begun.set() or threading.Event().wait(), print, print)
begun.wait()
hanging.close()
print("closed", flush=True)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "closed\n", "")


def test_what_was_never_used_is_closed_and_closed_again(tmp_path: Path, thread: WindowThread) -> None:
    keeper = Keeper(History(tmp_path / "history.sqlite"), thread)
    keeper.close()
    keeper.close()
    assert list(tmp_path.iterdir()) == []
