"""The named colours of shapes and grounds: the range of shades that each name covers, in hue, saturation and value."""

import colorsys
from dataclasses import dataclass

import numpy as np

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shades:
    """What one colour name covers: hue in degrees (may go below 0), saturation and value in 0..1, each from and to."""

    hue: tuple[float, float]
    saturation: tuple[float, float]
    value: tuple[float, float]


# Apart from one another by more than damage can bridge: a gap in hue, or one in saturation or value.
COLOURS = {
    "white": Shades((0, 360), (0.0, 0.03), (0.94, 1.0)), "grey": Shades((0, 360), (0.0, 0.05), (0.50, 0.64)),
    "black": Shades((0, 360), (0.0, 0.15), (0.04, 0.13)), "red": Shades((-6, 5), (0.78, 0.95), (0.74, 0.92)),
    "orange": Shades((24, 33), (0.80, 0.98), (0.92, 1.0)), "yellow": Shades((49, 56), (0.62, 0.92), (0.94, 1.0)),
    "green": Shades((98, 148), (0.50, 0.80), (0.45, 0.72)), "blue": Shades((206, 228), (0.60, 0.88), (0.65, 0.95)),
    "purple": Shades((270, 288), (0.48, 0.75), (0.45, 0.72)), "pink": Shades((332, 350), (0.26, 0.45), (0.95, 1.0)),
    "brown": Shades((18, 30), (0.52, 0.70), (0.34, 0.50)),
}  # fmt: skip


def shade(rng: np.random.Generator, colour: str) -> Rgb:
    """A shade of a colour of `COLOURS`, by chance, each channel 0..255."""
    ranges = COLOURS[colour]
    return _rgb(*(float(rng.uniform(*r)) for r in (ranges.hue, ranges.saturation, ranges.value)))


def middle(colour: str) -> Rgb:
    """The shade in the middle of a colour's ranges."""
    ranges = COLOURS[colour]
    return _rgb(*((low + high) / 2 for low, high in (ranges.hue, ranges.saturation, ranges.value)))


def _rgb(hue: float, saturation: float, value: float) -> Rgb:
    red, green, blue = (round(255 * c) for c in colorsys.hsv_to_rgb(hue / 360 % 1, saturation, value))
    return red, green, blue
