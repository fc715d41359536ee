"""Is it still the same picture? So that a key pressed twice has a result read again, and not computed again.

A blinking caret or the clock in a panel makes no other picture; a new line in a chat does.
"""

from PIL import ImageChops

from sparc_desktop.capture.frame import Frame
from sparc_desktop.domain.capture import Capture

VISIBLE = 16  # of 255: how much a colour changes before an eye sees it
FEW = 5000  # one pixel in so many may differ: a caret or a digit of a clock, less than a word
AT_LEAST = 100  # pixels, of a small picture


def alike(first: Capture, second: Capture) -> bool:
    """Are both pictures of the same thing, and show the same but for trifles? Both must be PNG of this program."""
    if first.label != second.label:
        return False
    if first.untrusted_data == second.untrusted_data:
        return True
    before, now = Frame.from_png(first.untrusted_data).image, Frame.from_png(second.untrusted_data).image
    if before.size != now.size:
        return False
    red, green, blue = ImageChops.difference(before, now).split()
    difference = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    changed = sum(difference.histogram()[VISIBLE:])
    return changed <= max(AT_LEAST, now.width * now.height // FEW)
