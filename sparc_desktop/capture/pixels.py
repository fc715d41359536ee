"""The pixels of a rectangle of the screen, by mss.

On X11 a new mss takes 300 ms and a kept one 8 ms for a full screen, so one is kept. It is opened again when it fails
once: the server has restarted, or the screen has grown beyond the memory that both share.
"""

import contextlib

import mss
from mss.exception import ScreenShotError

from sparc_desktop.capture.file import printable
from sparc_desktop.capture.frame import Frame
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.translation import translate

BROKEN = (ScreenShotError, AssertionError)  # the second is what mss 10.2 makes of a lost connection


class Pixels:
    """One reader of the screen; only one thread may use it at a time."""

    def __init__(self, display: str | None = None) -> None:
        """`display` is for X11: another one than that of the environment."""
        self._display = display
        self._reader: mss.MSS | None = None

    def grab(self, rectangle: Rectangle) -> Frame:
        """Raises CAPTURE_FAILED; the rectangle must lie on the screen."""
        try:
            return self._grab(rectangle)
        except BROKEN:
            self.close()
        try:
            return self._grab(rectangle)
        except BROKEN as error:
            self.close()
            reason = printable(str(error)) or translate("Capture", "the connection to the screen is broken")
            raise ExpectedError(Code.CAPTURE_FAILED, reason=reason) from error

    def monitors(self) -> list[Rectangle]:
        """Asked anew each time: mss itself asks once."""
        self.close()
        try:
            found = self._open().monitors[1:]  # the first is all of them together
        except BROKEN as error:
            raise ExpectedError(Code.CAPTURE_FAILED, reason=printable(str(error))) from error
        return [Rectangle(each["left"], each["top"], each["width"], each["height"]) for each in found]

    def close(self) -> None:
        """Free the connection; the next grab opens a new one."""
        if self._reader is not None:
            with contextlib.suppress(*BROKEN):
                self._reader.close()
        self._reader = None

    def _open(self) -> mss.MSS:
        if self._reader is None:
            self._reader = mss.MSS(display=self._display) if self._display is not None else mss.MSS()
        return self._reader

    def _grab(self, rectangle: Rectangle) -> Frame:
        place = {
            "left": rectangle.left,
            "top": rectangle.top,
            "width": rectangle.width,
            "height": rectangle.height,
        }
        shot = self._open().grab(place)
        return Frame.from_bgrx(shot.width, shot.height, shot.raw)  # its own size: on a Retina screen twice ours
