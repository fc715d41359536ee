"""How long a model takes for a description: until its first word, and then for each."""

import time
from collections.abc import Callable

from sparc_desktop.domain.events import Event, TextDelta
from sparc_desktop.domain.words import count_words
from sparc_desktop.translation import translate


class Stopwatch:
    """Begins when it is made, and hears the events of one description."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._began = self._last = now()
        self._first: float | None = None
        self._text_then = ""
        self.text = ""

    def hear(self, event: Event) -> None:
        """Take an event of the description."""
        if isinstance(event, TextDelta):
            self.text += event.text
            self._last = self._now()
            if self._first is None:
                self._first, self._text_then = self._last, self.text

    def sentence(self) -> str:
        """What is told at its end."""
        if self._first is None:
            return translate("Models", "It did not write a word.")
        words = count_words(self.text) - count_words(self._text_then)
        text = translate("Models", "The first word came after {seconds} seconds, then {speed} words a second.")
        speed = words / max(self._last - self._first, 1e-9)
        return text.format(seconds=f"{self._first - self._began:.1f}", speed=f"{speed:.1f}")
