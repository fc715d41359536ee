"""An honest fake reader of text: it takes its time, can be stopped for good, and remembers what it was given."""

import threading

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.ocr.base import TextReader


class RecordingTextReader(TextReader):
    """Obeys the contract of every reader; finds the same text in each picture, after `go` where it is `held`."""

    name = "recording"

    def __init__(self, text: str = "", failure: ExpectedError | None = None, *, held: bool = False) -> None:
        self.seen: list[bytes] = []
        self.go, self.stopped = threading.Event(), threading.Event()
        self._text = text
        self._failure = failure
        if not held:
            self.go.set()

    @classmethod
    def is_compatible(cls) -> bool:
        return True

    @classmethod
    def is_installed(cls) -> bool:
        return True

    @classmethod
    def remedy(cls) -> str:
        return "It is always there."

    def read(self, untrusted_image: bytes) -> str | None:
        self.seen.append(untrusted_image)
        self.go.wait()
        if self.stopped.is_set():
            return None
        if self._failure is not None:
            raise self._failure
        return self._text

    def stop(self) -> None:
        self.stopped.set()
        self.go.set()
