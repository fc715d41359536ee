"""The one form of every score: a ratio of two sums over pictures.

Each picture gives a numerator and a denominator, which are kept (`Row`); a score is the sum of the ones over the sum of
the others (a micro-average; with a denominator of 1 in each picture it is the mean over pictures). So any score of any
set of pictures, and its interval, comes from the same rows: see `bootstrap`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Ratio = tuple[float, float]  # numerator, denominator; (0, 0) says nothing
Row = dict[str, Ratio]  # of one picture, by the name of the score in `CATALOGUE`; goes to JSON as it is


@dataclass(frozen=True, slots=True)
class Score:
    """A measured value with its 95 % interval; `n` pictures have a part in it. `dataclasses.asdict` makes it JSON."""

    value: float
    low: float
    high: float
    n: int


def share(answers: Iterable[bool]) -> Ratio:
    """How many of them are yes."""
    listed = list(answers)
    return float(sum(listed)), float(len(listed))


def overlap(name: str, right: float, told: float, there: float) -> Row:
    """Precision = right / told, recall = right / there, F1 = 2 right / (told + there), the harmonic mean of both."""
    return {
        f"{name}_precision": (right, told),
        f"{name}_recall": (right, there),
        f"{name}_f1": (2 * right, told + there),
    }
