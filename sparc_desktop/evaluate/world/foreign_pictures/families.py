"""Pictures that are not of the world, by families; some families are kept from training, and some from all choices."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Literal

import numpy as np
from PIL import Image, ImageFilter

from sparc_desktop.evaluate.world.foreign_pictures import (
    close_ups,
    landscapes,
    nothing,
    papers,
    pen_work,
    screenshots,
    solid_scenes,
    surfaces,
    unseen_nature,
    unseen_patterns,
    unseen_prints,
    unseen_things,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.camera import photographed, saved
from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick

Split = Literal["train", "validation", "test"]
SPLITS: tuple[Split, ...] = ("train", "validation", "test")
Maker = Callable[[Rng, int, int], Image.Image]  # a generator, width and height in pixels; RGB of that size

PHOTOGRAPHED: dict[str, Maker] = {
    "dead leaves": surfaces.leaves, "stone and clouds": surfaces.stuff, "fur": surfaces.fur, "walls": surfaces.walls,
    "hills": landscapes.terrain, "water": landscapes.water, "trees": landscapes.trees,
    "solids": solid_scenes.solids, "rooms": solid_scenes.rooms, "streets": solid_scenes.streets,
    "night lights": close_ups.lights, "close-ups": close_ups.macro, "portraits": close_ups.portraits,
}  # fmt: skip
MADE: dict[str, Maker] = {
    "pages": papers.page, "programs": papers.program, "tables": papers.table, "plots": papers.plot,
    "handwriting": pen_work.handwriting, "doodles": pen_work.doodles, "full screens": screenshots.desktop,
    "formulas": surfaces.formulas, "collages": nothing.collage, "noise": nothing.noise, "blank": nothing.blank,
}  # fmt: skip
UNSEEN_PHOTOGRAPHED: dict[str, Maker] = {
    "fields from above": unseen_nature.aerial, "stones": unseen_nature.pebbles, "flowers": unseen_nature.flowers,
    "animals": unseen_nature.animals, "night sky": unseen_things.stars, "shadow pictures": unseen_things.scans,
    "under water": unseen_things.underwater, "meals": unseen_things.meals, "cars": unseen_things.cars,
    "cloth": unseen_patterns.cloth,
}  # fmt: skip
UNSEEN_MADE: dict[str, Maker] = {
    "games": unseen_patterns.games, "marble": unseen_patterns.marble, "fractals": unseen_patterns.fractals,
    "maps": unseen_prints.maps, "comics": unseen_prints.comics, "music": unseen_prints.music,
    "codes": unseen_prints.codes, "circuits": unseen_prints.circuits,
}  # fmt: skip
MAKERS = MappingProxyType(PHOTOGRAPHED | MADE | UNSEEN_PHOTOGRAPHED | UNSEEN_MADE)

TRAIN_FAMILIES = (*PHOTOGRAPHED, *MADE)
# For choosing among detectors and settings; then neither trained on nor counted in what is reported.
VALIDATION_FAMILIES = ("fields from above", "cloth", "games", "marble")
HELD_OUT_FAMILIES = tuple(name for name in (*UNSEEN_PHOTOGRAPHED, *UNSEEN_MADE) if name not in VALIDATION_FAMILIES)
OF_SPLIT = MappingProxyType({"train": TRAIN_FAMILIES, "validation": VALIDATION_FAMILIES, "test": HELD_OUT_FAMILIES})


def foreign(
    split: Split, seed: int, side: int, aspect: float = 4 / 3, family: str | None = None
) -> tuple[Image.Image, str]:
    """Picture number `seed` of a split, RGB, and the name of its family; the same for the same arguments.

    side: the longer side in pixels, from 32 on; aspect: width by height. family: that one instead of one by chance. In
    validation and test it may be one of training, in pictures that training does not see; in training no other than its
    own: ValueError.
    """
    if split == "train" and family is not None and family not in TRAIN_FAMILIES:
        raise ValueError(f"{family!r} is kept from training.")
    rng = np.random.default_rng([77, SPLITS.index(split), seed])
    by_chance = pick(rng, OF_SPLIT[split])
    name = family or by_chance
    width, height = (side, round(side / aspect)) if aspect >= 1 else (round(side * aspect), side)
    image = MAKERS[name](rng, width, height)
    if name in PHOTOGRAPHED or name in UNSEEN_PHOTOGRAPHED or rng.random() < 0.12:  # of screens and papers too
        return photographed(rng, image), name
    return saved(rng, _softened(rng, image), 0.3), name


def _softened(rng: Rng, image: Image.Image) -> Image.Image:
    """Sometimes a little out of focus, or far."""
    if rng.random() > 0.2:
        return image
    return image.filter(ImageFilter.GaussianBlur(pick(rng, (0.6, 1.0, 2.0, 5.0))))
