"""A word as it was recognised, in lines, in blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from sparc_desktop.domain.rectangle import Rectangle, around


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or one Chinese character or more; confidence is 0 to 100."""

    text: str
    confidence: float
    place: Rectangle


Line = Sequence[Word]
Block = Sequence[Line]


def extent(line: Line) -> Rectangle:
    """Where the line is; it has one word at least."""
    return around(word.place for word in line)
