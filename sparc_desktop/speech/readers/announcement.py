"""Orca from version 45 on: it speaks what a window announces, also one in the background, and shows it in braille.

How a window announces is the window's business; it is given here as a function. Orca can't be told to be silent about
an announcement it has begun, except by its user, with any key; so `stop` withholds what is still to come.
"""

import sys
from collections.abc import Callable

from sparc_desktop.speech.readers.listeners import listeners
from sparc_desktop.speech.readers.paced import PacedReader
from sparc_desktop.translation import translate

Announce = Callable[[str], None]


class Announcement(PacedReader):
    """Announces each sentence from the window."""

    name = "announcement"

    def __init__(self, announce: Announce, pace: float = 1.0) -> None:
        super().__init__(pace)
        self._announce = announce

    @classmethod
    def is_compatible(cls) -> bool:
        """Linux and its like: elsewhere a reader ignores what a window in the background announces."""
        return sys.platform not in ("win32", "darwin")

    @classmethod
    def is_installed(cls) -> bool:
        """The window brings it along."""
        return True

    @classmethod
    def remedy(cls) -> str:
        """How to get it."""
        return translate("Speech", "Install Orca 45 or a later one.")

    def is_running(self) -> bool:
        """Does anybody listen?"""
        return listeners().announcements

    def _hand_over(self, text: str) -> None:
        self._announce(text)
