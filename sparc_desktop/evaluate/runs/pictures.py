"""The pictures of a task: drawn by number, or those of a benchmark, in an order of which any part is a fair sample.

Here is all that the runs know of how the worlds come about.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sparc_desktop.domain.capture import Capture
from sparc_desktop.evaluate.benchmarks import BENCHMARKS
from sparc_desktop.evaluate.runs.row import References, Stranger, Truth
from sparc_desktop.evaluate.world.drawing.scene import Split
from sparc_desktop.evaluate.world.facts import Item
from sparc_desktop.images import decode

SIDE = 256  # pixels of the longer side of what is drawn: the least letters are readable, and not to be scaled down
ASPECTS = (4 / 3, 3 / 4, 16 / 9, 1.0)  # of foreign pictures


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things are: `cells` tells, of a grid of so many cells a side, which of `things` covers each, -1 for none.

    `things` are in any order, not that of the facts. `cells` gives int64 [cells, cells].
    """

    things: tuple[Item, ...]
    cells: Callable[[int], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture in RGB, and its truth; its layout where that is known."""

    image: Image.Image
    truth: Truth
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures by number: their names, and themselves. `count`: how many there are; None: as many as are wanted."""

    name: Callable[[int], str]
    draw: Callable[[int], Picture]
    count: int | None = None


def open_pictures(source: str, split: str, folder: Path | None) -> Pictures:
    """The pictures of a task; `folder` holds a benchmark's files, whose split may be empty. Raises ExpectedError."""
    if source in BENCHMARKS:
        return _benchmark(source, split, folder or Path())
    return Pictures(lambda number: f"{split}/{number}", partial(WORLDS[source], split))


def _benchmark(source: str, split: str, folder: Path) -> Pictures:
    found = BENCHMARKS[source](folder, split)
    samples = sorted(found, key=lambda sample: hashlib.sha256(sample.name.encode()).digest())

    def draw(number: int) -> Picture:
        sample = samples[number]
        image = decode(Capture(sample.name, sample.read()))
        return Picture(image, References(sample.references, tuple(sorted(sample.objects))))

    return Pictures(lambda number: samples[number].name, draw, len(samples))


def _drawing(split: str, seed: int, look: Any = "usual") -> Picture:  # noqa: ANN401 - as `sample` takes it
    from sparc_desktop.evaluate.world import drawing

    scene = drawing.sample(_split(split), seed, look=look)
    things = tuple(Item(thing.kind) for thing in scene.things)
    layout = Layout(things, partial(drawing.patch_truth, scene))
    return Picture(drawing.draw(scene, SIDE), drawing.facts(scene), layout)


def _screen(split: str, seed: int, look: Any = "usual") -> Picture:  # noqa: ANN401 - as above
    from sparc_desktop.evaluate.world.screen.picture import render  # Qt, for which other tasks needn't wait
    from sparc_desktop.evaluate.world.screen.sample import sample

    picture = render(sample(_split(split), seed, look=look), SIDE)
    return Picture(picture.image, picture.facts, Layout(picture.facts.items, picture.patch_truth))


def _foreign(split: str, seed: int) -> Picture:
    from sparc_desktop.evaluate.world.foreign_pictures import foreign

    image, family = foreign(_split(split), seed, SIDE, ASPECTS[seed % len(ASPECTS)])
    return Picture(image, Stranger(family))


WORLDS: Mapping[str, Callable[[str, int], Picture]] = {
    "drawings": _drawing,
    "drawings-new-style": partial(_drawing, look="held out"),
    "drawings-other-artist": partial(_drawing, look="other artist"),
    "screens": _screen,
    "screens-new-style": partial(_screen, look="held out"),
    "foreign": _foreign,
}


def _split(name: str) -> Split:
    splits: tuple[Split, ...] = ("train", "validation", "test")
    return next(split for split in splits if split == name)
