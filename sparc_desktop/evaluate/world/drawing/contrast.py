"""Whether a thing can be seen on a ground at all: no white swan on white, no red square on red."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.world.drawing.colours import COLOURS, Rgb, middle
from sparc_desktop.evaluate.world.drawing.glyphs import colours_of
from sparc_desktop.evaluate.world.drawing.kinds import SHAPES
from sparc_desktop.evaluate.world.drawing.scene import Look
from sparc_desktop.evaluate.world.drawing.styles import STYLES

FAR = 70.0  # distance in RGB
MOST_FAR = 0.4  # the share of its pixels that must be that far from the ground


@cache
def stands_out(kind: str, colour: str, ground: str, look: Look) -> bool:
    """For a shape of `colour`, or an emoji (colour ""), on a ground of the colour `ground`."""
    if kind in SHAPES:
        return _far(np.array([middle(colour)], dtype=np.float32), middle(ground)) > 0
    look = "usual" if look in STYLES else look  # so that a scene is the same in both
    return _far(colours_of(kind, look), middle(ground)) >= MOST_FAR


def shape_colours(ground: str) -> list[str]:
    """The colours in which a shape can be seen on a ground of the colour `ground`."""
    return [colour for colour in COLOURS if stands_out(SHAPES[0], colour, ground, "usual")]


def _far(pixels: NDArray[np.float32], ground: Rgb) -> float:
    away = np.linalg.norm(pixels - np.array(ground, dtype=np.float32), axis=1)
    return float((away > FAR).mean())
