"""A thing as it goes onto the picture: scaled, turned, mirrored and coloured, with the corner at which it lies."""

from dataclasses import dataclass
from math import ceil, cos, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sparc_desktop.evaluate.world.drawing.glyphs import glyph
from sparc_desktop.evaluate.world.drawing.kinds import SHAPES
from sparc_desktop.evaluate.world.drawing.scene import Look, Thing
from sparc_desktop.evaluate.world.drawing.styles import STYLES


@dataclass(frozen=True, slots=True)
class Silhouette:
    """Where a thing is solid: bool [height, width], and the left and top of that box in the picture."""

    solid: NDArray[np.bool_]
    left: int
    top: int


def frame(aspect: float, long_side: int) -> tuple[int, int]:
    """Width and height in pixels of a picture whose longer side has `long_side`."""
    if aspect >= 1:
        return long_side, round(long_side / aspect)
    return round(long_side * aspect), long_side


def stamp(thing: Thing, look: Look, width: int, height: int) -> tuple[Image.Image, int, int]:
    """The pixels (RGBA) and the left and top at which they go in a picture of width x height."""
    side = _side(thing, width, height)
    turned = _turned(glyph(thing.kind, look, ceil(side)), thing, side, Image.Resampling.BILINEAR)
    if thing.kind in SHAPES:
        bright, alpha = turned.split()
        channels = [bright.point([level * value // 255 for level in range(256)]) for value in thing.rgb]
        turned = Image.merge("RGBA", (*channels, alpha))
    return turned, *_corner(thing, turned, width, height)


def silhouette(thing: Thing, look: Look, width: int, height: int) -> Silhouette:
    """The same without colours, many times faster; looks that are computed keep its outlines."""
    look = "usual" if look in STYLES else look
    side = _side(thing, width, height)
    alpha = glyph(thing.kind, look, ceil(side)).getchannel("A")
    turned = _turned(alpha, thing, side, Image.Resampling.NEAREST)
    return Silhouette(np.asarray(turned) > 127, *_corner(thing, turned, width, height))


def _side(thing: Thing, width: int, height: int) -> float:
    return max(4.0, thing.size * sqrt(width * height))


def _corner(thing: Thing, turned: Image.Image, width: int, height: int) -> tuple[int, int]:
    return round(thing.x * width - turned.width / 2), round(thing.y * height - turned.height / 2)


def _turned(source: Image.Image, thing: Thing, side: float, resampling: Image.Resampling) -> Image.Image:
    """Scaled, turned and mirrored in one step: the affine map leads from the result back to the source."""
    c, s = cos(radians(thing.angle)), sin(radians(thing.angle))
    extent = ceil(side * (abs(c) + abs(s)))
    down = source.width / side
    across = -down if thing.mirrored else down
    middle, half = source.width / 2, extent / 2
    to_x = (across * c, -across * s, middle - across * (c - s) * half)
    to_y = (down * s, down * c, middle - down * (s + c) * half)
    return source.transform((extent, extent), Image.Transform.AFFINE, (*to_x, *to_y), resampling)
