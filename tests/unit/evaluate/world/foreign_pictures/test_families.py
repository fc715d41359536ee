"""Pictures that must be refused: the same for everybody, of every family, and some families never in training."""

import numpy as np
import pytest
from PIL import Image

from sparc_desktop.evaluate.world.foreign_pictures import (
    HELD_OUT_FAMILIES,
    MAKERS,
    TRAIN_FAMILIES,
    VALIDATION_FAMILIES,
    foreign,
    spoilt,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.families import SPLITS

FLAT = {"blank"}


def test_families_are_in_one_group_each_and_many_are_kept_from_training() -> None:
    groups = (TRAIN_FAMILIES, VALIDATION_FAMILIES, HELD_OUT_FAMILIES)
    assert sorted(name for group in groups for name in group) == sorted(MAKERS)
    assert len(HELD_OUT_FAMILIES) >= 8
    kept = {MAKERS[name].__module__ for name in (*VALIDATION_FAMILIES, *HELD_OUT_FAMILIES)}
    assert not kept & {MAKERS[name].__module__ for name in TRAIN_FAMILIES}


@pytest.mark.parametrize("family", MAKERS)
def test_every_family_fills_the_picture_that_was_asked_for(family: str) -> None:
    for seed, (side, aspect, size) in enumerate(((96, 1.6, (96, 60)), (64, 0.5, (32, 64)))):
        image, name = foreign("test", seed, side, aspect, family)
        assert (name, image.mode, image.size) == (family, "RGB", size)
        corners = np.asarray(image, dtype=float)
        assert family in FLAT or corners.std() > 3
    first, other = (np.asarray(foreign("test", seed, 64, 1.0, family)[0]) for seed in (3, 4))
    assert family in FLAT or (first != other).mean() > 0.02


def test_the_same_seed_is_the_same_picture_and_splits_share_none() -> None:
    drawn = [np.asarray(foreign(split, 5, 64, 1.0, "hills")[0]).tobytes() for split in (*SPLITS, *SPLITS)]
    assert drawn[:3] == drawn[3:]
    assert len(set(drawn)) == 3


def test_each_split_draws_from_its_own_families() -> None:
    for split, families in zip(SPLITS, (TRAIN_FAMILIES, VALIDATION_FAMILIES, HELD_OUT_FAMILIES), strict=True):
        names = {foreign(split, seed, 32, 1.0)[1] for seed in range(60)}
        assert names <= set(families)
        assert len(names) > len(families) / 2


def test_training_cannot_ask_for_what_is_kept_from_it() -> None:
    for family in (*VALIDATION_FAMILIES, *HELD_OUT_FAMILIES):
        with pytest.raises(ValueError, match=family):
            foreign("train", 0, 32, 1.0, family)


def test_what_is_spoilt_keeps_its_size_and_its_colours_but_no_letter() -> None:
    page = Image.new("L", (160, 100), 255)
    page.paste(0, (20, 30, 24, 60))  # a stroke, 4 by 30 pixels
    for seed in range(30):
        after = spoilt(seed, page.convert("RGB"))
        values = np.asarray(after.convert("L"), dtype=float)
        assert after.size == page.size
        assert values.mean() == pytest.approx(np.asarray(page).mean(), abs=6)
        tall = (values < 100).sum(axis=0).max()
        assert tall < 25, seed
