"""Desktop screens with known truth: real widgets of Qt, drawn without a screen, in many styles, palettes and fonts.

`sample` makes a `ScreenPlan` from a split and a seed, without Qt. `picture.render` makes the picture and its facts,
and `picture.patch_truth` what each patch of it shows; they alone need Qt, so they are not imported here. The same plan
gives the same pixels on the same machine; any number of processes may draw at once, each for itself.

The parts: `words` and `looks` are lists; `choices` keeps chance to its split; `contents`, `charted` and `stages` fill
a `plan`; `controls`, `charts`, `icons` and `frames` are the widgets, `brush` and `painted` their styles, `kit` and
`stage` what they share; `desktop` lays them out, and `truth` says what can be seen of them.
"""

from sparc_desktop.evaluate.world.screen.plan import ScreenPlan
from sparc_desktop.evaluate.world.screen.sample import sample
from sparc_desktop.evaluate.world.screen.words import vocabulary

__all__ = ["ScreenPlan", "sample", "vocabulary"]
