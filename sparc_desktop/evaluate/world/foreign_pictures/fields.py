"""Noise as nature has it, cheaply: its strength falls with frequency, and every picture takes other pieces of it.

A few square tiles of such noise, which repeat without a seam, are made once a process. A picture takes pieces of them,
turned and mixed, or looks them up at coordinates of its own: bent, stretched, or those of a floor in perspective.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

T = TypeVar("T")
Rng = np.random.Generator
Plane = NDArray[np.floating[Any]]  # one number for each pixel, [height, width]
Planes = NDArray[np.floating[Any]]  # three for each pixel: a colour or a direction, [height, width, 3]

SIDE = 512  # of a tile; a power of two, so that coordinates wrap by a mask
# By how much the amplitude falls with frequency: white noise, rough ground, clouds, and smooth hills.
WHITE, ROUGH, CLOUDY, SMOOTH = 0.0, 1.0, 1.5, 2.2


@cache
def tile(fall: float) -> Plane:
    """The tile of one fall: float32 [SIDE, SIDE], mean 0, deviation 1; not to be changed."""
    frequency = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None, :])
    frequency[0, 0] = np.inf  # no mean
    fall_off = frequency**-fall if fall else np.isfinite(frequency)
    noise = np.random.default_rng([31, round(10 * fall)]).standard_normal((SIDE, SIDE))
    waves = np.fft.irfft2(np.fft.rfft2(noise) * fall_off, s=(SIDE, SIDE))
    return np.asarray((waves - waves.mean()) / waves.std(), dtype=np.float32)


def field(rng: Rng, width: int, height: int, fall: float | None = None) -> Plane:
    """Two pieces of tiles, mixed: float32 [height, width], mean about 0, deviation about 1; any fall if none given."""
    falls = (fall, fall) if fall is not None else rng.choice((ROUGH, CLOUDY, SMOOTH), 2)
    share = rng.uniform(0.2, 0.8)
    first, second = (piece(rng, width, height, tile(float(f))) for f in falls)
    return first * np.float32(share**0.5) + second * np.float32((1 - share) ** 0.5)


def piece(rng: Rng, width: int, height: int, whole: Plane) -> Plane:
    """A piece of a tile from any place, mirrored or not: [height, width]."""
    left, top = (int(v) for v in rng.integers(0, SIDE, 2))
    across, down = (left + np.arange(width)) % SIDE, (top + np.arange(height)) % SIDE
    ways = rng.choice((-1, 1), 2)
    return whole.take(down[:: ways[0]], axis=0).take(across[:: ways[1]], axis=1)


def look_up(whole: Plane, across: Plane, down: Plane) -> Plane:
    """The tile at any coordinates, in its pixels, repeated beyond its edges; the shape of the coordinates."""
    found: Plane = whole[down.astype(np.int32) & (SIDE - 1), across.astype(np.int32) & (SIDE - 1)]
    return found


def grid(width: int, height: int) -> tuple[Plane, Plane]:
    """Coordinates of the pixels, [1, width] and [height, 1]: 0 in the middle, 1 at half the longer side."""
    unit = 2 / max(width, height)
    across = (np.arange(width, dtype=np.float32) - (width - 1) / 2) * unit
    down = (np.arange(height, dtype=np.float32) - (height - 1) / 2) * unit
    return across[None, :].astype(np.float32), down[:, None].astype(np.float32)


def unit(values: Plane) -> Plane:
    """Brought to 0..1."""
    low, high = values.min(), values.max()
    return np.asarray((values - low) / (high - low + 1e-6))


def relief(height: Plane, rng: Rng, steepness: float) -> Plane:
    """How a ground of this height is lit from one side, about 0.2 to 1.8, the same shape."""
    angle = rng.uniform(0, 2 * np.pi)
    across, down = np.diff(height, axis=1, append=height[:, -1:]), np.diff(height, axis=0, append=height[-1:])
    slope = (across * np.cos(angle) + down * np.sin(angle)) * np.float32(steepness)
    return np.asarray(1 + 0.8 * slope / np.sqrt(1 + slope * slope), dtype=np.float32)


def pick(rng: Rng, options: Sequence[T]) -> T:
    """One of several, all as likely."""
    return options[int(rng.integers(len(options)))]


def picture(values: Planes) -> Image.Image:
    """RGB of float values 0..255 of shape [height, width, 3]; those beyond are cut off."""
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def pixels(image: Image.Image) -> Planes:
    """The values 0..255 of an RGB picture, float32 [height, width, 3]."""
    return np.asarray(image, dtype=np.float32)
