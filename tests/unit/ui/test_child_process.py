"""Programs beside the window: what is heard of them, and how they end. What stands in for them in tests keeps to it."""

import sys
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.models.telling import Fetched, parse_told, told_json
from sparc_desktop.translation import use_language
from sparc_desktop.ui.child_process import LONGEST, ChildProcesses
from tests.support.fake_children import FakeChildren

PATIENCE = 60  # seconds; a machine under load
TOLD = (Fetched(1, 9), Failed(None, Failure(Code.HUB_BUSY, {"path": "hub"})))
WAIT = "import threading; threading.Event().wait()"


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        QCoreApplication.processEvents()


class Heard:
    """Of one child."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.ends = 0

    def end(self) -> None:
        self.ends += 1


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def children(application: QApplication) -> Iterator[ChildProcesses]:
    children = ChildProcesses()
    yield children
    children.close()
    children.deleteLater()


def run(children: ChildProcesses, heard: Heard, code: str) -> Callable[[], None]:
    return children.run([sys.executable, "-c", code], heard.lines.append, heard.end)


def said(lines: tuple[Fetched | Failed, ...]) -> str:
    return "".join(f"print({told_json(line)!r}, flush=True);" for line in lines)


def test_a_child_is_heard_line_by_line_and_then_its_end(children: ChildProcesses, heard: Heard) -> None:
    stop = run(children, heard, said(TOLD))
    until(lambda: heard.ends)
    assert [parse_told(line) for line in heard.lines] == list(TOLD)
    stop()  # too late, and no harm
    QCoreApplication.processEvents()
    assert heard.ends == 1


def test_the_fake_keeps_the_same_contract(heard: Heard) -> None:
    children = FakeChildren()
    stop = children.run(["any"], heard.lines.append, heard.end)
    children.last.ends(*TOLD)
    stop()
    assert [parse_told(line) for line in heard.lines] == list(TOLD)
    assert heard.ends == 1
    children.run(["any"], heard.lines.append, heard.end)()
    assert (children.last.is_stopped, heard.ends) == (True, 2)


def test_stopping_is_an_end_too(children: ChildProcesses, heard: Heard) -> None:
    stop = run(children, heard, said(TOLD[:1]) + WAIT)
    until(lambda: heard.lines)
    stop()
    stop()
    until(lambda: heard.ends)
    assert heard.ends == 1
    assert len(heard.lines) == 1


@pytest.mark.parametrize("way", ["raise SystemExit(3)", "import os; os.abort()", "raise ValueError"])
def test_whatever_ends_it_is_heard(children: ChildProcesses, heard: Heard, way: str) -> None:
    run(children, heard, way)
    until(lambda: heard.ends)
    assert (heard.lines, heard.ends) == ([], 1)


def test_what_cannot_be_started_has_ended(children: ChildProcesses, heard: Heard) -> None:
    children.run(["/no/such/program"], heard.lines.append, heard.end)
    until(lambda: heard.ends)
    assert heard.ends == 1


def test_a_line_without_an_end_does_not_fill_the_memory(children: ChildProcesses, heard: Heard) -> None:
    run(children, heard, f"import sys; sys.stdout.write('x' * {3 * LONGEST}); print(); {said(TOLD[:1])}")
    until(lambda: heard.ends)
    assert max(map(len, heard.lines)) <= LONGEST
    assert [told for line in heard.lines if (told := parse_told(line))] == [TOLD[0]]


def test_none_outlives_the_program(children: ChildProcesses, heard: Heard) -> None:
    run(children, heard, said(TOLD[:1]) + WAIT)
    until(lambda: heard.lines)
    (process,) = children.findChildren(QProcess)
    children.close()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert heard.ends == 0, "and nobody hears of it"


@pytest.fixture
def _chinese() -> Iterator[None]:
    use_language("zh_CN")
    yield
    use_language("en")


@pytest.mark.usefixtures("_chinese")
def test_they_speak_the_windows_language(children: ChildProcesses, heard: Heard) -> None:
    run(children, heard, "from sparc_desktop import translation as t; t.use_language('system'); print(t.language())")
    until(lambda: heard.ends)
    assert heard.lines == [b"zh_CN"]
