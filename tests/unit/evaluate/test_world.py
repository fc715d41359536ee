"""The world is the same for everybody, and its truth is what is drawn."""

from dataclasses import replace

import numpy as np
import pytest

from sparc_desktop.domain.words import count_words
from sparc_desktop.evaluate.world import KINDS, caption, draw, patch_truth, sample
from sparc_desktop.evaluate.world.caption import PLACES
from sparc_desktop.evaluate.world.draw import BACKGROUND
from sparc_desktop.evaluate.world.scene import PATTERNS, SIZES, SPLITS, column, row


def test_kinds_are_many_and_told_apart_by_their_first_word() -> None:
    assert len(KINDS) >= 100
    assert len({name.split()[0] for name in KINDS}) == len(KINDS)
    assert len(set(KINDS.values())) == len(KINDS)


def test_the_same_seed_is_the_same_picture() -> None:
    assert sample("test", 5) == sample("test", 5)
    first, again = (np.asarray(draw(sample("test", 5))) for _ in range(2))
    assert np.array_equal(first, again)


def test_splits_share_no_scene() -> None:
    scenes = [sample(split, seed) for split in SPLITS for seed in range(300)]
    assert len(set(scenes)) == len(scenes)


def test_captions_have_forty_to_a_hundred_and_fifty_words() -> None:
    lengths = [count_words(caption(sample("test", seed))) for seed in range(300)]
    assert min(lengths) >= 40
    assert max(lengths) <= 150


def test_all_that_is_drawn_is_told_with_its_place_and_size() -> None:
    scene = sample("test", 0, count=1)
    (thing,) = scene.things
    text = caption(scene)
    assert f"a {thing.size_name} {thing.kind}" in text
    assert scene.background.pattern in text
    assert scene.background.colour in text
    assert PLACES[row(thing)][column(thing)] in text.lower()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_draws(pattern: str) -> None:
    plain = replace(sample("train", 0), things=())
    pictures = [draw(replace(plain, background=replace(plain.background, pattern=p)), 120) for p in ("plain", pattern)]
    assert max(pictures[1].size) == 120
    assert (np.asarray(pictures[0]) != np.asarray(pictures[1])).any() == (pattern != "plain")


def test_patch_truth_finds_each_thing_where_it_lies() -> None:
    for seed in range(50):
        scene = sample("train", seed)
        truth = patch_truth(scene, 10)
        assert truth.shape == (10, 10)
        assert (truth == BACKGROUND).any()
        for index, thing in enumerate(scene.things):
            if thing.size >= SIZES["medium"][0]:
                x, y = min(int(thing.x * 10), 9), min(int(thing.y * 10), 9)
                near = truth[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2]
                assert (near == index).any() or (near > index).any(), (seed, thing)
