"""Comparing words that stand on a screen with words that were read from it."""

import re
import unicodedata
from functools import lru_cache

MARKS = re.compile(r"[\W_]+")
TOLERANCE = 4  # one wrong character in so many is let pass


@lru_cache(maxsize=1 << 16)  # the words of screens come again and again
def edit_distance(read: str, written: str) -> int:
    """The least number of characters to insert, delete or replace (Levenshtein, 1966)."""
    previous = list(range(len(written) + 1))
    for index, character in enumerate(read, 1):
        current = [index]
        for column, other in enumerate(written, 1):
            replaced = previous[column - 1] + (character != other)
            current.append(min(replaced, previous[column] + 1, current[-1] + 1))
        previous = current
    return previous[-1]


def similarity(read: str, written: str) -> float:
    """1 for the same, 0 where no character is kept: 1 - distance / length of the longer."""
    longer = max(len(read), len(written))
    return 1 - edit_distance(read, written) / longer if longer else 1.0


def fits(read: str, written: str) -> bool:
    """Whether they are the same to a tolerant listener.

    Case, spaces and marks don't matter, nor one wrong character in each four; digits must be right, since they are
    read for their value.
    """
    read, written = _plain(read), _plain(written)
    if read == written:
        return True
    allowed = max(len(read), len(written)) // TOLERANCE
    return _digits(read) == _digits(written) and edit_distance(read, written) <= allowed


def _plain(label: str) -> str:
    # NFKC makes full-width letters and "…" what they are on other keyboards. A label of marks alone keeps them.
    folded = unicodedata.normalize("NFKC", label).casefold()
    return MARKS.sub("", folded) or folded


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
