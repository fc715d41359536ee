"""Wilson's interval at its published values, and the two rates of a refusal."""

import pytest

from sparc_desktop.evaluate.measures import refusals, wilson


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        # By the formula with z = 1.95996: 81 of 263 is the example of Newcombe (1998), who gives 0.2553 to 0.3662.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_wilson(count: int, n: int, low: float, high: float) -> None:
    score = wilson(count, n)
    assert (score.value, score.n) == (count / n, n)
    assert [score.low, score.high] == pytest.approx([low, high], abs=5e-5)


def test_each_rate_counts_the_wrong_answers() -> None:
    scores = refusals(known_refused=[False] * 9 + [True], foreign_refused=[True, True, True, False])
    assert scores["false_refusals"] == wilson(1, 10)
    assert scores["false_answers"] == wilson(1, 4)


def test_a_rate_of_no_pictures_is_absent() -> None:
    assert refusals([False], []).keys() == {"false_refusals"}
