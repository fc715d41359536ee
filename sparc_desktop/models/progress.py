"""How far a download or a check has come, told some times a second and at the end."""

import math
import time
from collections.abc import Callable

INTERVAL = 0.2  # seconds between two reports: as fine as a bar on the screen needs

Progress = Callable[[int, int], None]
"""Takes the bytes done and the bytes in all; called in the thread that does the work. The former may go back, where
something has turned out to be damaged."""


def silent(_done: int, _total: int) -> None:
    """For nobody."""


class Tally:
    """Adds up the bytes of all files."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.done, self._total, self._progress = 0, total, progress
        self._told_at = -math.inf

    def add(self, count: int) -> None:
        """So many bytes more; or fewer, where some were thrown away."""
        self.done += count
        if time.monotonic() - self._told_at >= INTERVAL:
            self.tell()

    def tell(self) -> None:
        """Report now."""
        self._told_at = time.monotonic()
        self._progress(self.done, self._total)
