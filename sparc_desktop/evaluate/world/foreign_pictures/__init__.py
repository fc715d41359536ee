"""Pictures that the built-in model must refuse: near its world, and far from it.

No photograph is among them. Far are photograph-like ones: lit scenes, landscapes, faces, surfaces, through a camera of
our own (`camera`). Near are screens and papers that nobody can read, and figures that nobody can name. Families of both
are kept from training (`HELD_OUT_FAMILIES`), for an honest rate of false answers.
"""

from sparc_desktop.evaluate.world.foreign_pictures.families import (
    HELD_OUT_FAMILIES,
    MAKERS,
    TRAIN_FAMILIES,
    VALIDATION_FAMILIES,
    foreign,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.nothing import spoilt

__all__ = ["HELD_OUT_FAMILIES", "MAKERS", "TRAIN_FAMILIES", "VALIDATION_FAMILIES", "foreign", "spoilt"]
