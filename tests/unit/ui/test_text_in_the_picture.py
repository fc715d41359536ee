"""The text in a picture beside its description: when it is shown, copied and told, and when it is not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.events import Event, Failed, Finished, Started, TextDelta, TextRead
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.silence import Silence
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.post import Post
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.waiting import Waiting
from sparc_desktop.ui.window import MainWindow
from tests.contract.recording_text_reader import RecordingTextReader
from tests.support.desktop import until
from tests.support.written import written

SCREEN, FILE = Capture("Screen", b"screen", is_screen=True), Capture("cat.jpg", b"cat")
MISSING = ExpectedError(Code.OCR_UNAVAILABLE, remedy="Install it.")


class Earcons:
    """Writes down what would be played."""

    def __init__(self) -> None:
        self.played: list[Earcon] = []

    def play(self, earcon: Earcon) -> None:
        self.played.append(earcon)

    def close(self) -> None:
        pass


class Room:
    """A window whose engine says what the test says, and whose readers the test holds."""

    def __init__(self, folder: Path) -> None:
        self.readers: list[RecordingTextReader] = []
        self.next = RecordingTextReader("Save\nCancel", held=True)
        self.happened: list[Event] = []
        self.engine = EngineProcess(["no engine"])
        self.describing = Describing(self.engine, Narration(Silence()), self.open, Post())
        self.describing.happened.connect(self.happened.append)
        self.earcons = Earcons()
        self.waiting = Waiting(self.describing, self.earcons)
        store = SettingsStore(folder / "settings.json")
        self.preferences = Preferences(store, store.load().settings)
        self.window = MainWindow(self.describing, self.preferences, capture_file)

    def open(self) -> RecordingTextReader:
        self.readers.append(self.next)
        return self.next

    def describe(self, capture: Capture, **settings: object) -> None:
        self.preferences.change(**settings)
        self.window.describe(capture)

    def write(self, request: int = 1) -> None:
        self.engine.happened.emit(Started(request, "Screen"))
        self.engine.happened.emit(TextDelta(request, "A cat."))

    def finish(self, request: int = 1) -> None:
        self.write(request)
        self.engine.happened.emit(Finished(request, "A cat.", 2, 0.1, True, False))

    @property
    def texts(self) -> list[Event]:
        return [event for event in self.happened if isinstance(event, TextRead)]

    @property
    def caption(self) -> str:
        return written(self.window)


@pytest.fixture
def room(application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(EngineProcess, "describe", lambda *_: None)
    monkeypatch.setattr(EngineProcess, "cancel", lambda *_: None)
    room = Room(tmp_path)
    yield room
    room.describing.close()
    room.window.close()
    room.window.deleteLater()


def soon(condition: Callable[[], object], what: str) -> None:
    def happens() -> object:
        QCoreApplication.processEvents()
        return condition()

    until(happens, what)


def settle(room: Room) -> None:
    """Until what the reading has handed over has arrived."""
    until(lambda: room.describing._text.wait(0), "the reading")
    QCoreApplication.processEvents()


def test_it_is_read_beside_the_description_and_told_after_it(room: Room) -> None:
    room.next.go.set()
    room.describe(SCREEN)
    until(lambda: room.readers and room.readers[0].seen == [b"screen"], "the reading")
    room.write()
    assert not room.describing._text.wait(0.2)
    QCoreApplication.processEvents()
    assert room.texts == []
    room.engine.happened.emit(Finished(1, "A cat.", 2, 0.1, True, False))
    soon(lambda: room.texts, "the text")
    assert room.happened[-2:] == [Finished(1, "A cat.", 2, 0.1, True, False), TextRead(1, "Save\nCancel")]
    assert room.caption == "A cat.\nText: Save\nCancel"


def test_the_description_never_waits_for_it(room: Room) -> None:
    room.describe(SCREEN)
    room.finish()
    assert isinstance(room.happened[-1], Finished)
    assert not room.describing.busy
    assert room.describing.is_reading
    room.next.go.set()
    soon(lambda: room.texts, "the text")
    assert not room.describing.is_reading


def test_both_are_copied(room: Room) -> None:
    room.next.go.set()
    room.describe(SCREEN)
    room.finish()
    soon(lambda: room.texts, "the text")
    room.window.actions_of_menu.copy.trigger()
    assert QGuiApplication.clipboard().text() == "A cat.\nText: Save\nCancel"


@pytest.mark.parametrize(
    ("capture", "setting", "is_read"),
    [
        (FILE, "screen", False),
        (SCREEN, "screen", True),
        (SCREEN, "never", False),
        (FILE, "always", True),
    ],
)
def test_the_setting_decides(room: Room, capture: Capture, setting: str, is_read: bool) -> None:
    room.describe(capture, read_text=setting)
    assert room.describing.is_reading == is_read


def test_a_picture_that_cannot_be_described_has_its_text(room: Room) -> None:
    room.next.go.set()
    room.describe(SCREEN)
    room.engine.happened.emit(Failed(1, Failure(Code.IMAGE_UNFAMILIAR, {"label": "Screen"})))
    soon(lambda: room.texts, "the text")
    assert room.caption.startswith("Screen is unlike the pictures")
    assert room.caption.endswith("\nText: Save\nCancel")


def test_a_picture_has_its_text_where_the_engine_has_given_up(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails in the middle of being asked, before the reading has begun."""
    gone = Failure(Code.ENGINE_GAVE_UP, {"restarts": "3"})
    monkeypatch.setattr(EngineProcess, "describe", lambda engine, _: engine.happened.emit(Failed(1, gone)))
    room.next.go.set()
    room.describe(SCREEN)
    assert not room.describing.busy
    soon(lambda: room.texts, "the text")
    assert room.caption.endswith("\nText: Save\nCancel")


def test_nothing_is_told_of_a_stopped_picture(room: Room) -> None:
    room.describe(SCREEN)
    until(lambda: room.readers, "the reading")
    room.describing.stop()
    settle(room)
    assert room.next.stopped.is_set()
    assert (room.texts, room.describing.is_reading) == ([], False)


def test_nothing_is_told_that_was_on_its_way_when_it_was_stopped(room: Room) -> None:
    room.next.go.set()
    room.describe(SCREEN)
    room.finish()
    until(lambda: room.describing._text.wait(0), "the reading")  # handed over, but not received yet
    room.describing.stop()
    QCoreApplication.processEvents()
    assert room.texts == []


def test_another_picture_replaces_the_one_in_work(room: Room) -> None:
    first = room.next
    room.describe(SCREEN)
    room.finish()
    until(lambda: first.seen, "the reading")
    room.next = RecordingTextReader("Open")
    room.describe(SCREEN)
    room.finish(2)
    soon(lambda: room.texts, "the text")
    assert room.texts == [TextRead(2, "Open")]
    assert first.stopped.is_set()


def test_of_no_text_nothing_is_shown(room: Room) -> None:
    room.next = RecordingTextReader("")
    room.describe(SCREEN)
    room.finish()
    soon(lambda: room.texts, "the end of the reading")
    assert room.caption == "A cat."


@pytest.mark.parametrize(("setting", "is_told"), [("screen", False), ("always", True)])
def test_that_it_cannot_be_read_is_told_where_it_was_asked_for(room: Room, setting: str, is_told: bool) -> None:
    room.next = RecordingTextReader(failure=MISSING)
    room.describe(SCREEN, read_text=setting)
    room.finish()
    soon(lambda: not room.describing.is_reading, "the end of the reading")
    assert (Failed(None, MISSING.failure) in room.happened) == is_told
    assert ("Install it." in room.caption) == is_told
    assert room.caption.startswith("A cat.")
    shown = "\n".join(label.text() for label in room.window.findChildren(QLabel))
    assert ("Install it." in shown) == is_told


def test_done_is_heard_when_the_text_has_been_read_too(room: Room) -> None:
    room.describe(SCREEN)
    room.finish()
    room.waiting._look()
    assert Earcon.DONE not in room.earcons.played
    room.next.go.set()
    soon(lambda: room.texts, "the text")
    room.waiting._look()
    assert room.earcons.played[-1] == Earcon.DONE
