"""A part of a plan where it came to lie in the picture."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainterPath

from sparc_desktop.evaluate.world.screen.plan import Part

HIDDEN = 0.45  # the share of a thing that others may hide


@dataclass(frozen=True, slots=True)
class Placed:
    """All in pixels of the picture. words: where they stand, if not all over the part, and with them what is read.

    letters: where its words stand, to learn to read; empty where it has none.
    layer: what of a higher layer lies over it hides it: 0 are the icons, then each frame, the panel, an open menu.
    """

    part: Part
    area: QPainterPath
    layer: int
    parts: tuple["Placed", ...] = ()
    words: QRect | None = None
    letters: QRect = field(default_factory=QRect)

    def all(self) -> Iterator["Placed"]:
        """This one and all within it."""
        yield self
        for placed in self.parts:
            yield from placed.all()
