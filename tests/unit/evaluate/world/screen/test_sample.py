"""Plans: the same for everybody, kept to their split, of the size that was asked for."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from sparc_desktop.evaluate.world.screen import ScreenPlan, sample, vocabulary
from sparc_desktop.evaluate.world.screen.looks import (
    FONTS,
    HELD_OUT_FONTS,
    HELD_OUT_PALETTES,
    HELD_OUT_STYLES,
    PALETTES,
    STYLES,
    held_out,
)
from sparc_desktop.evaluate.world.screen.plan import GROUPS, KINDS, Part

PLANS = {"train": 800, "validation": 200, "test": 200}


@cache
def plans(split: str) -> list[ScreenPlan]:
    return [sample(split, seed) for seed in range(PLANS[split])]  # type: ignore[arg-type]


def parts(plan: ScreenPlan) -> Iterator[Part]:
    for top in (*(frame.part for frame in plan.frames), *plan.icons, *([plan.panel] if plan.panel else [])):
        yield from top.all()


def splits_of_words(plan: ScreenPlan) -> set[str | None]:
    """The splits that the words of the list on this screen are kept for, with the kinds on which they stand."""
    spelled = {word.spelled(plan.language): word.english for word in vocabulary()}
    return {held_out(spelled[part.label], part.kind) for part in parts(plan) if part.label in spelled}


def split_of_look(plan: ScreenPlan) -> str | None:
    return held_out(plan.look.style, plan.look.palette, plan.look.font)


def test_the_same_seed_is_the_same_plan_and_no_two_splits_share_one() -> None:
    assert sample("test", 5) == sample("test", 5)
    assert sample("test", 5) != sample("test", 6)
    shapes = [(p.look, p.frames, p.icons, p.wallpaper) for split in PLANS for p in plans(split)]
    assert len(set(shapes)) == len(shapes)


def test_a_desktop_has_up_to_three_windows() -> None:
    counts = Counter(len(plan.frames) for plan in plans("train"))
    assert set(counts) == {0, 1, 2, 3}
    assert counts[2] > 40


def test_training_never_sees_what_is_held_out() -> None:
    for plan in plans("train"):
        assert split_of_look(plan) is None
        assert splits_of_words(plan) <= {None}


@pytest.mark.parametrize("split", ["validation", "test"])
def test_the_other_splits_have_their_own_and_not_those_of_each_other(split: str) -> None:
    looks = [split_of_look(plan) for plan in plans(split)]
    words = [splits_of_words(plan) for plan in plans(split)]
    assert set(looks) == {None, split}
    assert set().union(*words) == {None, split}
    assert 0.3 < looks.count(split) / len(looks) < 0.7
    assert sum(split in each for each in words) > len(words) * 0.7


def test_the_held_out_look_is_for_testing_alone() -> None:
    for seed in range(50):
        plan = sample("test", seed, look="held out")
        assert plan.look.style in HELD_OUT_STYLES
        assert plan.look.palette in HELD_OUT_PALETTES
        assert plan.look.font in HELD_OUT_FONTS[plan.language]
    for plan in plans("test"):
        assert (plan.look.style, plan.look.palette) == (plan.look.style, plan.look.palette)
        assert plan.look.style in STYLES and plan.look.palette in PALETTES and plan.look.font in FONTS[plan.language]
    with pytest.raises(ValueError, match="testing alone"):
        sample("train", 1, look="held out")


def test_screens_hold_as_many_items_as_asked_for() -> None:
    assert {plan.count for plan in plans("train")} == set(range(3, 15))
    assert {sample("train", seed, most=4).count for seed in range(60)} == {3, 4}
    assert {sample("train", seed, most=2).count for seed in range(20)} == {2}
    with pytest.raises(ValueError, match="two items"):
        sample("train", 1, most=1)


def test_all_kinds_occur_and_no_word_twice_on_one_screen() -> None:
    kinds = {part.kind for plan in plans("train") for part in parts(plan)}
    assert kinds == set(KINDS) | set(GROUPS)
    listed = {word.spelled(language) for word in vocabulary() for language in ("en", "zh_CN")}  # type: ignore[arg-type]
    for plan in plans("train")[:300]:
        said = [part.label for part in parts(plan) if part.label in listed]
        assert len(said) == len(set(said))


def test_about_a_third_of_the_screens_is_in_chinese() -> None:
    share = sum(plan.language == "zh_CN" for plan in plans("train")) / PLANS["train"]
    assert 0.3 < share < 0.4
    assert sample("train", 1, language="en").language == "en"


def test_one_of_several_is_chosen() -> None:
    for plan in plans("train"):
        for part in parts(plan):
            states = [inner.state for inner in part.parts]
            if part.kind == "tabs":
                assert states.count("selected") == 1
            if [inner.kind for inner in part.parts][:1] == ["radio button"]:
                assert states.count("checked") == 1
            if part.kind == "pie chart":
                assert sum(inner.value or 0 for inner in part.parts) == 100


def test_plans_need_no_qt() -> None:
    code = (
        "import sys; from sparc_desktop.evaluate.world.screen import sample; sample('train', 1);"
        "print([name for name in sys.modules if 'PySide6' in name])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
