"""The text in a picture: read beside the description, handed over after it.

The reading begins with the description, in a thread that waits for a process of low rank, so that the first word never
waits for it; what it finds is held back until the description has ended. One picture at a time: what comes of one that
was replaced or stopped is dropped.
"""

import logging
from collections.abc import Callable
from functools import partial
from threading import Event as Flag
from threading import Lock, Thread
from typing import Protocol

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Failed, TextRead
from sparc_desktop.domain.failure import ExpectedError, Failure
from sparc_desktop.settings.model import ReadText
from sparc_desktop.translation import translate

logger = logging.getLogger(__name__)


class Reader(Protocol):
    """Reads one picture: `ocr.base.TextReader`, or whatever takes its place."""

    def read(self, untrusted_image: bytes) -> str | None:
        """The text, or None when stopped; raises ExpectedError."""

    def stop(self) -> None:
        """End the reading for good."""


OpenReader = Callable[[], Reader]  # raises ExpectedError where there is none
# With the request: its text, a failure that the user is to hear of, or None where nothing comes. From any thread.
HandOver = Callable[[int, TextRead | Failed | None], None]


def is_wanted(read_text: ReadText, capture: Capture) -> bool:
    """Is the text in this picture to be read?"""
    return read_text == "always" or (read_text == "screen" and capture.is_screen)


def with_heading(text: str) -> str:
    """The text as it is shown and said, told apart from the description."""
    return translate("TextReading", "Text: {text}").format(text=text)


class TextReading:
    """Each reading that began and was not stopped is handed over once."""

    def __init__(self, open_reader: OpenReader, hand_over: HandOver) -> None:
        self._open_reader = open_reader
        self._hand_over = hand_over
        self._current: _Reading | None = None
        self._told: list[tuple[bool, Failure]] = []  # one notice of each is enough

    def begin(self, request: int, capture: Capture, *, asked_for: bool) -> None:
        """Read this picture's text instead of any other's; a failure is handed over where the user has `asked_for` it.

        Returns at once.
        """
        self.stop()
        self._current = _Reading(request, self._open_reader)
        finish = partial(self._finish, asked_for)
        Thread(target=self._current.run, args=(capture.untrusted_data, finish), daemon=True, name="text").start()

    def release(self) -> None:
        """The description has ended: hand the text over, now or as soon as it is there."""
        if self._current is not None:
            self._current.released.set()

    def stop(self) -> None:
        """What is being read is not wanted any more."""
        if self._current is not None:
            self._current.stop()
            self._current = None

    def wait(self, timeout: float | None = None) -> bool:
        """Return True when nothing is left to be handed over, or False after `timeout` seconds."""
        return self._current is None or self._current.done.wait(timeout)

    def _finish(self, asked_for: bool, request: int, result: str | Failure) -> None:
        if isinstance(result, str):
            self._hand_over(request, TextRead(request, result))
            return
        is_news = (asked_for, result) not in self._told
        if is_news:
            self._told.append((asked_for, result))
            logger.warning("The text in a picture can't be read: %s", result.params)
        self._hand_over(request, Failed(None, result) if is_news and asked_for else None)


class _Reading:
    """One picture's; it runs in a thread of its own until it is released."""

    def __init__(self, request: int, open_reader: OpenReader) -> None:
        self.released, self.done = Flag(), Flag()
        self._request = request
        self._open_reader = open_reader
        self._lock = Lock()
        self._reader: Reader | None = None
        self._is_stopped = False

    def run(self, untrusted_image: bytes, finish: Callable[[int, str | Failure], None]) -> None:
        """Read, wait for the release, and finish unless it was stopped."""
        result: str | Failure | None = ""
        try:
            try:
                result = self._read(untrusted_image)
            except Exception:  # a reader's defect must not leave others waiting for it
                logger.exception("The text in a picture could not be read")
            self.released.wait()
            if result is not None and not self._is_stopped:
                finish(self._request, result)
        finally:
            self.done.set()

    def stop(self) -> None:
        """Nothing is handed over any more."""
        with self._lock:
            self._is_stopped = True
            reader = self._reader
        self.released.set()
        if reader is not None:
            reader.stop()

    def _read(self, untrusted_image: bytes) -> str | Failure | None:
        try:
            reader = self._open_reader()
            with self._lock:
                if self._is_stopped:
                    return None
                self._reader = reader
            return reader.read(untrusted_image)
        except ExpectedError as error:
            return error.failure
