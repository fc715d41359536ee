"""What captures the screen: `capture.base.ScreenCapture`, or whatever takes its place."""

from typing import Protocol

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.target import Target


class Screen(Protocol):
    """Takes pictures of what is on the screen."""

    def capture(self, target: Target) -> Capture:
        """A picture of the target; may take its time, and raises ExpectedError."""

    def close(self) -> None:
        """Free what is held."""
