"""The grounds that scenes lie on: a colour, and marks of a lighter or darker shade of it.

A pattern says for each pixel how much of the shade it takes. Lengths are shares of the geometric mean of the picture's
sides, so a ground looks the same at every resolution.
"""

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sparc_desktop.evaluate.world.drawing.scene import Background

Field = NDArray[np.float32]  # [height, width], or of a shape that spreads to it
FIELD = 256  # side of the kept fields of chance
FINEST = 0.1  # cycles per cell of such a field
DARK = 110  # a ground whose channels' mean is below has lighter marks, others have darker ones
LIGHTER, DARKER = 48.0, -42.0


def ground(background: Background, width: int, height: int) -> Image.Image:
    """The ground alone, RGB, width x height pixels."""
    rng = np.random.default_rng(background.seed)
    unit = sqrt(width * height)
    x = (np.arange(width, dtype=np.float32) / np.float32(unit))[None, :]
    y = (np.arange(height, dtype=np.float32) / np.float32(unit))[:, None]
    mix = np.broadcast_to(MARKS[background.pattern](rng, x, y), (height, width))
    return _coloured(mix, background)


def _coloured(mix: Field, background: Background) -> Image.Image:
    """0..1 to shades of one colour, by a palette of 256."""
    base = np.array(background.rgb, dtype=np.float32)
    shade = base + (LIGHTER if base.mean() < DARK else DARKER)
    share = np.linspace(0, 1, 256, dtype=np.float32)[:, None]
    palette = np.clip(base * (1 - share) + shade * share, 0, 255).astype(np.uint8)
    levels = Image.fromarray((np.clip(mix, 0, 1) * 255).astype(np.uint8))
    levels.putpalette(palette.tobytes())
    return levels.convert("RGB")


def _plain(_rng: np.random.Generator, _x: Field, _y: Field) -> Field:
    return np.zeros((1, 1), dtype=np.float32)


def _gradient(rng: np.random.Generator, x: Field, y: Field) -> Field:
    along = _along(rng, x, y)
    low, high = float(along.min()), float(along.max())
    return (along - low) / (high - low)


def _striped(rng: np.random.Generator, x: Field, y: Field) -> Field:
    return _bands(_along(rng, x, y) / _period(rng), 0.5)


def _zigzag(rng: np.random.Generator, x: Field, y: Field) -> Field:
    x, y = _lying_or_standing(rng, x, y)
    period = _period(rng)
    return _bands(y / period + np.abs(_part(x / period / 1.6) - 0.5) * 1.6, 0.5)


def _wavy(rng: np.random.Generator, x: Field, y: Field) -> Field:
    x, y = _lying_or_standing(rng, x, y)
    period = _period(rng)
    return _bands(y / period + 0.45 * np.sin(x / period * float(rng.uniform(1.8, 2.6))), 0.5)


def _dotted(rng: np.random.Generator, x: Field, y: Field) -> Field:
    period = _period(rng)
    away: Field = np.square(_part(x / period) - 0.5) + np.square(_part(y / period) - 0.5)
    return (0.3**2 - away) * 12


def _checkered(rng: np.random.Generator, x: Field, y: Field) -> Field:
    period = 2 * _period(rng)
    differing: Field = np.abs(_bands(x / period, 0.5) - _bands(y / period, 0.5))
    return differing


def _gridded(rng: np.random.Generator, x: Field, y: Field) -> Field:
    period = _period(rng)
    return np.maximum(_bands(x / period, 0.18), _bands(y / period, 0.18))


def _speckled(rng: np.random.Generator, x: Field, y: Field) -> Field:
    """Spots of all shapes, where a field of chance is high."""
    return (_field(rng, x, y, cells=float(rng.uniform(280, 420)), fall=0.0) - 1.2) * 3


def _bricks(rng: np.random.Generator, x: Field, y: Field) -> Field:
    high = _period(rng)
    row = np.floor(y / high + 0.5)
    joints: Field = np.maximum(_bands(y / high, 0.16), _bands(x / high / 2.2 + row * 0.5, 0.08))
    return joints + 0.15 * (1 - joints) * _field(rng, x, y, cells=400.0, fall=0.5)


def _wood(rng: np.random.Generator, x: Field, y: Field) -> Field:
    """Boards whose grain bends, slowly along the boards and faster across."""
    x, y = _lying_or_standing(rng, x, y)
    board = float(rng.uniform(0.22, 0.32))
    bend = _field(rng, x * 0.35, y + np.floor(y / board) * 0.37, cells=260.0, fall=1.9)
    grain: Field = np.maximum(0.4 + 0.4 * np.sin(y * 50 + bend * 9), _bands(y / board + 0.5, 0.07))
    return grain


def _clouds(rng: np.random.Generator, x: Field, y: Field) -> Field:
    return 0.5 + 0.45 * _field(rng, x, y, cells=420.0, fall=1.6)


def _crumpled(rng: np.random.Generator, x: Field, y: Field) -> Field:
    """Facets that meet at creases: the sum of folds, each of which slopes and falls off along parallel lines."""
    slopes = [_part(_along(rng, x, y) * float(rng.uniform(0.8, 2.2))) for _ in range(6)]
    total = sum(slopes[1:], slopes[0])
    return (total - 1.7) / 2.6


def _along(rng: np.random.Generator, x: Field, y: Field) -> Field:
    """How far each pixel lies in a direction drawn by chance, from any start."""
    angle = float(rng.uniform(0, 2 * pi))
    return x * np.float32(cos(angle)) + y * np.float32(sin(angle)) + np.float32(rng.uniform(0, 1))


def _lying_or_standing(rng: np.random.Generator, x: Field, y: Field) -> tuple[Field, Field]:
    return (x, y) if rng.random() < 0.5 else (y, x)


def _period(rng: np.random.Generator) -> float:
    return float(rng.uniform(0.065, 0.12))


def _part(phase: Field) -> Field:
    """The fraction, 0..1; many times faster than `%`."""
    return phase - np.floor(phase)


def _bands(phase: Field, share: float) -> Field:
    """1 in the middle part of each period that has this share of it, 0 elsewhere, with a narrow slope between."""
    away: Field = np.abs(_part(phase) - 0.5)
    bands: Field = np.clip((share / 2 - away) * 14 + 0.5, 0, 1)
    return bands


def _field(rng: np.random.Generator, x: Field, y: Field, *, cells: float, fall: float) -> Field:
    """A window, by chance, of a kept field with mean 0 and deviation 1; `cells` of it go on one unit of length."""
    kept = _kept(int(rng.integers(4)), fall)
    left, top = (int(v) for v in rng.integers(0, FIELD, 2))
    columns, rows = (x * cells).astype(np.int32) + left, (y * cells).astype(np.int32) + top
    return kept[rows % FIELD, columns % FIELD]


@cache
def _kept(seed: int, fall: float) -> Field:
    """Noise whose amplitude falls with frequency to the power of `fall`, without the finest; its sides meet."""
    rng = np.random.default_rng([7, seed])
    frequency = np.hypot(np.fft.fftfreq(FIELD)[:, None], np.fft.fftfreq(FIELD)[None, :])
    amplitude = np.maximum(frequency, 1 / FIELD) ** -fall * np.exp(-np.square(frequency / FINEST))
    field = np.real(np.fft.ifft2(np.fft.fft2(rng.standard_normal((FIELD, FIELD))) * amplitude))
    return np.asarray((field - field.mean()) / field.std(), dtype=np.float32)


MARKS: dict[str, Callable[[np.random.Generator, Field, Field], Field]] = {
    "plain": _plain, "gradient": _gradient, "striped": _striped, "zigzag": _zigzag, "wavy": _wavy, "dotted": _dotted,
    "checkered": _checkered, "gridded": _gridded, "speckled": _speckled, "bricks": _bricks, "wood": _wood,
    "clouds": _clouds, "crumpled paper": _crumpled,
}  # fmt: skip
