"""Whether the model answers what it knows, and refuses what it doesn't.

- false answers = foreign pictures that were described all the same / foreign pictures
- false refusals = pictures of the world that were refused / pictures of the world

Such rates are near 0, where the bootstrap's interval would shrink to nothing: at 0 of 200 it would say 0 to 0. So they
have Wilson's score interval (Wilson, 1927): with p = k / n and z = 1.96,
(p + z^2/2n -+ z sqrt(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n).
"""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

from sparc_desktop.evaluate.measures.score import Score

Z = NormalDist().inv_cdf(0.975)


def wilson(count: int, n: int) -> Score:
    """The share `count` of `n` (n > 0) with its 95 % interval."""
    p = count / n
    scale = 1 + Z * Z / n
    centre = (p + Z * Z / (2 * n)) / scale
    half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / scale
    return Score(p, max(centre - half, 0.0), min(centre + half, 1.0), n)


def refusals(known_refused: Sequence[bool], foreign_refused: Sequence[bool]) -> dict[str, Score]:
    """Both rates, from whether each picture of the world, and each foreign one, was refused.

    A rate of no pictures is absent.
    """
    wrong = {
        "false_refusals": [*known_refused],
        "false_answers": [not refused for refused in foreign_refused],
    }
    return {name: wilson(sum(cases), len(cases)) for name, cases in wrong.items() if cases}
