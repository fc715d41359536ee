"""What an X server and its window manager tell: the monitors and the window with the focus.

By the conventions of EWMH, in some ten round trips of 0.05 ms. Everything read from a window is another program's word:
lengths are limited, and a window may be gone between two questions.
"""

from Xlib import X, error
from Xlib.display import Display
from Xlib.ext import randr
from Xlib.protocol.request import GetProperty
from Xlib.xobject.drawable import Window as XWindow

from sparc_desktop.capture.window import Window
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import Monitor

MAX_WORDS = 1024  # of 4 bytes that are read of a property: titles of megabytes exist
RANDR_MONITORS = (1, 5)  # the version that brought them
SIDES = 4
COVERED = 0.02  # share of a window from which it is worth a word that others lie over it: shadows and borders are less


class X11Desktop:
    """One connection; only one thread may use it at a time."""

    def __init__(self, display: str | None = None) -> None:
        self._display = Display(display)
        self._root = self._display.screen().root
        self._has_monitors = self._display.has_extension("RANDR") and self._randr_version() >= RANDR_MONITORS

    def close(self) -> None:
        """End the connection."""
        self._display.close()

    def monitors(self) -> tuple[Monitor, ...]:
        """The primary one first, as the server lists them."""
        found = randr.get_monitors(self._root).monitors if self._has_monitors else []
        rectangles = [Rectangle(each.x, each.y, each.width_in_pixels, each.height_in_pixels) for each in found]
        screen = self._root.get_geometry()
        whole = Rectangle(0, 0, screen.width, screen.height)
        inside = [each.clipped(whole) for each in rectangles]
        inside = [each for each in inside if each.area] or [whole]
        return tuple(Monitor(number, each) for number, each in enumerate(inside, start=1))

    def window(self) -> Window:
        """The window with the focus; raises NO_FOCUSED_WINDOW."""
        active = self._values(self._root, "_NET_ACTIVE_WINDOW")
        if not active or active[0] == X.NONE:
            raise ExpectedError(Code.NO_FOCUSED_WINDOW)
        try:
            return self._describe(active[0])
        except error.XError as failed:  # it has just been closed
            raise ExpectedError(Code.NO_FOCUSED_WINDOW) from failed

    def _describe(self, number: int) -> Window:
        window = self._display.create_resource_object("window", number)
        pid = self._values(window, "_NET_WM_PID")
        rectangle = self._rectangle(window)
        return Window(
            untrusted_application=self._application(window),
            untrusted_title=_text(self._bytes(window, "_NET_WM_NAME") or self._bytes(window, "WM_NAME")),
            pid=pid[0] if pid else 0,
            rectangle=rectangle,
            is_minimised=self._is_minimised(window),
            is_covered=self._covered(number, rectangle) > COVERED * rectangle.area,
        )

    def _application(self, window: XWindow) -> str:
        """The second name of WM_CLASS: the first can be different for each window of a program."""
        names = [name for name in self._bytes(window, "WM_CLASS").split(b"\0") if name]
        return _text(names[-1]) if names else ""

    def _rectangle(self, window: XWindow) -> Rectangle:
        """Without the title bar; without the shadow that some programs draw inside their own window."""
        size = window.get_geometry()
        place = self._root.translate_coords(window, 0, 0)
        shadow = self._values(window, "_GTK_FRAME_EXTENTS")
        left, right, top, bottom = shadow if len(shadow) == SIDES else (0,) * SIDES
        width, height = size.width - left - right, size.height - top - bottom
        return Rectangle(place.x + left, place.y + top, max(width, 0), max(height, 0))

    def _is_minimised(self, window: XWindow) -> bool:
        hidden = self._display.get_atom("_NET_WM_STATE_HIDDEN") in self._values(window, "_NET_WM_STATE")
        return hidden or window.get_attributes().map_state != X.IsViewable

    def _covered(self, number: int, rectangle: Rectangle) -> int:
        """How many pixels the window above it hides that hides most."""
        stacking = self._values(self._root, "_NET_CLIENT_LIST_STACKING")
        above = stacking[stacking.index(number) + 1 :] if number in stacking else []
        return max((self._shown(each).clipped(rectangle).area for each in above), default=0)

    def _shown(self, number: int) -> Rectangle:
        """Where a window is; nowhere when it is hidden or gone."""
        window = self._display.create_resource_object("window", number)
        try:
            if window.get_attributes().map_state == X.IsViewable:
                return self._rectangle(window)
        except error.XError:
            pass
        return Rectangle(0, 0, 0, 0)

    def _values(self, window: XWindow, name: str) -> list[int]:
        """The numbers of a property; none where it is missing or holds something else."""
        found = self._property(window, name)
        return list(found.value) if found is not None and found.format == 32 else []

    def _bytes(self, window: XWindow, name: str) -> bytes:
        found = self._property(window, name)
        return bytes(found.value) if found is not None and found.format == 8 else b""

    def _property(self, window: XWindow, name: str) -> GetProperty | None:
        return window.get_property(self._display.get_atom(name), X.AnyPropertyType, 0, MAX_WORDS)

    def _randr_version(self) -> tuple[int, int]:
        version = randr.query_version(self._root)
        return version.major_version, version.minor_version


def _text(raw: bytes) -> str:
    """UTF-8, as it should be; what is none, or cut off within a letter, shows a replacement character there."""
    return raw.decode(errors="replace")
