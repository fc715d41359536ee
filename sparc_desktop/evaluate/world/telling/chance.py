"""The chance that varies captions: which form, which wording, how much in one sentence."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")
TELLING = 2718  # sets this chance apart from that of the pictures


class Chance:
    """The same for the same numbers, `seed` not below 0."""

    def __init__(self, *seed: int) -> None:
        self._random = np.random.default_rng([TELLING, *seed]).random

    def maybe(self, probability: float) -> bool:
        """True with this probability."""
        return self._random() < probability

    def pick(self, several: Sequence[T]) -> T:
        """One of them."""
        return several[int(self._random() * len(several))]

    def shuffled(self, several: Sequence[T]) -> list[T]:
        """All of them, in any order."""
        return sorted(several, key=lambda _: self._random())
