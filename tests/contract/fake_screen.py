"""An honest fake screen: a picture in memory, with windows put on it, read through the same facade as the real ones."""

from PIL import Image

from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.rectangular import RectangularCapture
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle, around
from sparc_desktop.domain.target import Monitor

OWN_PID = 1


class FakeScreen(RectangularCapture):
    """What is on it is put there by `paint`; `grabbed` holds each rectangle that was read."""

    name = "fake"

    def __init__(self, *monitors: Rectangle) -> None:
        super().__init__(OWN_PID)
        self.grabbed: list[Rectangle] = []
        self.window: Window | None = None
        self.control: Control | None = None
        self.failure: ExpectedError | None = None
        self.arrange(*monitors or (Rectangle(0, 0, 800, 600),))

    def arrange(self, *monitors: Rectangle) -> None:
        """These monitors, all black."""
        self._rectangles = monitors
        self._whole = around(monitors)
        self._canvas = Image.new("RGB", (self._whole.width, self._whole.height))

    def paint(self, picture: Image.Image, left: int, top: int) -> None:
        """As far as it lies on the screen."""
        self._canvas.paste(picture, (left - self._whole.left, top - self._whole.top))

    @classmethod
    def is_compatible(cls) -> bool:
        return True

    @classmethod
    def is_installed(cls) -> bool:
        return True

    @classmethod
    def remedy(cls) -> str:
        return "It is always there."

    def _monitors(self) -> tuple[Monitor, ...]:
        return tuple(Monitor(number, each) for number, each in enumerate(self._rectangles, start=1))

    def _window(self) -> Window:
        if self.window is None:
            raise ExpectedError(Code.NO_FOCUSED_WINDOW)
        return self.window

    def _control(self, window: Window) -> Control:
        if self.control is None:
            raise ExpectedError(Code.NO_FOCUSED_CONTROL, label=window.untrusted_application)
        return self.control

    def _grab(self, rectangle: Rectangle) -> Frame:
        if self.failure is not None:
            raise self.failure
        self.grabbed.append(rectangle)
        left, top = rectangle.left - self._whole.left, rectangle.top - self._whole.top
        box = (left, top, left + rectangle.width, top + rectangle.height)
        return Frame(self._canvas.crop(box))
