"""The screen of an X server: windows by python-xlib, pixels by mss, the focused control by the accessibility bus.

The connection is opened once and kept, and opened again when the server has restarted. Under Wayland an X server runs,
too, but sees nothing of the other programs; there the portal serves.
"""

import contextlib
import importlib.util
import os
import sys
from collections.abc import Callable
from typing import TypeVar

from Xlib import error

from sparc_desktop.capture.focus import focused_control
from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.pixels import Pixels
from sparc_desktop.capture.rectangular import RectangularCapture
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.capture.x11_desktop import X11Desktop
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor
from sparc_desktop.translation import translate

GONE = (error.ConnectionClosedError, error.DisplayError, OSError, OverflowError)  # the last: a display number too large
Answer = TypeVar("Answer")


class X11Screen(RectangularCapture):
    """Every target, at the price of an open connection to the X server."""

    name = "x11"

    def __init__(self, display: str | None = None, own_pid: int | None = None) -> None:
        super().__init__(own_pid)
        self._name = display
        self._pixels = Pixels(display)
        self._desktop: X11Desktop | None = None
        self._ask(X11Desktop.monitors)  # what is wrong shows now, and what is slow is done before the first key

    @classmethod
    def is_compatible(cls) -> bool:
        """An X server that is not Wayland's."""
        is_wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
        return sys.platform.startswith("linux") and bool(os.environ.get("DISPLAY")) and not is_wayland

    @classmethod
    def is_installed(cls) -> bool:
        """Both are Python packages that come with the program."""
        return all(importlib.util.find_spec(name) for name in ("mss", "Xlib"))

    @classmethod
    def remedy(cls) -> str:
        """How to get them."""
        return translate("Capture", "Install the program again: a part of it is missing.")

    def close(self) -> None:
        """Both connections."""
        with self._lock:
            self._disconnect()
            self._pixels.close()

    def _monitors(self) -> tuple[Monitor, ...]:
        return self._ask(X11Desktop.monitors)

    def _window(self) -> Window:
        return self._ask(X11Desktop.window)

    def _control(self, window: Window) -> Control:
        return focused_control(window)

    def _grab(self, rectangle: Rectangle) -> Frame:
        return self._pixels.grab(rectangle)

    def _ask(self, question: Callable[[X11Desktop], Answer]) -> Answer:
        try:
            return question(self._connected())
        except GONE:
            self._disconnect()
        try:
            return question(self._connected())
        except GONE as failed:
            self._disconnect()
            remedy = translate("Capture", "No display can be reached. Start the program from a desktop.")
            raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy=remedy) from failed

    def _connected(self) -> X11Desktop:
        if self._desktop is None:
            self._desktop = X11Desktop(self._name)
        return self._desktop

    def _disconnect(self) -> None:
        if self._desktop is not None:
            with contextlib.suppress(*GONE):  # there is nobody left to say good-bye to
                self._desktop.close()
        self._desktop = None
