"""The pictures of the kinds, square and cropped, by look, at a few sizes to draw from.

The usual look is the emoji font's, from which `styles` computes others. "other artist" are EmojiOne's pictures of the
kinds that it has.
"""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from sparc_desktop.evaluate.world.drawing.kinds import KINDS, SHAPES
from sparc_desktop.evaluate.world.drawing.scene import Look
from sparc_desktop.evaluate.world.drawing.shapes import mask
from sparc_desktop.evaluate.world.drawing.styles import styled

FONT = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")  # Debian: fonts-noto-color-emoji
STRIKE = 109  # the one size at which the font holds its bitmaps
# Debian: ruby-gemojione; the pictures are of EmojiOne 2, CC BY-SA 4.0, 64 x 64 pixels.
OTHER_ARTIST = Path("/usr/share/rubygems-integration/all/gems/gemojione-3.3.0/assets/png")
LEVELS = (128, 90, 64, 45, 32, 22)  # sides in pixels; scaled down from the next larger one, by less than half
MARGIN = 2  # pixels kept clear, so that a turned edge is smooth


@cache
def kinds(look: Look) -> tuple[str, ...]:
    """The kinds of which a look has pictures."""
    if look != "other artist":
        return (*KINDS, *SHAPES)
    if not OTHER_ARTIST.is_dir():
        raise FileNotFoundError(f"{OTHER_ARTIST}: the package ruby-gemojione is needed for this look.")
    return (*(kind for kind in KINDS if _other_path(kind).exists()), *SHAPES)


def glyph(kind: str, look: Look, side: int) -> Image.Image:
    """The smallest kept picture of `kind` that has at least `side` pixels, or the largest; not to be changed.

    RGBA for an emoji; LA for a shape, where L is the share of its colour's brightness that each pixel has.
    """
    return _scaled(kind, look, min((level for level in LEVELS if level >= side), default=max(LEVELS)))


@cache
def _scaled(kind: str, look: Look, level: int) -> Image.Image:
    return _master(kind, look).resize((level, level), Image.Resampling.LANCZOS)


@cache
def _master(kind: str, look: Look) -> Image.Image:
    return _shape(kind, look) if kind in SHAPES else _square(_emoji(kind, look))


def _emoji(kind: str, look: Look) -> Image.Image:
    if look == "other artist":
        return Image.open(_other_path(kind)).convert("RGBA")
    canvas = Image.new("RGBA", (160, 160))
    ImageDraw.Draw(canvas).text((8, 8), KINDS[kind], font=_font(), embedded_color=True)
    return styled(canvas, look)


def _square(picture: Image.Image) -> Image.Image:
    box = picture.getbbox()
    if box is None:
        raise ValueError("The emoji font draws nothing for one of the kinds.")
    cut = picture.crop(box)
    side = max(cut.size) + 2 * MARGIN
    square = Image.new("RGBA", (side, side))
    square.paste(cut, ((square.width - cut.width) // 2, (square.height - cut.height) // 2))
    return square


def _shape(kind: str, look: Look) -> Image.Image:
    """Flat with a darker edge; in the held-out look bright in the middle of a thick line."""
    whole = mask(kind)
    edge = 10 if look == "held out" else 6  # of the mask's pixels, times two
    inner = whole.resize((256, 256)).filter(ImageFilter.MinFilter(2 * edge + 1)).resize(whole.size)
    dark = 70 if look == "held out" else 170
    return Image.merge("LA", (inner.point(lambda value: dark + value * (255 - dark) // 255), whole))


def _other_path(kind: str) -> Path:
    return OTHER_ARTIST / f"{ord(KINDS[kind][0]):04X}.png"


@cache
def _font() -> ImageFont.FreeTypeFont:
    if not FONT.exists():
        raise FileNotFoundError(f"{FONT}: the package fonts-noto-color-emoji is needed to draw.")
    return ImageFont.truetype(FONT, STRIKE)


@cache
def colours_of(kind: str, look: Look) -> NDArray[np.float32]:
    """The colours of the solid pixels of an emoji, 0..255, float32 [pixels, 3]."""
    values = np.asarray(glyph(kind, look, min(LEVELS)), dtype=np.float32)
    return values[values[..., 3] > 128][:, :3]
