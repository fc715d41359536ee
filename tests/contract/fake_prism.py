"""A stand-in for the package prismatoid (its module `prism`, 0.18.3): the same names, and one reader behind them.

What the reader is given it says at its own pace, one after the other, and shows in braille; `stop` silences it.
"""

import threading
from collections import deque
from dataclasses import dataclass
from enum import IntEnum


class BackendId(IntEnum):
    INVALID = 0
    VOICE_OVER = 0xCB4897961A754BCB
    NVDA = 0x89CC19C5C4AC1A56
    JAWS = 0xAC3D60E9BD84B53E


class PrismError(Exception):
    """As in the package, whose errors are mostly also one of Python's."""


class PrismBackendNotAvailableError(PrismError, RuntimeError):
    pass


@dataclass(frozen=True)
class BackendFeatures:
    is_supported_at_runtime: bool
    supports_stop: bool = True


class Reader:
    """The screen reader itself: one for the whole system."""

    def __init__(self, word_seconds: float = 0.01) -> None:
        self.kind = BackendId.NVDA
        self.is_running = True
        self.is_hung = threading.Event()
        self.said: list[str] = []
        self.braille: list[str] = []
        self.threads: set[str] = set()
        self._word_seconds = word_seconds
        self._changed = threading.Condition()
        self._waiting: deque[str] = deque()
        self._hushed = threading.Event()
        threading.Thread(target=self._speak, daemon=True).start()

    def take(self, text: str) -> None:
        with self._changed:
            if not self._waiting:
                self._hushed.clear()
            self.braille.append(text)
            self._waiting.append(text)
            self._changed.notify_all()

    def hush(self) -> None:
        with self._changed:
            self._hushed.set()
            while len(self._waiting) > 1:
                self._waiting.pop()
            self._changed.wait_for(lambda: not self._waiting, 5)

    def is_speaking(self) -> bool:
        return bool(self._waiting)

    def _speak(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting)
                text = self._waiting[0]
            is_said = not any(self._hushed.wait(self._word_seconds) for _ in text.split())
            with self._changed:
                if is_said:
                    self.said.append(text)
                self._waiting.popleft()
                self._changed.notify_all()


class Backend:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @property
    def features(self) -> BackendFeatures:
        self._enter()
        return BackendFeatures(self._reader.is_running)

    def output(self, text: str, interrupt: bool = False) -> None:
        self._enter()
        if not text or "\0" in text:
            raise ValueError("empty, or with a NUL")
        if not self._reader.is_running:
            raise PrismBackendNotAvailableError
        if interrupt:
            self._reader.hush()
        self._reader.take(text)

    def stop(self) -> None:
        self._enter()
        self._reader.hush()

    def _enter(self) -> None:
        self._reader.threads.add(threading.current_thread().name)
        while self._reader.is_hung.is_set():
            threading.Event().wait(0.01)


class Context:
    reader: Reader  # given by the test

    def exists(self, number: BackendId) -> bool:
        return number is not BackendId.INVALID

    def acquire(self, number: BackendId) -> Backend:
        if number is not self.reader.kind:
            raise ValueError("Invalid or unsupported backend")
        return Backend(self.reader)
