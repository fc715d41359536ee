"""How the things of a picture lie to one another, measured on their silhouettes on a coarse grid."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.world.drawing.scene import Look, Thing
from sparc_desktop.evaluate.world.drawing.stamps import Silhouette, frame, silhouette

GRAIN = 256  # cells along the longer side
VISIBLE = 0.6  # the share of a thing that must be seen for it to be told
SLACK = 0.05  # how far from touching "on" may be, as a share of the smaller thing
BEHIND = 0.15  # the share of a thing that another must hide for it to be behind that


def in_sizes(across: float, down: float, aspect: float) -> tuple[float, float]:
    """A way given in widths and heights of the picture, in the unit of `Thing.size`."""
    return across * sqrt(aspect), down / sqrt(aspect)


class Layout:
    """Silhouettes of things in their order, the later ones in front, and which of them owns each cell.

    owner: int16 [height, width], the index of the front thing there, -1 for none.
    """

    def __init__(self, aspect: float, look: Look) -> None:
        self.width, self.height = frame(aspect, GRAIN)
        self.look: Look = look
        self.silhouettes: list[Silhouette] = []
        self.owner = np.full((self.height, self.width), -1, dtype=np.int16)

    def add(self, thing: Thing) -> None:
        """Lay one more thing on top."""
        shape = silhouette(thing, self.look, self.width, self.height)
        here, solid = self._inside(shape)
        self.owner[here][solid] = len(self.silhouettes)
        self.silhouettes.append(shape)

    def shares(self) -> NDArray[np.float64]:
        """[i, j]: the share of thing i where j is in front; [i, i] is what can be seen of it, the rest is outside."""
        count = len(self.silhouettes)
        shares = np.zeros((count, count))
        for index, shape in enumerate(self.silhouettes):
            here, solid = self._inside(shape)
            shares[index] = np.bincount(self.owner[here][solid], minlength=count) / max(int(shape.solid.sum()), 1)
        return shares

    def _inside(self, shape: Silhouette) -> tuple[tuple[slice, slice], NDArray[np.bool_]]:
        """The part of the picture under a silhouette's box, and the part of the silhouette inside the picture."""
        height, width = shape.solid.shape
        left, top = max(shape.left, 0), max(shape.top, 0)
        right, bottom = min(shape.left + width, self.width), min(shape.top + height, self.height)
        solid = shape.solid[top - shape.top : bottom - shape.top, left - shape.left : right - shape.left]
        return (slice(top, bottom), slice(left, right)), solid


def layout_of(things: tuple[Thing, ...] | list[Thing], aspect: float, look: Look) -> Layout:
    """The layout of things, the first at the back."""
    layout = Layout(aspect, look)
    for thing in things:
        layout.add(thing)
    return layout


def stands_on(upper: Silhouette, lower: Silhouette) -> bool:
    """Whether the one touches the other from above, with its middle over it."""
    rise = landing(upper, lower)
    slack = max(1.0, SLACK * min(len(upper.solid), len(lower.solid)))
    if rise is None or not -slack <= rise <= slack:
        return False
    columns = np.flatnonzero(upper.solid.any(axis=0)) + upper.left
    base = np.flatnonzero(lower.solid.any(axis=0)) + lower.left
    return bool(base[0] < columns.mean() < base[-1])


def landing(upper: Silhouette, lower: Silhouette) -> int | None:
    """How many cells the upper one can fall until it touches the lower one (negative: it has to rise); None: never."""
    left = max(upper.left, lower.left)
    right = min(upper.left + upper.solid.shape[1], lower.left + lower.solid.shape[1])
    if left >= right:
        return None
    falling = upper.solid[:, left - upper.left : right - upper.left]
    waiting = lower.solid[:, left - lower.left : right - lower.left]
    both = falling.any(axis=0) & waiting.any(axis=0)
    if not both.any():
        return None
    feet = upper.top + len(falling) - np.argmax(falling[::-1], axis=0)
    heads = lower.top + np.argmax(waiting, axis=0)
    return int((heads - feet)[both].min())
