"""The metrics on cases small enough to count by hand."""

import pytest

from sparc_desktop.evaluate.chair import chair, mentions
from sparc_desktop.evaluate.style import distinct_1, repeated_bigrams, words_per_caption
from sparc_desktop.evaluate.world import KINDS, caption, sample

NAMES = ["dog", "cat", "hot dog", "palm tree", "bus", "grape cluster"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A dog and a Cat.", ["dog", "cat"]),
        ("A hot dog, not a dog.", ["hot dog", "dog"]),
        ("Two dogs on a hot day under a palm tree.", ["dog", "palm tree"]),
        ("A bus; buses; a palm.", ["bus"]),
        ("The category of dogma.", []),
        ("", []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert mentions(text, NAMES) == found


def test_counted_by_hand() -> None:
    captions = ["A dog. A dog. A cat.", "A bus."]
    truths = [frozenset({"dog", "palm tree"}), frozenset({"bus", "cat", "dog"})]
    score = chair(captions, truths, NAMES)
    assert score.mention_precision == 3 / 4
    assert score.chair_s == 1 / 2
    assert score.precision == 2 / 3
    assert score.recall == 2 / 5
    assert score.f1 == pytest.approx(2 * (2 / 3) * (2 / 5) / (2 / 3 + 2 / 5))


def test_nothing_said_is_no_division_by_zero() -> None:
    score = chair([""], [frozenset({"dog"})], NAMES)
    assert (score.mention_precision, score.precision, score.recall, score.f1) == (0, 0, 0, 0)


def test_the_reference_captions_are_perfect() -> None:
    scenes = [sample("validation", seed) for seed in range(100)]
    score = chair([caption(scene) for scene in scenes], [scene.kinds for scene in scenes], KINDS)
    assert (score.precision, score.recall, score.f1, score.chair_s) == (1, 1, 1, 0)


def test_style() -> None:
    assert words_per_caption(["one two", "one two three four"]) == 3
    assert distinct_1(["a a b b", "c d"]) == (2 / 4 + 1) / 2
    assert repeated_bigrams(["a b a b"]) == pytest.approx(1 - 2 / 3)
