"""Scenes are as many-sided as they are meant to be, and all that is in them can be seen."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from sparc_desktop.evaluate.world.drawing import COLOURS, PATTERNS, SHAPES, SIZES, Scene, sample
from sparc_desktop.evaluate.world.drawing.contrast import stands_out
from sparc_desktop.evaluate.world.drawing.layout import BEHIND, VISIBLE, layout_of
from sparc_desktop.evaluate.world.drawing.sampling import ASPECTS, TOUCHED
from sparc_desktop.evaluate.world.drawing.scene import Look
from sparc_desktop.evaluate.world.drawing.styles import TRAINED


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    return [sample("train", seed) for seed in range(250)]


def test_the_same_seed_is_the_same_scene_and_another_seed_another() -> None:
    assert sample("test", 5) == sample("test", 5)
    assert sample("test", 5).things != sample("test", 6).things


@pytest.mark.parametrize("count", [1, 2, 5, 9, 14, 20])
def test_a_scene_holds_as_many_things_as_were_asked_for(count: int) -> None:
    assert {len(sample("validation", seed, count=count).things) for seed in range(12)} == {count}


def test_what_cannot_be_drawn_is_refused() -> None:
    for count in (0, 21):
        with pytest.raises(ValueError, match="1 to 20"):
            sample("train", 0, count=count)


def test_the_held_out_look_is_for_testing_alone() -> None:
    other = sample("test", 0, look="held out")
    assert other == replace(sample("test", 0), look="held out")  # the same scene, to be compared in pairs
    for split in ("train", "validation"):
        with pytest.raises(ValueError, match="is not for"):
            sample(split, 0, look="held out")


@pytest.mark.parametrize("look", TRAINED)
def test_other_styles_are_for_training_alone(look: Look) -> None:
    """The same scene, to be told alike."""
    assert sample("train", 0, look=look) == replace(sample("train", 0), look=look)
    for split in ("validation", "test"):
        with pytest.raises(ValueError, match=f"not for {split}"):
            sample(split, 0, look=look)


def test_everything_varies(scenes: list[Scene]) -> None:
    assert {len(scene.things) for scene in scenes} == set(range(1, 21))
    assert {scene.aspect for scene in scenes} == set(ASPECTS)
    assert {scene.background.pattern for scene in scenes} == set(PATTERNS)
    assert {scene.background.colour for scene in scenes} == set(COLOURS)
    assert {damage.kind for scene in scenes for damage in scene.damages} == {"noise", "blur", "jpeg", "low contrast"}
    assert {thing.size_name for scene in scenes for thing in scene.things} == set(SIZES)
    assert {thing.colour for scene in scenes for thing in scene.things} == {"", *COLOURS}
    most = Counter(max(Counter(thing.kind for thing in scene.things).values()) for scene in scenes)
    assert set(most) >= {1, 2, 3, 4, 5}  # groups of one kind


def test_every_thing_is_seen_and_hidden_plainly_or_hardly(scenes: list[Scene]) -> None:
    for scene in scenes:
        shares = layout_of(scene.things, scene.aspect, scene.look).shares()
        assert shares.diagonal().min() >= VISIBLE
        hidden = shares[~np.eye(len(shares), dtype=bool)]
        assert not ((hidden > TOUCHED) & (hidden < BEHIND)).any()


def test_no_thing_has_the_colour_of_its_ground(scenes: list[Scene]) -> None:
    for scene in scenes:
        for thing in scene.things:
            assert (thing.colour != "") == (thing.kind in SHAPES)
            assert thing.colour != scene.background.colour
            assert stands_out(thing.kind, thing.colour, scene.background.colour, "usual")
    assert not stands_out("swan", "", "white", "usual")
    assert stands_out("swan", "", "blue", "usual")


def test_sizes_and_colours_have_gaps_between_them() -> None:
    limits = [limit for size in SIZES.values() for limit in size]
    assert limits == sorted(limits)
    assert all(
        small[1] * 1.2 < large[0] for small, large in zip(SIZES.values(), list(SIZES.values())[1:], strict=False)
    )
    for (one, a), (other, b) in combinations(COLOURS.items(), 2):
        overlaps = [
            low[0] <= high[1] and high[0] <= low[1]
            for low, high in ((a.hue, b.hue), (a.saturation, b.saturation), (a.value, b.value))
        ]
        assert not all(overlaps), (one, other)
