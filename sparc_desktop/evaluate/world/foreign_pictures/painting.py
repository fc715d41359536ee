"""Regions of a picture painted as surfaces: each with its own colour, light, grain and stripes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.foreign_pictures.fields import (
    CLOUDY,
    ROUGH,
    Planes,
    Rng,
    grid,
    look_up,
    picture,
    tile,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.natural import Colours, Tone

Point = tuple[float, float]

MOST = 255  # regions in a picture: a region is a grey value


def outline(rng: Rng, x: float, y: float, size: float, *, waves: int = 4, rough: float = 0.35) -> list[Point]:
    """The corners of a smooth, irregular shape about a point; size: its mean radius in pixels."""
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    order = np.arange(1, waves + 1)[:, None]
    bend = (rng.normal(0, rough, (waves, 1)) / order * np.sin(order * angles + rng.uniform(0, 7, (waves, 1)))).sum(0)
    radius, stretch, turn = size * np.exp(bend), rng.uniform(0.5, 1), rng.uniform(0, np.pi)
    along, aside = radius * np.cos(angles), radius * np.sin(angles) * stretch
    across, down = x + along * np.cos(turn) - aside * np.sin(turn), y + along * np.sin(turn) + aside * np.cos(turn)
    return path(across, down)


def path(across: NDArray[np.floating[Any]], down: NDArray[np.floating[Any]]) -> list[Point]:
    """Points for a pen."""
    return list(zip(across.tolist(), down.tolist(), strict=True))


def oval(pen: ImageDraw.ImageDraw, x: float, y: float, wide: float, high: float, fill: int | Tone) -> None:
    """Draw an oval about a point; wide and high: half its sides, in pixels."""
    pen.ellipse((x - wide, y - high, x + wide, y + high), fill=fill)


def scattered(rng: Rng, width: int, height: int, count: int, least: float) -> Image.Image:
    """Shapes of all sizes, many small and few large, over one another: mode L, 0 where none, else its number."""
    canvas = Image.new("L", (width, height))
    pen = ImageDraw.Draw(canvas)
    kind = int(rng.integers(4))
    for number in range(1, min(count, MOST) + 1):
        size = min(least * float(rng.pareto(1.3) + 1), max(width, height) * 0.4)
        x, y = rng.uniform(-0.1, 1.1) * width, rng.uniform(-0.1, 1.1) * height
        if kind == 0 or (kind == 3 and number % 2):
            pen.polygon(outline(rng, x, y, size), fill=number)
        elif kind == 1:
            ratio = rng.uniform(0.3, 1)
            pen.ellipse((x - size, y - size * ratio, x + size, y + size * ratio), fill=number)
        else:
            angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 7))))
            pen.polygon([(x + size * float(np.cos(a)), y + size * float(np.sin(a))) for a in angles], fill=number)
    return canvas


def painted(rng: Rng, regions: Image.Image, colours: Colours, grain: float = 0.35) -> Image.Image:
    """Regions of mode L as surfaces, RGB: region number n has colour n of `colours`, light across it, and a grain."""
    numbers = np.asarray(regions)
    colour = colours[np.arange(MOST + 1) % len(colours)] * rng.uniform(0.8, 1.2, (MOST + 1, 1)).astype(np.float32)
    light = _of_each(rng.normal(0, 0.5, (MOST + 1, 2)), numbers)
    x, y = grid(*regions.size)
    shading = 1 + light[..., 0] * x + light[..., 1] * y
    rough = rng.uniform(0, grain, MOST + 1) * (rng.random(MOST + 1) < 0.8)
    return picture(
        colour[numbers] * np.maximum(shading + _of_each(rough, numbers) * _grain(rng, numbers), 0)[..., None]
    )


def _grain(rng: Rng, numbers: NDArray[np.uint8]) -> Planes:
    """Noise that begins elsewhere and has another direction and fineness in every region, deviation about 1."""
    turn, scale = rng.uniform(0, np.pi, MOST + 1), 2 ** rng.uniform(-2, 1.5, MOST + 1)
    stretch = np.where(rng.random(MOST + 1) < 0.3, rng.uniform(3, 9, MOST + 1), 1)
    cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
    terms = np.stack((cos, sin, -sin * stretch, cos * stretch, *rng.uniform(512, 4096, (2, MOST + 1))))
    a, b, c, d, across, down = (_of_each(term, numbers) for term in terms)
    height, width = numbers.shape
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    noise = tile(ROUGH if rng.random() < 0.6 else CLOUDY)
    return look_up(noise, a * x + b * y + across, c * x + d * y + down)


def _of_each(values: NDArray[np.float64], numbers: NDArray[np.uint8]) -> Planes:
    return values.astype(np.float32)[numbers]
