"""Pictures show what the scene says, always alike, in every ground, look and damage."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from sparc_desktop.evaluate.world.drawing import (
    BACKGROUND,
    PATTERNS,
    Background,
    Damage,
    Look,
    Scene,
    Thing,
    draw,
    patch_truth,
    sample,
)  # fmt: skip
from sparc_desktop.evaluate.world.drawing.scene import DamageKind

EMPTY = Scene("test", 0, "usual", 4 / 3, Background("plain", "blue", (80, 120, 210), 3), ())
BOX = Thing("square", "large", 0.25, 0.5, 0.4, colour="red", rgb=(210, 40, 40))


def test_the_same_scene_is_the_same_picture() -> None:
    scene = sample("test", 3, count=9)
    assert np.array_equal(draw(scene), draw(scene))


@pytest.mark.parametrize(("aspect", "size"), [(4 / 3, (320, 240)), (0.5, (160, 320)), (1.0, (320, 320))])
def test_the_longer_side_is_as_asked_and_the_other_follows(aspect: float, size: tuple[int, int]) -> None:
    assert draw(replace(EMPTY, aspect=aspect), 320).size == size


@pytest.mark.parametrize("pattern", [pattern for pattern in PATTERNS if pattern != "plain"])
def test_every_pattern_shows_and_leaves_the_colour_what_it_is(pattern: str) -> None:
    ground = replace(EMPTY.background, pattern=pattern)
    values = np.asarray(draw(replace(EMPTY, background=ground)), dtype=np.float64)
    assert values.std(axis=(0, 1)).min() > 5
    assert np.abs(values.mean(axis=(0, 1)) - ground.rgb).max() < 40
    other = np.asarray(draw(replace(EMPTY, background=replace(ground, seed=4))))
    assert not np.array_equal(values, other)


def test_a_plain_ground_is_the_colour_alone() -> None:
    assert draw(EMPTY).getcolors() == [(320 * 240, (80, 120, 210))]


@pytest.mark.parametrize("kind", ["noise", "blur", "jpeg", "low contrast"])
def test_damage_grows_with_its_strength_and_stays_mild(kind: DamageKind) -> None:
    scene = replace(sample("test", 8, count=9), damages=())
    clean = np.asarray(draw(scene), dtype=np.float64)
    changes = []
    for strength in (0.0, 1.0):
        values = np.asarray(draw(replace(scene, damages=(Damage(kind, strength, 5),))), dtype=np.float64)
        changes.append(np.sqrt(np.square(values - clean).mean()))
    assert 0.5 < changes[0] < changes[1] < 45


def test_a_thing_is_drawn_where_and_how_it_is_said_to_be() -> None:
    picture = draw(replace(EMPTY, things=(BOX,)))
    assert picture.getpixel((80, 120)) == BOX.rgb
    assert picture.getpixel((240, 120)) == EMPTY.background.rgb
    arrow = replace(BOX, kind="arrow", x=0.5)
    plain, mirrored, raised = (red(replace(EMPTY, things=(thing,))) for thing in (
        arrow, replace(arrow, mirrored=True), replace(arrow, angle=90.0),
    ))  # fmt: skip
    half = np.s_[:, 160:]
    assert plain[half].sum() > 1.1 * plain[:, :160].sum()  # its head is at the right
    assert mirrored[:, :160].sum() > 1.1 * mirrored[half].sum()
    assert raised[:120].sum() > 1.2 * raised[120:].sum()  # anticlockwise: the head goes up


def red(scene: Scene) -> np.ndarray:
    values = np.asarray(draw(scene), dtype=np.int64)
    return values[..., 0] > values[..., 2] + 40


@pytest.mark.parametrize("kind", ["dog", "star"])
def test_the_held_out_look_is_another(kind: str) -> None:
    scene = replace(EMPTY, things=(replace(BOX, kind=kind),))
    usual, other = (np.asarray(draw(replace(scene, look=look)), dtype=np.float64) for look in looks())
    assert np.abs(usual - other).max() > 60


def looks() -> tuple[Look, Look]:
    return "usual", "held out"


def test_each_patch_is_of_what_is_seen_most_there() -> None:
    ball = replace(BOX, kind="circle", x=0.4, size=0.2)
    truth = patch_truth(replace(EMPTY, things=(BOX, ball)), 16)
    assert truth.shape == (16, 16)
    assert truth.dtype == np.int64
    assert truth[8, 3] == 0
    assert truth[8, 6] == 1  # in front of the box
    assert truth[8, 12] == BACKGROUND
    assert set(patch_truth(EMPTY, 4).ravel()) == {BACKGROUND}


def test_patches_agree_with_the_picture() -> None:
    for seed in range(20):
        scene = replace(sample("test", seed, count=4), damages=())
        ground, picture = (draw(replace(scene, things=things), 256) for things in ((), scene.things))
        changed = np.uint8(255) * (np.asarray(ground) != np.asarray(picture)).any(axis=2)
        shown = np.asarray(Image.fromarray(changed).resize((16, 16), Image.Resampling.BOX)) / 255
        truth = patch_truth(scene, 16)
        assert shown[truth != BACKGROUND].min() > 0.2
        assert ((shown > 0.6) & (truth == BACKGROUND)).mean() < 0.02  # where several things cover less than a quarter
        larger = {index for index, thing in enumerate(scene.things) if thing.size_name != "small"}
        assert {BACKGROUND, *larger} <= set(truth.ravel())
