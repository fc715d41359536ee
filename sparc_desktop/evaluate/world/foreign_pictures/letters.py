"""Lines of text that say nothing, from sheets written once a process: quick to set, and never twice alike.

The letters are too small to read at the size of these pictures, or the words are none.
"""

import string
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick

WIDE, LINES = 720, 8  # of a sheet, in pixels and in lines
# Those of these that a system has are used, and the one that Pillow brings.
FONTS = ("DejaVuSans.ttf", "DejaVuSerif.ttf", "LiberationSerif-Regular.ttf", "NotoSansCJK-Regular.ttc")
MONOSPACED = ("DejaVuSansMono.ttf", "LiberationMono-Regular.ttf")
HAN = 0x4E00, 0x9FA5  # the range of the usual Chinese characters
LETTERS = string.ascii_lowercase * 4 + string.ascii_uppercase + string.digits + ".,:;()=_/" + "etao" * 8 + " " * 28


def typeface(rng: Rng, *, fixed: bool = False) -> str:
    """A font by chance, "" for Pillow's own; fixed: all letters of one width."""
    names = ("", *installed(MONOSPACED if fixed else FONTS))
    return pick(rng, names)


def strip(rng: Rng, font: str, size: int, width: int) -> Image.Image:
    """A piece of a line, mode L: 255 where there is ink; about `size` pixels high and at most `width` wide."""
    sheet, high = _sheet(font, size), _high(size)
    left, line = int(rng.integers(0, WIDE - min(width, WIDE - 1))), int(rng.integers(LINES))
    return sheet.crop((left, line * high, left + min(width, WIDE), (line + 1) * high))


def write(
    rng: Rng, image: Image.Image, place: tuple[float, float], font: str, size: int, width: float, ink: object
) -> None:
    """Set a piece of a line of that width into a picture, where it begins; ink: a colour."""
    if width >= 2:
        piece = strip(rng, font, size, int(width))
        image.paste(ink, (round(place[0]), round(place[1])), piece)  # type: ignore[arg-type]


@cache
def installed(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these fonts that the system has."""
    return tuple(name for name in names if _has(name))


def _has(name: str) -> bool:
    try:
        ImageFont.truetype(name, 10)
    except OSError:
        return False
    return True


def _high(size: int) -> int:
    return round(size * 1.3) + 1


@cache
def _sheet(font: str, size: int) -> Image.Image:
    rng = np.random.default_rng([47, size])
    sheet = Image.new("L", (WIDE, LINES * _high(size)))
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(font, size) if font else ImageFont.load_default(size)
    for line in range(LINES):
        text = _characters(rng, WIDE // size) if "CJK" in font and line % 3 else _words(rng, 2 * WIDE // size)
        pen.text((-size, line * _high(size)), text, font=face, fill=255)
    return sheet


def _words(rng: Rng, letters: int) -> str:
    """Letters by chance with spaces between, the small ones more often."""
    return "".join(LETTERS[int(i)] for i in rng.integers(0, len(LETTERS), letters))


def _characters(rng: Rng, count: int) -> str:
    return "".join(chr(int(code)) for code in rng.integers(*HAN, count))
