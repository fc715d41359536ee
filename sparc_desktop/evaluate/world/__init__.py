"""A world with known truth: scenes that the program draws itself, so that a caption can be scored without a judge.

`sample` makes a `Scene` from a split and a seed, `draw` makes the picture, `caption` the sentences, `patch_truth` what
each patch of the picture shows. The same scene always gives the same picture and the same words.
"""

from sparc_desktop.evaluate.world.caption import caption
from sparc_desktop.evaluate.world.draw import draw, patch_truth
from sparc_desktop.evaluate.world.kinds import KINDS
from sparc_desktop.evaluate.world.scene import Background, Scene, Thing, sample

__all__ = ["KINDS", "Background", "Scene", "Thing", "caption", "draw", "patch_truth", "sample"]
