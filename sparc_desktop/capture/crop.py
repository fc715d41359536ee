"""A part of a picture of the screen that was taken before."""

from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.label import region_label
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.rectangle import Rectangle


def picture_size(capture: Capture) -> tuple[int, int]:
    """Its width and height in pixels; raises ExpectedError CAPTURE_FAILED where it can't be read."""
    return Frame.from_png(capture.untrusted_data).image.size


def cropped(capture: Capture, whole: Rectangle, part: Rectangle) -> Capture:
    """The `part` of a picture of the `whole`; the picture may be in another resolution than they are.

    Raises ExpectedError SCREEN_BLACK or SCREEN_BLANK where there is nothing in that part.
    """
    image = Frame.from_png(capture.untrusted_data).image
    across, down = image.width / whole.width, image.height / whole.height
    left, top = round((part.left - whole.left) * across), round((part.top - whole.top) * down)
    right, bottom = left + max(round(part.width * across), 1), top + max(round(part.height * down), 1)
    frame = Frame(image.crop((left, top, right, bottom)))
    label = region_label(part)
    frame.check(label)
    return Capture(label, frame.png(), is_screen=True)
