"""What a way to capture the screen is.

A backend is asked for a target and gives one picture with its label, or raises ExpectedError: never a picture of
something else. Whatever needs no model to be seen as useless (a black screen, a minimised window, our own window) is
refused here, before any time is spent on it.
"""

from abc import abstractmethod

from sparc_desktop.domain.backend import Backend
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor, Target


class ScreenCapture(Backend):
    """One way to the pixels of the screen. Any thread may call it; one call at a time is served."""

    @abstractmethod
    def capture(self, target: Target) -> Capture:
        """A PNG of the target as it is now, with the label that is spoken first.

        Raises ExpectedError (NO_FOCUSED_WINDOW, WINDOW_MINIMISED, SCREEN_BLACK, CAPTURE_REFUSED, ...).
        """

    @abstractmethod
    def rectangle(self, target: Target) -> Rectangle:
        """Where the target is, without a picture: what the choice of a region starts from. Raises as `capture`."""

    @abstractmethod
    def monitors(self) -> tuple[Monitor, ...]:
        """The monitors by number; none where the desktop does not tell them apart."""

    def close(self) -> None:
        """Free what is held; it is not used again."""
