"""When the text in a picture is handed over, and when it is not."""

import logging
import threading
from collections.abc import Iterator

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Failed, TextRead
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.text_reading import TextReading, is_wanted
from tests.contract.recording_text_reader import RecordingTextReader
from tests.support.desktop import until

FILE, SCREEN = Capture("cat.jpg", b"cat"), Capture("Screen", b"screen", is_screen=True)
MISSING = ExpectedError(Code.OCR_UNAVAILABLE, remedy="Install it.")
BROKEN = ExpectedError(Code.OCR_UNAVAILABLE, remedy="Try again.")


class Room:
    """A service, its readers, and what it has handed over."""

    def __init__(self) -> None:
        self.ready: list[RecordingTextReader | ExpectedError] = []  # to be opened next
        self.opened: list[RecordingTextReader] = []
        self.handed: list[tuple[int, TextRead | Failed | None]] = []
        self.reading = TextReading(self.open, lambda request, event: self.handed.append((request, event)))

    def open(self) -> RecordingTextReader:
        reader = self.ready.pop(0)
        if isinstance(reader, ExpectedError):
            raise reader
        self.opened.append(reader)
        return reader

    def read(self, request: int, reader: RecordingTextReader | ExpectedError, *, asked_for: bool = False) -> None:
        self.ready.append(reader)
        self.reading.begin(request, SCREEN, asked_for=asked_for)

    def read_to_end(self, request: int, reader: RecordingTextReader | ExpectedError, *, asked_for: bool) -> None:
        self.read(request, reader, asked_for=asked_for)
        self.reading.release()
        assert self.reading.wait(60)


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.reading.stop()
    until(lambda: "text" not in [thread.name for thread in threading.enumerate()], "the end of the threads")


@pytest.mark.parametrize(("setting", "wanted"), [("never", "--"), ("screen", "-s"), ("always", "fs")])
def test_the_setting_decides(setting: str, wanted: str) -> None:
    decided = [is_wanted(setting, FILE), is_wanted(setting, SCREEN)]  # type: ignore[arg-type]
    assert decided == [letter != "-" for letter in wanted]


def test_the_reading_begins_with_the_description_and_does_not_wait(room: Room) -> None:
    reader = RecordingTextReader("Save", held=True)
    room.read(1, reader)  # returns, though the reader does not
    until(lambda: reader.seen == [b"screen"], "the reading")
    assert not room.reading.wait(0)


def test_what_is_found_early_waits_for_the_end_of_the_description(room: Room) -> None:
    reader = RecordingTextReader("Save")
    room.read(1, reader)
    until(lambda: reader.seen, "the reading")
    assert not room.reading.wait(0.2)
    assert room.handed == []
    room.reading.release()
    assert room.reading.wait(60)
    assert room.handed == [(1, TextRead(1, "Save"))]


def test_what_is_found_late_comes_when_it_is_there(room: Room) -> None:
    reader = RecordingTextReader("Save", held=True)
    room.read(1, reader)
    room.reading.release()
    assert not room.reading.wait(0.1)
    reader.go.set()
    assert room.reading.wait(60)
    assert room.handed == [(1, TextRead(1, "Save"))]


def test_that_there_is_no_text_is_handed_over_too(room: Room) -> None:
    room.read_to_end(1, RecordingTextReader(""), asked_for=False)
    assert room.handed == [(1, TextRead(1, ""))]


def test_another_picture_replaces_the_one_in_work(room: Room) -> None:
    first = RecordingTextReader("old", held=True)
    room.read(1, first)
    until(lambda: first.seen, "the reading")
    room.read_to_end(2, RecordingTextReader("new"), asked_for=False)
    assert first.stopped.is_set()
    assert room.handed == [(2, TextRead(2, "new"))]


def test_nothing_comes_of_what_was_stopped(room: Room) -> None:
    found = RecordingTextReader("found already")
    room.read(1, found)
    until(lambda: found.seen, "the reading")
    room.reading.stop()
    room.reading.release()
    assert room.reading.wait(0)
    room.read_to_end(2, RecordingTextReader("next"), asked_for=False)
    assert room.handed == [(2, TextRead(2, "next"))]


def test_stopped_before_the_reader_is_there_it_never_reads(room: Room) -> None:
    opening, reader = threading.Event(), RecordingTextReader("late")

    def open_slowly() -> RecordingTextReader:
        opening.wait()
        return reader

    reading = TextReading(open_slowly, lambda request, event: room.handed.append((request, event)))
    reading.begin(1, SCREEN, asked_for=True)
    reading.stop()
    opening.set()
    until(lambda: "text" not in [thread.name for thread in threading.enumerate()], "the end of the thread")
    assert (reader.seen, room.handed) == ([], [])


def test_a_failure_is_logged_once_and_told_only_where_it_was_asked_for(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    for request in (1, 2):
        room.read_to_end(request, MISSING, asked_for=False)
    assert room.handed == [(1, None), (2, None)]
    assert [record.getMessage() for record in caplog.records] == [
        "The text in a picture can't be read: {'remedy': 'Install it.'}"
    ]


def test_what_was_asked_for_and_fails_is_told_once_for_each_reason(room: Room) -> None:
    for request, error in ((1, MISSING), (2, MISSING), (3, BROKEN)):
        room.read_to_end(request, error, asked_for=True)
    told = [event and event.failure.params["remedy"] for _, event in room.handed if not isinstance(event, TextRead)]
    assert told == ["Install it.", None, "Try again."]


def test_a_reader_that_fails_is_told_as_well(room: Room) -> None:
    room.read_to_end(1, RecordingTextReader(failure=BROKEN), asked_for=True)
    assert room.handed == [(1, Failed(None, BROKEN.failure))]
