"""Drawn scenes whose truth is known: many kinds of things on grounds of many colours, with all that makes seeing hard.

`sample` makes a `Scene` from a split and a seed, `draw` its picture, `facts` what is true of it, `patch_truth` what
each patch of the picture shows. The same scene always gives the same picture and the same truth.

From the bottom up: kinds, colours and shapes; scene (the data) and splits; glyphs, grounds and damage (the pixels);
stamps and layout (where things are and what hides what); contrast, choice, canvas, arranging and sampling (how scenes
come about); picture; truth.
"""

from sparc_desktop.evaluate.world.drawing.colours import COLOURS
from sparc_desktop.evaluate.world.drawing.kinds import KINDS, SHAPES
from sparc_desktop.evaluate.world.drawing.picture import BACKGROUND, draw, patch_truth
from sparc_desktop.evaluate.world.drawing.sampling import sample
from sparc_desktop.evaluate.world.drawing.scene import (
    PATTERNS,
    SIZES,
    Background,
    Damage,
    Look,
    Scene,
    Split,
    Thing,
)
from sparc_desktop.evaluate.world.drawing.splits import held_out
from sparc_desktop.evaluate.world.drawing.truth import facts

__all__ = [
    "BACKGROUND", "COLOURS", "KINDS", "PATTERNS", "SHAPES", "SIZES", "Background", "Damage", "Look", "Scene", "Split",
    "Thing", "draw", "facts", "held_out", "patch_truth", "sample",
]  # fmt: skip
