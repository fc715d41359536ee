"""How the attention to the picture changes while a description grows: means over a few words each.

Word by word the share jumps between words that need the picture and words that don't. Means over windows of some ten
words show what remains, and few enough of them fit into a table that can be listened to.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sparc_desktop.domain.explanation import Step

MOST_WINDOWS = 10
WIDTHS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)  # words


@dataclass(frozen=True, slots=True)
class Window:
    """The words `first` to `last` of the two descriptions; None where one of them has fewer words.

    `without` and `with_sparc` are the shares of the attention that went to the picture, `own` that of the model's own
    weights with SPARC, before they were recalibrated.
    """

    first: int
    last: int
    without: float | None
    with_sparc: float | None
    own: float | None


def decay(with_sparc: tuple[Step, ...], without: tuple[Step, ...]) -> list[Window]:
    """The windows from the first word to the last of the longer description.

    The last window ends with the words, so it may be shorter than the others.
    """
    words = max((step.word for step in (*with_sparc, *without)), default=0)
    width = next((width for width in WIDTHS if words <= width * MOST_WINDOWS), WIDTHS[-1])
    return [
        Window(
            first,
            min(first + width - 1, words),
            without=_mean(step.share for step in _within(without, first, width)),
            with_sparc=_mean(step.share for step in _within(with_sparc, first, width)),
            own=_mean(step.own for step in _within(with_sparc, first, width)),
        )
        for first in range(1, words + 1, width)
    ]


def _within(steps: tuple[Step, ...], first: int, width: int) -> list[Step]:
    return [step for step in steps if first <= step.word < first + width]


def _mean(values: Iterable[float]) -> float | None:
    kept = list(values)
    return sum(kept) / len(kept) if kept else None
