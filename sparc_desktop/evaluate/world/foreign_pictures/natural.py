"""Colours as photographs have them: mostly muted, related to one another, rarely vivid."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.world.foreign_pictures.fields import Plane, Planes, Rng, pick

Colours = NDArray[np.floating[Any]]  # [count, 3], 0..255
Tone = tuple[int, int, int]  # a colour for a pen, 0..255

# Hue in degrees, saturation and brightness, each from and to.
SHADES = {
    "leaf": ((55, 150), (0.2, 0.75), (0.08, 0.65)),
    "earth": ((12, 48), (0.15, 0.65), (0.1, 0.75)),
    "sky": ((195, 230), (0.05, 0.65), (0.45, 1.0)),
    "skin": ((8, 32), (0.2, 0.6), (0.25, 0.95)),
    "stone": ((0, 360), (0.0, 0.12), (0.05, 0.95)),
    "dusk": ((-40, 40), (0.2, 0.8), (0.3, 1.0)),
    "sea": ((150, 215), (0.15, 0.7), (0.1, 0.7)),
    "vivid": ((0, 360), (0.5, 1.0), (0.3, 1.0)),
}
USUAL = ("leaf", "earth", "sky", "skin", "stone", "stone", "dusk", "sea", "vivid")


def shade(rng: Rng, name: str, count: int = 1) -> Colours:
    """Shades of one name of `SHADES`, float32 [count, 3], 0..255."""
    hue, saturation, value = (rng.uniform(low, high, (count, 1)) for low, high in SHADES[name])
    turn = (np.array((5, 3, 1)) + hue / 60) % 6  # the usual formula from hue to red, green and blue
    return np.asarray(255 * value * (1 - saturation * np.clip(np.minimum(turn, 4 - turn), 0, 1)), dtype=np.float32)


def palette(rng: Rng, count: int) -> Colours:
    """Colours that go together: of one to three kinds of shade, float32 [count, 3], 0..255."""
    names = [pick(rng, USUAL) for _ in range(int(rng.integers(1, 4)))]
    return np.concatenate([shade(rng, names[i % len(names)]) for i in range(count)])


def one(rng: Rng, colours: Colours) -> Colours:
    """One of several colours, float [3]."""
    return np.asarray(colours[int(rng.integers(len(colours)))])


def tinted(values: Plane, colours: Colours) -> Planes:
    """Values 0..1 as colours, from the first to the last with all between: [height, width, 3], 0..255."""
    places = np.linspace(0, 1, len(colours))
    steps = np.linspace(0, 1, 256)
    table = np.stack([np.interp(steps, places, channel) for channel in colours.T], axis=-1).astype(np.float32)
    return table[np.clip(values * 255, 0, 255).astype(np.uint8)]


def tone(colour: NDArray[np.floating[Any]]) -> Tone:
    """A colour for a pen; what is beyond 0..255 is cut off."""
    red, green, blue = (int(v) for v in np.clip(colour, 0, 255))
    return red, green, blue


def some(rng: Rng) -> Tone:
    """Any colour, for a pen."""
    return tone(palette(rng, 1)[0])
