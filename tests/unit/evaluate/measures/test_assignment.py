"""The best pairing against every pairing there is."""

from itertools import permutations

import numpy as np
import pytest

from sparc_desktop.evaluate.measures.assignment import assign


@pytest.mark.parametrize("shape", [(1, 1), (4, 4), (3, 5), (5, 3), (2, 6), (6, 1)])
def test_as_good_as_the_best_of_all(shape: tuple[int, int]) -> None:
    rows, columns = shape
    for seed in range(20):
        # Few different values, some negative, so that there are ties.
        weights = np.random.default_rng([seed, rows, columns]).integers(-2, 4, size=shape).tolist()
        pairs = assign(weights)
        assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == min(shape) == len(pairs)
        wide = weights if rows <= columns else [list(column) for column in zip(*weights, strict=True)]
        best = max(
            sum(wide[row][column] for row, column in enumerate(chosen))
            for chosen in permutations(range(max(shape)), min(shape))
        )
        assert sum(weights[row][column] for row, column in pairs) == best


def test_greed_would_be_wrong_here() -> None:
    assert assign([[5, 4], [4, 0]]) == [(0, 1), (1, 0)]


@pytest.mark.parametrize("weights", [[], [[], []]])
def test_nothing_to_pair(weights: list[list[float]]) -> None:
    assert assign(weights) == []
