"""Which screen reader is running now, and how it is spoken through.

Asked at the beginning of each description, for a reader may be started and ended at any time. The order on Linux: by
announcement where somebody listens to those (and there is a window to make them), for that has braille too; otherwise,
where an Orca runs, through the daemon that it speaks through. A module is imported only when its turn comes.
"""

import logging
import sys

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.speech.readers.announcement import Announce
from sparc_desktop.speech.readers.base import ScreenReader

log = logging.getLogger(__name__)


def find_reader(announce: Announce | None = None, known: ScreenReader | None = None) -> ScreenReader | None:
    """The reader to speak through, which is `known` where that is still right; None where there is none.

    It never raises, and takes some milliseconds, or seconds where a daemon must be started or hangs.
    """
    try:
        return _find_elsewhere(known) if sys.platform in ("win32", "darwin") else _find_orca(announce, known)
    except ExpectedError as error:
        log.warning("The screen reader can't be spoken through: %s", error)
        return None


def _find_orca(announce: Announce | None, known: ScreenReader | None) -> ScreenReader | None:
    from sparc_desktop.speech.readers.listeners import listeners  # its bus exists on Linux alone

    found = listeners()
    if announce and found.announcements:
        from sparc_desktop.speech.readers.announcement import Announcement

        return known if isinstance(known, Announcement) else Announcement(announce)
    if found.orca:
        from sparc_desktop.speech.readers.speechd import SpeechDispatcher

        return known if isinstance(known, SpeechDispatcher) else SpeechDispatcher()
    return None


def _find_elsewhere(known: ScreenReader | None) -> ScreenReader | None:
    from sparc_desktop.speech.readers.prism import Prism

    if known is not None and known.is_running():
        return known
    return Prism() if Prism.is_installed() else None
