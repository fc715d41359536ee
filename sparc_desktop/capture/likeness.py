"""Is it still the same picture? So that a key pressed twice has a result read again, and not computed again.

A blinking caret makes no other picture; a new word does, however large the screen. So it is judged cell by cell.
"""

from PIL import Image, ImageChops

from sparc_desktop.capture.frame import Frame
from sparc_desktop.domain.capture import Capture

VISIBLE = 16  # of 255: how much a colour changes before an eye sees it
CELL = (64, 32)  # pixels: about a word
FEW = 64  # of the pixels of a cell: a caret, or half a letter of ordinary size


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
    changed = difference.point(lambda value: 255 if value >= VISIBLE else 0)
    return _most_in_a_cell(changed) <= FEW


def _most_in_a_cell(mask: Image.Image) -> float:
    """How many pixels are white in the cell that has most; cells at the edges are filled up with black."""
    across, down = (-(-side // cell) for side, cell in zip(mask.size, CELL, strict=True))
    whole = Image.new("L", (across * CELL[0], down * CELL[1]))
    whole.paste(mask)
    _, most = whole.reduce(CELL).getextrema()
    return CELL[0] * CELL[1] * float(most) / 255  # type: ignore[arg-type]  # one channel, so a number
