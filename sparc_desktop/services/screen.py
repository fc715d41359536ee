"""What captures the screen: `capture.base.ScreenCapture`, or whatever takes its place."""

from typing import Protocol

from sparc_desktop.capture.likeness import alike as alike
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor, Target


class Screen(Protocol):
    """Takes pictures of what is on the screen."""

    def capture(self, target: Target) -> Capture:
        """A picture of the target; may take its time, and raises ExpectedError."""

    def rectangle(self, target: Target) -> Rectangle:
        """Where the target is; raises as `capture`."""

    def monitors(self) -> tuple[Monitor, ...]:
        """The monitors by number; none where the desktop does not tell them apart."""

    def close(self) -> None:
        """Free what is held."""
