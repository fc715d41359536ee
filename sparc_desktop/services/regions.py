"""The choice of a part of the screen while the focus stays in another program: the keys, the steps, the last region.

All methods are called by one thread, that of the captures. The keys are held as long as a choice goes on; they were
taken already where a key began it.
"""

from sparc_desktop.domain.region import LastRegion
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.domain.target import Region
from sparc_desktop.services.frozen_screen import FrozenScreen
from sparc_desktop.services.region_chooser import RegionChooser, last_region
from sparc_desktop.services.remote import Remote
from sparc_desktop.services.screen import Screen
from sparc_desktop.translation import translate


class Regions:
    """The choices of one program; the last region is kept while it runs, and never on disk."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._last = LastRegion()
        self._chooser: RegionChooser | None = None

    def begin(self, screen: Screen) -> str:
        """Begin a choice, and what is said first. Raises ExpectedError; `end` must follow whatever it raises."""
        chooser = RegionChooser(screen, self._last)
        self._remote.hold_region_keys()
        self._chooser = chooser
        return chooser.begin()

    def end(self) -> None:
        """No choice goes on, and no keys are held."""
        self._chooser = None
        self._remote.free_region_keys()

    def press(self, key: RegionKey) -> str | Region | None:
        """What is said to a key, or the region that it takes; None where no choice goes on.

        A key may have ended the choice in its own thread before this one has begun it, and so held the keys again:
        therefore they are freed here, after that.
        """
        if self._chooser is None:
            self.end()
            return None
        answer = self._chooser.press(key)
        if key.ends:
            self.end()
        return translate("Region", "No part of the screen was chosen.") if answer is None else answer

    def freeze(self, screen: Screen) -> tuple[FrozenScreen, RegionChooser]:
        """The screen as it is now, and a choice in it that a window leads. Raises ExpectedError."""
        frozen = FrozenScreen(screen)
        return frozen, RegionChooser(frozen, self._last)

    def last(self, screen: Screen) -> Region:
        """The region that was described last; raises ExpectedError NO_LAST_REGION."""
        return last_region(screen, self._last)
