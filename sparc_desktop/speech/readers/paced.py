"""Screen readers that take a sentence and never tell when it has been said.

They are given one sentence at a time, and the next one when this one has probably been said: what is not given yet can
be withheld by `stop`, and a reader that dies takes one sentence with it at most, which is then said otherwise. Readers
queue what comes too early, so too short a guess loses nothing; too long a one leaves a pause.
"""

import threading
import time
from abc import abstractmethod

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.options import CHINESE
from sparc_desktop.speech.readers.base import ScreenReader
from sparc_desktop.translation import translate

LETTER_SECONDS = 0.06  # 175 words a minute, the rate that readers come with
CHINESE_SECONDS = 0.22  # a character is a syllable
LOOK_SECONDS = 0.5  # between two looks whether the reader still runs


def speaking_seconds(text: str) -> float:
    """How long a reader probably takes for a text."""
    chinese = len(CHINESE.findall(text))
    return chinese * CHINESE_SECONDS + (len(text) - chinese) * LETTER_SECONDS


class PacedReader(ScreenReader):
    """Hands over, then waits as long as the sentence takes."""

    def __init__(self, pace: float = 1.0) -> None:
        self._pace = pace
        self._silenced = threading.Event()

    def say(self, text: str) -> bool:
        """Wait until it has probably been said; SPEECH_FAILED where the reader went meanwhile."""
        self._silenced.clear()
        self._hand_over(text)
        deadline = time.monotonic() + speaking_seconds(text) * self._pace
        while (left := deadline - time.monotonic()) > 0:
            if self._silenced.wait(min(left, LOOK_SECONDS)):
                return False
            if not self.is_running():
                reason = translate("Speech", "the screen reader has ended")
                raise ExpectedError(Code.SPEECH_FAILED, reason=reason)
        return True

    def stop(self) -> None:
        """Give nothing more, and hush where the reader can be told to."""
        self._silenced.set()
        self._hush()

    def close(self) -> None:
        """Nothing is held."""
        self._silenced.set()

    @abstractmethod
    def _hand_over(self, text: str) -> None:
        """Give the reader a sentence; returns at once."""

    def _hush(self) -> None:
        """Silence the reader, where it can be told to; returns at once."""
