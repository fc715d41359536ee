"""What is heard while a slow machine looks at a picture, so that nobody waits for nothing.

Silence for 3 seconds is ordinary. Then one sentence says how long it took the last time, and from then on a quiet tick
now and then says that the program is still at work, until the first words come. Time is given by the caller, in seconds
of any clock; nothing here waits.
"""

from dataclasses import dataclass

from sparc_desktop.translation import translate

SILENCE = 3.0  # seconds until something must be heard
BETWEEN_TICKS = 5.0  # seconds: often enough to trust, seldom enough to bear


@dataclass(frozen=True, slots=True)
class Estimate:
    """To be said."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Tick:
    """To be played."""


class Patience:
    """Watches one description at a time, from its beginning to its first words."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._next = 0.0
        self._usual: float | None = None  # seconds to the first words, the last time

    def begin(self, now: float) -> None:
        """A description begins."""
        self._began, self._next = now, now + SILENCE

    def first_words(self, now: float) -> None:
        """The first words are there."""
        if self._began is not None:
            self._usual = now - self._began
        self._began = None

    def end(self) -> None:
        """The description is over, or given up: its time says nothing about the next one."""
        self._began = None

    def check(self, now: float) -> Estimate | Tick | None:
        """What is due now; ask about once a second."""
        if self._began is None or now < self._next:
            return None
        is_first = self._next == self._began + SILENCE
        self._next = now + BETWEEN_TICKS
        return Estimate(self._sentence(now)) if is_first else Tick()

    def _sentence(self, now: float) -> str:
        waited = now - (self._began or now)
        if self._usual is None or self._usual <= waited + 1:
            return translate("Patience", "Still at work on the picture.")
        seconds = translate("Patience", "Still at work on the picture. About {seconds} more seconds.")
        return seconds.format(seconds=round(self._usual - waited))
