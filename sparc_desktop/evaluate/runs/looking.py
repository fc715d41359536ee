"""What is kept of a decoding's attention: how much went to the picture, and how it came and went with each thing told.

Attention is that of the selection layer, mean over its heads: `a[i, j]`, of the step that writes token `i`, to image
token `j`; gains are what a method multiplies it by at that step, without renormalising.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.measures.names import name_of
from sparc_desktop.evaluate.methods import Trace
from sparc_desktop.evaluate.picture_grid import PictureGrid
from sparc_desktop.evaluate.runs.pictures import Layout
from sparc_desktop.evaluate.runs.row import BINS, Looks
from sparc_desktop.evaluate.world.claim import Claim, ItemClaim
from sparc_desktop.evaluate.world.facts import Medium

Floats = NDArray[np.float64]
DIGITS = 4
FINE = 64  # cells a side in which the truth is asked for, before it is brought to the image tokens
NOWHERE = -1
LEAST = 1e-12  # what is divided by
NOTHING: Floats = np.empty((0, 2 * (len(BINS) - 1)))  # what `around` gives where no thing is told


@dataclass(frozen=True, slots=True)
class Attention:
    """One row's part of a trace: each [steps, image tokens]; `selected` is 0 or 1."""

    own: Floats
    gain: Floats
    selected: Floats

    @classmethod
    def of(cls, trace: Trace, row: int, steps: int) -> "Attention":
        """The row's first steps."""
        parts = (trace.attention, trace.gain, trace.selected)
        return cls(*(part[:steps, row].double().numpy() for part in parts))


def looks(attention: Attention, seen: Floats) -> Looks:
    """What is kept of a row; `seen`: what `around` gives."""
    own, raised = attention.own.sum(1), (attention.own * attention.gain).sum(1)
    sums, counts = np.split(seen.sum(0), 2)
    pairs = tuple((round(float(each), DIGITS), int(count)) for each, count in zip(sums, counts, strict=True))
    share = _rounded(raised / (1 - own + raised))
    before = () if share == _rounded(own) else _rounded(own)
    return Looks(share, before, _rounded(attention.selected.mean(1)), pairs)


def around(attention: Attention, shown: Sequence[str], told: Mapping[str, int]) -> Floats:
    """The attention to each thing that is told and there, before and after: [things, 2 * bins], sums and counts.

    shown: the name of what each image token shows. told: the step at which each name is told first. Where several
    things have one name, which one is meant is not known: all count.
    """
    read = attention.own * attention.gain
    usual = read.mean(1).clip(min=LEAST)
    lines: list[Floats] = []
    names = np.array(shown)
    for name, step in told.items():
        mine = names == name
        if not mine.any():
            continue
        relative = read[:, mine].mean(1) / usual
        away = np.arange(len(relative)) - step
        sums, counts = (np.histogram(away, BINS, weights=weights)[0] for weights in (relative, None))
        lines.append(np.concatenate([sums, counts]))
    return np.stack(lines) if lines else NOTHING


def first_told(claims: Sequence[Claim], ends: Sequence[int], medium: Medium) -> dict[str, int]:
    """The step that begins the first naming of each thing; `ends`: the length of the text after each step."""
    told: dict[str, int] = {}
    for claim in claims:
        if isinstance(claim, ItemClaim):
            step = next((place for place, end in enumerate(ends) if end > claim.offset), None)
            if step is not None:
                told.setdefault(name_of(claim.item, medium), step)
    return told


def shown(layout: Layout, grid: PictureGrid, medium: Medium) -> list[str]:
    """The name of what each image token shows, row by row; empty for the ground, and for what is beside the picture."""
    truth = layout.cells(FINE)
    rows = _centres(grid.rows, grid.box.top, grid.box.height)
    columns = _centres(grid.columns, grid.box.left, grid.box.width)
    inside = ((rows >= 0) & (rows < FINE))[:, None] & ((columns >= 0) & (columns < FINE))
    things = np.where(inside, truth[np.ix_(rows.clip(0, FINE - 1), columns.clip(0, FINE - 1))], NOWHERE).flatten()
    return [name_of(layout.things[thing], medium) if thing != NOWHERE else "" for thing in things]


def _centres(number: int, start: float, length: float) -> NDArray[np.int64]:
    """In which fine cell the middle of each of `number` tokens is, that fill start to start + length of the picture."""
    return np.floor((start + (np.arange(number) + 0.5) / number * length) * FINE).astype(np.int64)


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), DIGITS) for value in values)
