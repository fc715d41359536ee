"""Scores with percentile intervals from resampled pictures (Efron, 1979), and paired differences of two methods.

A resample draws as many pictures as there are, with replacement; each score is formed anew from the sums over the
pictures drawn. Two methods on the same pictures share every draw, so that what makes a picture hard for both cancels.
The interval lies between the 2.5 % and 97.5 % quantiles. Where every picture agrees (all right), it has no width: that
says that the sample shows no other case, not that there is none. Vectorised: a draw is a row of counts, and the sums
are one product of matrices.
"""

from collections.abc import Iterator, Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.measures.score import Row, Score

RESAMPLES = 2000
QUANTILES = (0.025, 0.975)
BLOCK = 4_000_000  # draws in memory at a time

Floats = NDArray[np.float64]


def table(rows: Sequence[Row], resamples: int = RESAMPLES, seed: int = 0) -> dict[str, Score]:
    """Every score of the rows. One that no picture has a part in is absent."""
    names = _names(rows)
    sums = _sums(rows, names)
    n = np.count_nonzero(sums[:, 1], axis=0)
    return _scores(names, _ratios(sums.sum(0)), _ratios(_resampled(sums, resamples, seed)), n)


def differences(
    first: Sequence[Row], second: Sequence[Row], resamples: int = RESAMPLES, seed: int = 0
) -> dict[str, Score]:
    """Second less first, in each score that both have; the rows are of the same pictures in the same order.

    `n` counts the pictures that have a part in the score of at least one of the two.

    Raises:
        ValueError: When there are not as many of the one as of the other.
    """
    if len(first) != len(second):
        raise ValueError("Paired rows must be of the same pictures.")
    names = [name for name in _names(first) if name in _names(second)]
    both = np.stack([_sums(first, names), _sums(second, names)], axis=1)  # pictures, methods, 2, names
    value = _ratios(both.sum(0))
    drawn = _ratios(_resampled(both, resamples, seed))
    n = np.count_nonzero(both[:, :, 1].any(1), axis=0)
    return _scores(names, value[1] - value[0], drawn[:, 1] - drawn[:, 0], n)


def _names(rows: Sequence[Row]) -> list[str]:
    return list({name: None for row in rows for name, (_, denominator) in row.items() if denominator})


def _sums(rows: Sequence[Row], names: Sequence[str]) -> Floats:
    """Float64 [pictures, 2, names]: numerators and denominators."""
    none = (0.0, 0.0)
    values = [[row.get(name, none) for name in names] for row in rows]
    return np.array(values, dtype=np.float64).reshape(len(rows), len(names), 2).swapaxes(1, 2)


def _ratios(sums: Floats) -> Floats:
    """Numerator / denominator along the last axis but one; not a number where a resample drew none that has a part."""
    with np.errstate(invalid="ignore"):
        ratios: Floats = sums[..., 0, :] / sums[..., 1, :]
    return ratios


def _resampled(sums: Floats, resamples: int, seed: int) -> Floats:
    """The sums over the pictures of each draw: [resamples, ...] from [pictures, ...]."""
    flat = sums.reshape(len(sums), prod(sums.shape[1:]))
    drawn = [counts @ flat for counts in _draws(len(sums), resamples, seed)]
    return np.concatenate(drawn).reshape(resamples, *sums.shape[1:])


def _draws(pictures: int, resamples: int, seed: int) -> Iterator[Floats]:
    """How often each picture is drawn: blocks of rows, each row one resample."""
    rng = np.random.default_rng([seed, pictures])
    at_once = max(BLOCK // max(pictures, 1), 1)
    for start in range(0, resamples, at_once):
        rows = min(at_once, resamples - start)
        picked = rng.integers(max(pictures, 1), size=(rows, pictures)) + pictures * np.arange(rows)[:, None]
        yield np.bincount(picked.ravel(), minlength=rows * pictures).reshape(rows, pictures).astype(np.float64)


def _scores(names: Sequence[str], values: Floats, drawn: Floats, n: NDArray[np.int64]) -> dict[str, Score]:
    scores = {}
    for column, name in enumerate(names):
        defined = drawn[~np.isnan(drawn[:, column]), column]
        value = float(values[column])
        low, high = np.quantile(defined, QUANTILES) if len(defined) else (value, value)
        scores[name] = Score(value, float(low), float(high), int(n[column]))
    return scores
