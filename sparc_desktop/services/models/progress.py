"""What is said of a download: its size, how far it is at coarse steps, and how long the rest will take."""

import math
from collections.abc import Callable
from time import monotonic

from sparc_desktop.services.models.telling import Fetched, Installed, Removed, Sized, Told, Waiting
from sparc_desktop.services.models.words import gigabytes
from sparc_desktop.translation import translate

STEPS = 10  # in which a download is told
APART = 10.0  # seconds between two of them at least: a quick one is not worth ten sentences


class Progress:
    """Hears of everything; says what is worth a sentence."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._began, self._before = 0.0, -1  # when the first bytes came, and how many were there then
        self._told, self._told_at = 0, -math.inf

    def hear(self, told: Told) -> str:
        """A sentence to be said, or nothing."""
        match told:
            case Sized(total=total, missing=missing):
                return _size(total, missing)
            case Fetched(done=done, total=total):
                return self._progress(done, total)
            case Waiting():
                return translate("Models", "It is being downloaded by another program just now, which is waited for.")
            case Installed():
                return translate("Models", "The model is installed.")
            case Removed(freed=freed):
                return translate("Models", "The model is removed; {size} are free again.").format(size=gigabytes(freed))
        return ""

    def _progress(self, done: int, total: int) -> str:
        now = self._now()
        if self._before < 0:
            self._began, self._before, self._told_at = now, done, now
            self._told = STEPS * done // max(total, 1)
        step = STEPS * done // max(total, 1)
        if step <= self._told or step == STEPS or now < self._told_at + APART:
            return ""
        self._told, self._told_at = step, now
        speed = (done - self._before) / max(now - self._began, 1e-9)
        minutes = math.ceil(round((total - done) / max(speed, 1.0)) / 60)
        if minutes == 1:
            text = translate("Models", "{percent} percent, about a minute left.")
        else:
            text = translate("Models", "{percent} percent, about {minutes} minutes left.")
        return text.format(percent=100 * step // STEPS, minutes=minutes)


def _size(total: int, missing: int) -> str:
    if missing == 0:
        return translate("Models", "All files are here already; they are being checked.")
    if missing < total:
        text = translate("Models", "The download has {size}, of which {missing} are still missing.")
    else:
        text = translate("Models", "The download has {size}.")
    return text.format(size=gigabytes(total), missing=gigabytes(missing))
