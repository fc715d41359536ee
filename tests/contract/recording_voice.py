"""An honest fake voice: it takes its time, can be silenced in mid-sentence, and remembers which words were heard."""

import threading

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.speech.base import Voice


class RecordingVoice(Voice):
    """Obeys the contract of every voice; `heard` holds, for each sentence that began, what was said of it."""

    name = "recording"

    def __init__(self, seconds_per_word: float = 0.0, failure: ExpectedError | None = None) -> None:
        self.heard: list[str] = []
        self.stops = 0
        self.closed = False
        self.failure = failure
        self._seconds = seconds_per_word
        self._lock = threading.Lock()
        self._silenced: threading.Event | None = None

    @classmethod
    def is_compatible(cls) -> bool:
        return True

    @classmethod
    def is_installed(cls) -> bool:
        return True

    @classmethod
    def remedy(cls) -> str:
        return "It is always there."

    def say(self, text: str) -> bool:
        if self.failure is not None:
            raise self.failure
        with self._lock:
            silenced = self._silenced = threading.Event()
            self.heard.append("")
        for word in text.split():
            with self._lock:  # so that no word is heard after `stop` returned
                if silenced.is_set():
                    return False
                self.heard[-1] = f"{self.heard[-1]} {word}".strip()
            silenced.wait(self._seconds)
        with self._lock:
            self._silenced = None
        return not silenced.is_set()

    def is_sounding(self) -> bool:
        with self._lock:
            return self._silenced is not None and not self._silenced.is_set()

    def stop(self) -> None:
        with self._lock:
            self.stops += 1
            if self._silenced is not None:
                self._silenced.set()

    def close(self) -> None:
        self.stop()
        self.closed = True
