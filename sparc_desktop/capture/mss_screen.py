"""The screen of Windows and macOS: pixels and monitors by mss, the focused window by the system's own interface.

macOS shows a program without permission the wallpaper and no windows, silently; so the permission is asked for before
the picture is taken. The focused control would need UI Automation or the Accessibility interface, which come later.
"""

import importlib.util
import sys
from collections.abc import Callable

from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.label import focused_control_label, focused_window_label
from sparc_desktop.capture.pixels import Pixels
from sparc_desktop.capture.rectangular import RectangularCapture
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor
from sparc_desktop.translation import translate

FindWindow = Callable[[], Window]


class MssScreen(RectangularCapture):
    """`find_window` and `display` are for tests, which run it elsewhere."""

    name = "mss"

    def __init__(
        self, find_window: FindWindow | None = None, display: str | None = None, own_pid: int | None = None
    ) -> None:
        super().__init__(own_pid)
        self._find_window = find_window or _system_window()
        self._pixels = Pixels(display)

    @classmethod
    def is_compatible(cls) -> bool:
        """Windows and macOS."""
        return sys.platform in ("win32", "darwin")

    @classmethod
    def is_installed(cls) -> bool:
        """A Python package that comes with the program."""
        return importlib.util.find_spec("mss") is not None

    @classmethod
    def remedy(cls) -> str:
        """How to get it."""
        return translate("Capture", "Install the program again: a part of it is missing.")

    def close(self) -> None:
        """What mss holds."""
        with self._lock:
            self._pixels.close()

    def _monitors(self) -> tuple[Monitor, ...]:
        rectangles = self._pixels.monitors()
        if not rectangles:
            raise ExpectedError(Code.CAPTURE_FAILED, reason=translate("Capture", "no monitor is connected"))
        return tuple(Monitor(number, each) for number, each in enumerate(rectangles, start=1))

    def _window(self) -> Window:
        return self._find_window()

    def _control(self, window: Window) -> Control:
        raise ExpectedError(Code.TARGET_UNAVAILABLE, label=focused_control_label())

    def _grab(self, rectangle: Rectangle) -> Frame:
        if sys.platform == "darwin":
            from sparc_desktop.capture.macos_permission import require_permission

            require_permission()
        return self._pixels.grab(rectangle)


def _system_window() -> FindWindow:
    """The system's way to the focused window; its module is imported only there."""
    if sys.platform == "win32":
        from sparc_desktop.capture.windows_window import focused_window

        return focused_window
    if sys.platform == "darwin":
        from sparc_desktop.capture.macos_window import focused_window

        return focused_window
    return _no_window


def _no_window() -> Window:
    raise ExpectedError(Code.TARGET_UNAVAILABLE, label=focused_window_label())
