"""One desktop for the windows; a warning of Qt's fails the test. One screen reader for the tasks of the manual."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from sparc_desktop.evaluate.world.drawing import draw, sample
from tests.support.desktop import Desktop
from tests.support.listener import Listener
from tests.support.orca import forbid_spawning, orca
from tests.support.speechd import Daemon

QUICK = ("--word", "0.01")  # a speaker that leaves time to press a key in the middle of a long sentence


@pytest.fixture
def qt_warnings() -> Iterator[list[str]]:
    """What Qt complains of in this process; a test in which it does fails."""
    warnings: list[str] = []

    def collect(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            warnings.append(message)

    before = qInstallMessageHandler(collect)
    yield warnings
    qInstallMessageHandler(before)
    assert warnings == []


@pytest.fixture(scope="module")
def read_aloud() -> Iterator[tuple[Desktop, Daemon]]:
    """A desktop of its own with Orca, who says what happens to any window, and the daemon that it speaks through."""
    with Desktop() as desktop:
        forbid_spawning(desktop)
        daemon = Daemon(desktop.environment, *QUICK)
        with orca(desktop, daemon):
            yield desktop, daemon
        daemon.kill()


@pytest.fixture
def listen(read_aloud: tuple[Desktop, Daemon]) -> Iterator[Callable[..., Listener]]:
    """Start the program, and listen to it; at the end it is quit, and nothing may have been heard twice."""
    listeners: list[Listener] = []

    def listen(*arguments: str, **environment: str) -> Listener:
        listeners.append(Listener(*read_aloud, *arguments, **environment))
        return listeners[-1]

    yield listen
    for each in listeners:
        each.close()


@pytest.fixture(scope="module")
def pictures(read_aloud: tuple[Desktop, Daemon]) -> list[Path]:
    """Three files in the user's folder, so that their names are short to write, and to be echoed."""
    folder = Path(read_aloud[0].environment["HOME"])
    files = [folder / name for name in ("cat.png", "dog.png", "fox.png")]
    for file in files:
        draw(sample("validation", 7, count=5), 960).save(file)
    return files
