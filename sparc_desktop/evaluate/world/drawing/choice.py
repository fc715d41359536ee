"""Which kinds a scene of a split may hold on a ground: those that can be seen there and are not held out from it."""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from sparc_desktop.evaluate.world.drawing.contrast import shape_colours, stands_out
from sparc_desktop.evaluate.world.drawing.glyphs import kinds
from sparc_desktop.evaluate.world.drawing.kinds import SHAPES
from sparc_desktop.evaluate.world.drawing.scene import Background, Look, Split
from sparc_desktop.evaluate.world.drawing.splits import held_out

SHAPE = 0.25  # the chance that a thing is a shape


@dataclass(frozen=True, slots=True)
class Choice:
    """The kinds, and the colours of shapes. `rare` are those of them that other splits never show on this ground."""

    emoji: tuple[str, ...]
    shapes: tuple[str, ...]
    colours: tuple[str, ...]
    rare: tuple[str, ...]

    def draw(self, rng: np.random.Generator, present: set[str], *, rare: bool) -> tuple[str, str]:
        """A kind that is not there yet and, for a shape, its colour; one of the rare ones, if so wished and known."""
        while True:
            choice = self.rare if rare and self.rare else self.shapes if rng.random() < SHAPE else self.emoji
            kind = choice[int(rng.integers(len(choice)))]
            if kind not in present:
                return kind, self.colours[int(rng.integers(len(self.colours)))] if kind in SHAPES else ""


def choice_of(split: Split, look: Look, background: Background) -> Choice:
    """What scenes of a split may show on this ground."""
    return _choice_of(split, look, replace(background, rgb=(0, 0, 0), seed=0))  # what the choice depends on, to be kept


@cache
def _choice_of(split: Split, look: Look, background: Background) -> Choice:
    seen = [kind for kind in kinds(look) if kind in SHAPES or stands_out(kind, "", background.colour, look)]
    allowed = [kind for kind in seen if held_out(kind, background) in (None, split)]
    return Choice(
        emoji=tuple(kind for kind in allowed if kind not in SHAPES),
        shapes=tuple(kind for kind in allowed if kind in SHAPES),
        colours=tuple(shape_colours(background.colour)),
        rare=tuple(kind for kind in allowed if held_out(kind, background) == split),
    )
