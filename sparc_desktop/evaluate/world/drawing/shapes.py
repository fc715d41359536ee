"""The outlines of the drawn shapes, as masks."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Points = list[tuple[float, float]]
SIDE = 512  # drawn at four times the size that is kept, for smooth edges
MARGIN = 8  # kept clear, so that a turned edge is smooth

POLYGONS: dict[str, Points] = {  # in a square of side 1, y downwards
    "square": [(0, 0), (1, 0), (1, 1), (0, 1)],
    "rectangle": [(0, 0.25), (1, 0.25), (1, 0.75), (0, 0.75)],
    "triangle": [(0.5, 0.06), (1, 0.94), (0, 0.94)],
    "diamond": [(0.5, 0), (0.86, 0.5), (0.5, 1), (0.14, 0.5)],
    "arrow": [(0, 0.36), (0.52, 0.36), (0.52, 0.1), (1, 0.5), (0.52, 0.9), (0.52, 0.64), (0, 0.64)],
    "cross": [
        (0.33, 0), (0.67, 0), (0.67, 0.33), (1, 0.33), (1, 0.67), (0.67, 0.67),
        (0.67, 1), (0.33, 1), (0.33, 0.67), (0, 0.67), (0, 0.33), (0.33, 0.33),
    ],
}  # fmt: skip


@cache
def mask(shape: str) -> Image.Image:
    """Where the shape is: mode L, 0 or 255, SIDE x SIDE pixels; the caller must not change it."""
    picture = Image.new("L", (SIDE, SIDE))
    pen = ImageDraw.Draw(picture)
    match shape:
        case "circle":
            pen.ellipse(_box(0, 0, 1, 1), fill=255)
        case "oval":
            pen.ellipse(_box(0, 0.22, 1, 0.78), fill=255)
        case "ring":
            pen.ellipse(_box(0, 0, 1, 1), fill=255)
            pen.ellipse(_box(0.24, 0.24, 0.76, 0.76), fill=0)
        case "crescent":
            pen.ellipse(_box(0.05, 0, 1.05, 1), fill=255)
            pen.ellipse(_box(0.36, 0.02, 1.28, 0.94), fill=0)
        case "semicircle":
            pen.pieslice(_box(0, 0.25, 1, 1.25), 180, 360, fill=255)
        case "spiral":
            pen.line(_scaled(_spiral()), fill=255, width=SIDE // 8, joint="curve")
        case _:
            pen.polygon(_scaled(POLYGONS.get(shape) or _curve(shape)), fill=255)
    return picture


def _curve(shape: str) -> Points:
    turn = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    match shape:
        case "hexagon":
            return _around(np.arange(6) * np.pi / 3, np.full(6, 0.5))
        case "star":
            return _around(np.arange(10) * np.pi / 5, np.where(np.arange(10) % 2, 0.2, 0.5))
        case "heart":  # the usual one: x = 16 sin^3 t, y = 13 cos t - 5 cos 2t - 2 cos 3t - cos 4t
            y = 13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn)
            return list(zip(0.5 + np.sin(turn) ** 3 / 2, 0.42 - y / 32, strict=True))
        case "droplet":  # a teardrop curve: x = sin t sin^2(t / 2), y = cos t
            x = np.sin(turn) * np.sin(turn / 2) ** 2
            return list(zip(0.5 + x * 0.5, 0.5 - np.cos(turn) / 2, strict=True))
    raise KeyError(shape)


def _spiral() -> Points:
    """Two and a half turns, outwards."""
    turn = np.linspace(0.3, 5 * np.pi, 120)
    return _around(turn, 0.46 * turn / turn[-1])


def _around(angle: NDArray[np.float64], radius: NDArray[np.float64]) -> Points:
    """Points around the middle of the square, angles from the top, clockwise."""
    return list(zip(0.5 + radius * np.sin(angle), 0.5 - radius * np.cos(angle), strict=True))


def _scaled(points: Points) -> Points:
    return [(MARGIN + x * (SIDE - 2 * MARGIN), MARGIN + y * (SIDE - 2 * MARGIN)) for x, y in points]


def _box(left: float, top: float, right: float, bottom: float) -> Points:
    return _scaled([(left, top), (right, bottom)])
