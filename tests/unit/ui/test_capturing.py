"""Asking the screen: what fails is told, what is too old is dropped, and the end doesn't wait."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor, Target, WholeScreen
from sparc_desktop.ui.capturing import Capturing
from tests.support.desktop import until

PICTURE = Capture("Screen", b"picture", is_screen=True)


class Slow:
    """A screen that answers once it may; it fails where it was told to."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.may.set()
        self.error: Exception | None = None
        self.asked = 0

    def capture(self, target: Target) -> Capture:
        self.asked += 1
        self.may.wait()
        if self.error:
            raise self.error
        return Capture(f"Screen {self.asked}", b"picture", is_screen=True)

    def rectangle(self, target: Target) -> Rectangle:
        return Rectangle(0, 0, 9, 9)

    def monitors(self) -> tuple[Monitor, ...]:
        return ()

    def close(self) -> None:
        """Nothing is held."""


class Room:
    def __init__(self) -> None:
        self.screen = Slow()
        self.heard: list[object] = []
        self.is_there = True
        self.capturing = Capturing(self.open, lambda: None)
        for signal in (self.capturing.captured, self.capturing.answered, self.capturing.failed):
            signal.connect(self.heard.append, Qt.ConnectionType.DirectConnection)

    def open(self) -> Slow:
        if not self.is_there:
            raise ExpectedError(Code.NO_SCREEN_CAPTURE)
        return self.screen


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.screen.may.set()
    room.capturing.close()


def test_a_target_and_a_sentence(room: Room) -> None:
    room.capturing.capture(lambda _: WholeScreen())
    room.capturing.ask(lambda _: "a sentence")
    room.capturing.ask(lambda _: None)
    room.capturing.ask(lambda _: PICTURE)
    until(lambda: len(room.heard) == 3, "the answers")
    assert [getattr(each, "label", each) for each in room.heard] == ["Screen 1", "a sentence", "Screen"]


def test_a_defect_is_told_and_the_next_question_answered(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    room.screen.error = ZeroDivisionError()
    room.capturing.capture(lambda _: WholeScreen())
    room.capturing.ask(lambda _: "a sentence")
    until(lambda: len(room.heard) == 2, "the answers")
    assert room.heard == [Failure(Code.CAPTURE_FAILED, {"reason": "ZeroDivisionError"}), "a sentence"]
    assert "A capture has failed" in caplog.text


def test_a_screen_that_can_not_be_opened_is_told_to_who_asked(room: Room) -> None:
    room.is_there = False
    told: list[Failure] = []
    room.capturing.ask(lambda _: "never", told.append)
    until(lambda: told, "the failure")
    assert told[0].code == Code.NO_SCREEN_CAPTURE
    assert room.heard == []


def test_only_the_newest_capture_is_heard_of(room: Room) -> None:
    room.screen.may.clear()
    for _ in range(10):
        room.capturing.capture(lambda _: WholeScreen())
    until(lambda: room.screen.asked, "the first")
    room.screen.may.set()
    until(lambda: room.heard, "the newest")
    room.capturing.ask(lambda _: "the end")
    until(lambda: "the end" in room.heard, "the end")
    assert len(room.heard) == 2
    assert room.screen.asked <= 2


def test_stopped_means_that_nothing_follows(room: Room) -> None:
    room.screen.may.clear()
    room.capturing.capture(lambda _: WholeScreen())
    until(lambda: room.screen.asked, "the capture")
    room.capturing.forget()
    room.screen.may.set()
    room.capturing.ask(lambda _: "the end")
    until(lambda: room.heard, "the end")
    assert room.heard == ["the end"]
