"""Tables and differences against plain loops over the same draws."""

import numpy as np
import pytest

from sparc_desktop.evaluate.measures import Row, bootstrap, differences, table

ROWS: list[Row] = [
    {"a": (1, 2), "b": (1, 1)},
    {"a": (3, 3), "b": (0, 0)},
    {"a": (0, 5)},
    {"a": (2, 2), "b": (0, 1)},
]


def test_values_are_sums_over_sums() -> None:
    scores = table(ROWS)
    assert scores["a"].value == 6 / 12  # and not the mean of 1/2, 1, 0, 1
    assert scores["a"].n == 4
    assert scores["b"].value == 1 / 2
    assert scores["b"].n == 2


def test_what_no_picture_has_a_part_in_is_absent() -> None:
    assert table([{"a": (0, 0), "b": (1, 1)}]).keys() == {"b"}
    assert table([]) == {}


def test_the_interval_is_that_of_a_loop_over_the_same_draws() -> None:
    picked = np.random.default_rng([7, len(ROWS)]).integers(len(ROWS), size=(300, len(ROWS)))
    for name in ("a", "b"):
        ratios = []
        for draw in picked:
            drawn = [ROWS[index].get(name, (0, 0)) for index in draw]
            denominator = sum(ratio[1] for ratio in drawn)
            if denominator:
                ratios.append(sum(ratio[0] for ratio in drawn) / denominator)
        score = table(ROWS, resamples=300, seed=7)[name]
        assert [score.low, score.high] == pytest.approx(list(np.quantile(ratios, (0.025, 0.975))))


def test_the_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table(ROWS, resamples=50)
    monkeypatch.setattr(bootstrap, "BLOCK", 12)
    assert table(ROWS, resamples=50) == whole


def test_half_of_400_has_the_interval_of_the_normal_distribution() -> None:
    rows: list[Row] = [{"a": (index % 2, 1)} for index in range(400)]
    score = table(rows)["a"]
    half = 1.96 * (0.5 * 0.5 / 400) ** 0.5
    assert score.low == pytest.approx(0.5 - half, abs=0.006)
    assert score.high == pytest.approx(0.5 + half, abs=0.006)


def test_a_picture_with_a_part_in_no_draw_still_has_a_value() -> None:
    rows: list[Row] = [{"a": (1, 1)}, {}, {}, {}]
    score = table(rows, resamples=1, seed=next(s for s in range(50) if not _first_is_drawn(s)))["a"]
    assert (score.value, score.low, score.high, score.n) == (1, 1, 1, 1)


def _first_is_drawn(seed: int) -> bool:
    return bool((np.random.default_rng([seed, 4]).integers(4, size=(1, 4)) == 0).any())


def test_what_is_hard_for_both_methods_cancels() -> None:
    hard = [index / 50 for index in range(20)]
    first: list[Row] = [{"a": (value, 1)} for value in hard]
    second: list[Row] = [{"a": (value + 0.1, 1)} for value in hard]
    difference = differences(first, second)["a"]
    assert [difference.value, difference.low, difference.high] == pytest.approx([0.1] * 3)
    assert difference.n == 20
    assert table(first)["a"].high - table(first)["a"].low > 0.05


def test_the_difference_is_of_ratios_of_sums_in_every_draw() -> None:
    other: list[Row] = [{"a": (2, 2)}, {"a": (1, 4)}, {"a": (1, 1)}, {"a": (0, 3)}]
    picked = np.random.default_rng([0, 4]).integers(4, size=(200, 4))

    def ratio(rows: list[Row], draw: "np.ndarray") -> float:
        return sum(rows[i]["a"][0] for i in draw) / sum(rows[i]["a"][1] for i in draw)

    expected = np.quantile([ratio(other, draw) - ratio(ROWS, draw) for draw in picked], (0.025, 0.975))
    difference = differences(ROWS, other, resamples=200)
    assert difference.keys() == {"a"}
    assert difference["a"].value == pytest.approx(4 / 10 - 6 / 12)
    assert [difference["a"].low, difference["a"].high] == pytest.approx(list(expected))


def test_other_pictures_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="same pictures"):
        differences(ROWS, ROWS[1:])
