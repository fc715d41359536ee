"""The presenters in a room without Qt: an engine that says what the test says, a voice and a window that write down."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Finished, Ready, Started, TextDelta
from sparc_desktop.domain.hook import Hook
from sparc_desktop.domain.request import Request
from sparc_desktop.presenters.album import Album, Entry
from sparc_desktop.presenters.main import Main
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.narration import Narration
from sparc_desktop.settings.model import Settings
from sparc_desktop.speech.queue import SpeechQueue
from tests.contract.recording_text_reader import RecordingTextReader
from tests.contract.recording_voice import RecordingVoice
from tests.support.desktop import until


class Engine:
    """Writes down what it is asked; answers come from the test."""

    def __init__(self) -> None:
        self.happened: Hook[[Event]] = Hook()
        self.asked: list[Request] = []
        self.cancelled: list[int] = []
        self.loaded: list[Sequence[str]] = []
        self.answer: Callable[[Request], Event] | None = None  # at once, as an engine does that has given up

    def describe(self, request: Request) -> None:
        self.asked.append(request)
        if self.answer:
            self.happened.emit(self.answer(request))

    def cancel(self, request_id: int) -> None:
        self.cancelled.append(request_id)

    def restart(self, command: Sequence[str]) -> None:
        self.loaded.append(command)


class View:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.announced: list[str] = []
        self.shown: list[tuple[Entry, Capture | None]] = []
        self.loading: float | None = None
        self.alternative = ""
        self.copied = ""

    def tell(self, text: str, announced: str | None = None, *, urgent: bool = False) -> None:
        self.told.append(text)
        if said := text if announced is None else announced:
            self.announced.append(said)

    def announce(self, text: str) -> None:
        self.announced.append(text)

    def show_loading(self, fraction: float | None) -> None:
        self.loading = fraction

    def show_entry(self, entry: Entry, picture: Capture | None) -> None:
        self.shown.append((entry, picture))
        self.transcript = entry.transcript
        self.alternative = entry.transcript.description

    @property
    def rows(self) -> list[str]:
        """What stands in the window: of the transcript that it was given, not of any later one."""
        return [row.text for row in self.transcript.rows]

    def describe_picture(self, text: str) -> None:
        self.alternative = text

    def copy(self, text: str) -> None:
        self.copied = text


class Preferences:
    """In memory."""

    def __init__(self) -> None:
        self.settings = Settings(output="own", read_text="never")

    def change(self, **values: object) -> None:
        self.settings = self.settings.changed(**values)


class Room:
    """All of it together."""

    def __init__(self) -> None:
        self.engine, self.view, self.preferences = Engine(), View(), Preferences()
        self.voice = RecordingVoice()
        self.narration = Narration(SpeechQueue(self.voice, lambda _failure: None))
        self.text = "Save\nCancel"  # in each picture
        self.posted: list[Callable[[], None]] = []
        self.describing = Describing(self.engine, self.narration, self._open_reader, self.posted.append)
        self.album = Album()
        self.main = Main(self.view, self.album, self.describing, self.preferences, capture_file)
        self.finished: list[Entry] = []
        self.main.finished.connect(self.finished.append)

    def _open_reader(self) -> RecordingTextReader:
        return RecordingTextReader(self.text)

    def ready(self) -> None:
        self.engine.happened.emit(Ready("tiny"))

    def send(self, *events: Event) -> None:
        for event in events:
            self.engine.happened.emit(event)

    def write(self, text: str, request: int | None = None) -> None:
        """A whole description, or a whole answer."""
        number = request or self.engine.asked[-1].id
        label = "" if self.engine.asked[-1].question else self.engine.asked[-1].capture.label
        self.send(Started(number, label), TextDelta(number, text), Finished(number, text, 2, 0.1, True, False))

    def heard(self) -> list[str]:
        until(lambda: self.narration.wait(0), "the voice")
        return self.voice.heard

    def rows(self) -> list[str]:
        return [row.text for row in self.album.transcript.rows]

    def states(self) -> list[str]:
        return [entry.state for entry in self.album.entries]


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.describing.close()
    room.narration.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.png" for name in ("one", "two", "three", "four", "five")]
    for path in paths:
        path.write_bytes(path.stem.encode())
    return paths
