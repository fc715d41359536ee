"""What all desktops share that let a program read any rectangle of the screen.

A target becomes an area: a rectangle and its label. The rectangle is clipped to the screen, read and checked. A backend
gives the four facts that only the system knows. What a window's rectangle shows is captured, also where another window
lies over it: no window is ever raised for a picture, as that would move the focus.
"""

import os
import threading
from abc import abstractmethod
from dataclasses import dataclass, replace

from sparc_desktop.capture.base import ScreenCapture
from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.label import (
    control_label,
    monitor_label,
    region_label,
    screen_label,
    window_label,
    with_size,
)
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle, around
from sparc_desktop.domain.target import (
    FocusedControl,
    FocusedWindow,
    Monitor,
    OneMonitor,
    Region,
    Target,
    WholeScreen,
    nearest,
)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the screen and its name."""

    label: str
    rectangle: Rectangle
    is_named_by_size: bool = False

    @property
    def spoken(self) -> str:
        """What is said of a picture of it."""
        if self.is_named_by_size:
            return self.label
        return with_size(self.label, self.rectangle.width, self.rectangle.height)


class RectangularCapture(ScreenCapture):
    """Backends fill in the methods that begin with `_`; they are called by one thread at a time."""

    def __init__(self, own_pid: int | None = None) -> None:
        self._own_pid = os.getpid() if own_pid is None else own_pid
        self._lock = threading.Lock()

    def capture(self, target: Target) -> Capture:
        """Locate, read, check, encode; only the first two hold up another thread."""
        with self._lock:
            area = self._locate(target)
            frame = self._grab(area.rectangle)
        frame.check(area.label)
        return Capture(area.spoken, frame.png(), is_screen=True)

    def rectangle(self, target: Target) -> Rectangle:
        """As far as it is on the screen."""
        with self._lock:
            return self._locate(target).rectangle

    def monitors(self) -> tuple[Monitor, ...]:
        """As they are now: they come and go while the program runs."""
        with self._lock:
            return self._monitors()

    @abstractmethod
    def _monitors(self) -> tuple[Monitor, ...]:
        """At least one."""

    @abstractmethod
    def _window(self) -> Window:
        """The window with the focus; raises NO_FOCUSED_WINDOW, or TARGET_UNAVAILABLE."""

    @abstractmethod
    def _control(self, window: Window) -> Control:
        """The control with the focus in it; raises NO_FOCUSED_CONTROL, or TARGET_UNAVAILABLE."""

    @abstractmethod
    def _grab(self, rectangle: Rectangle) -> Frame:
        """The pixels of a rectangle that lies on the screen; raises CAPTURE_FAILED or CAPTURE_REFUSED."""

    def _locate(self, target: Target) -> Area:
        monitors = self._monitors()
        area = self._area(target, monitors)
        rectangle = area.rectangle.clipped(around(each.rectangle for each in monitors))
        if isinstance(target, Region):  # its name must be the size of what is seen of it
            area = Area(region_label(rectangle), rectangle, is_named_by_size=True)
        if not rectangle.area:
            raise ExpectedError(Code.TARGET_OFF_SCREEN, label=area.label)
        return replace(area, rectangle=rectangle)

    def _area(self, target: Target, monitors: tuple[Monitor, ...]) -> Area:
        match target:
            case WholeScreen():
                return Area(screen_label(len(monitors)), around(each.rectangle for each in monitors))
            case Region(rectangle):
                return Area(region_label(rectangle), rectangle)
            case OneMonitor(number):
                monitor = self._focused_monitor(monitors) if number is None else _numbered(number, monitors)
                alone = len(monitors) == 1
                return Area(screen_label(1) if alone else monitor_label(monitor.number), monitor.rectangle)
            case FocusedWindow():
                window = self._foreign_window()
                number = nearest(window.rectangle, monitors).number if len(monitors) > 1 else None
                return Area(window_label(window, number), window.rectangle)
            case FocusedControl():
                window = self._foreign_window()
                control = self._control(window)
                return Area(control_label(control, window), control.rectangle)

    def _foreign_window(self) -> Window:
        window = self._window()
        if window.pid == self._own_pid:
            raise ExpectedError(Code.WINDOW_IS_OURS)
        if window.is_minimised:
            raise ExpectedError(Code.WINDOW_MINIMISED, label=window_label(window))
        return window

    def _focused_monitor(self, monitors: tuple[Monitor, ...]) -> Monitor:
        """That of the focused window, also of our own; the first where no window tells."""
        try:
            return nearest(self._window().rectangle, monitors)
        except ExpectedError:
            return monitors[0]


def _numbered(number: int, monitors: tuple[Monitor, ...]) -> Monitor:
    for monitor in monitors:
        if monitor.number == number:
            return monitor
    raise ExpectedError(Code.NO_SUCH_MONITOR, label=monitor_label(number), limit=str(len(monitors)))
