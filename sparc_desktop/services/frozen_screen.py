"""The screen as it was at one moment, to choose a part of it at leisure: nothing moves, and nothing covers it.

It also serves where a desktop gives pictures of the whole screen alone, and doesn't tell where what is.
"""

from sparc_desktop.capture.crop import cropped, picture_size
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor, OneMonitor, Region, Target, WholeScreen
from sparc_desktop.services.screen import Screen


class FrozenScreen:
    """A `Screen` in memory; taking the picture raises ExpectedError."""

    def __init__(self, screen: Screen) -> None:
        self.picture = screen.capture(WholeScreen())
        try:
            self.whole = screen.rectangle(WholeScreen())
            self._monitors = screen.monitors()
            self._focused = screen.rectangle(OneMonitor())
        except ExpectedError:  # only the picture is given
            self.whole = self._focused = Rectangle(0, 0, *picture_size(self.picture))
            self._monitors = ()

    def capture(self, target: Target) -> Capture:
        """A part of the picture."""
        return cropped(self.picture, self.whole, self.rectangle(target))

    def rectangle(self, target: Target) -> Rectangle:
        """Of the whole, of the monitor that had the focus, or of a region; nothing else is asked of it."""
        match target:
            case Region(rectangle):
                return rectangle
            case OneMonitor():
                return self._focused
        return self.whole

    def monitors(self) -> tuple[Monitor, ...]:
        """As they were."""
        return self._monitors

    def close(self) -> None:
        """Nothing is held."""
