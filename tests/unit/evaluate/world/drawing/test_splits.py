"""What a model is measured on is not what it was trained on: neither the scenes nor some of the pairs in them."""

from collections import Counter

from sparc_desktop.evaluate.world.drawing import COLOURS, KINDS, PATTERNS, SHAPES, Background, Scene, held_out, sample


def pairs(scene: Scene) -> list[str | None]:
    return [held_out(thing.kind, scene.background) for thing in scene.things]


def test_no_train_scene_has_a_held_out_pair() -> None:
    held = [pair for seed in range(2000) for pair in pairs(sample("train", seed, count=2))]
    assert set(held) == {None}


def test_each_of_the_other_splits_has_its_own_pairs_and_none_of_the_other() -> None:
    for split in ("validation", "test"):
        held = [pairs(sample(split, seed, count=3)) for seed in range(200)]
        assert {pair for scene in held for pair in scene} == {None, split}
        assert sum(split in scene for scene in held) >= 80


def test_about_a_tenth_of_all_pairs_is_held_out_half_for_each_split() -> None:
    backgrounds = [Background(pattern, colour, (0, 0, 0), 0) for pattern in PATTERNS for colour in COLOURS]
    counts = Counter(held_out(kind, background) for kind in (*KINDS, *SHAPES) for background in backgrounds)
    total = counts.total()
    assert 0.04 * total < counts["validation"] < 0.08 * total
    assert 0.04 * total < counts["test"] < 0.08 * total


def test_splits_share_no_scene() -> None:
    scenes = [sample(split, seed, count=2) for split in ("train", "validation", "test") for seed in range(150)]
    assert len({scene.things for scene in scenes}) == len(scenes)
    assert len({scene.background.seed for scene in scenes}) == len(scenes)
