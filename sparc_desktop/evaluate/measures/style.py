"""Guards beside the scores: a caption can win precision by saying little, or the same thing again.

- length = words a caption (`domain.words.WORD`; a Chinese character is a word), mean over captions
- Distinct-1 = different words / words of a caption, mean over captions that have words (after Li et al., arXiv
  1510.03055, who count over all captions together; here a long list of captions must not lower it)
- repeated bigrams = word pairs of a caption that stood in it before / its word pairs, mean over captions that have any
- repeated items = things told again / things told: of each name, those told beyond the number there, the first excepted

The shares fall (the first) and rise (the second) with length by themselves: compare captions of like length.
"""

from collections import Counter
from itertools import pairwise

from sparc_desktop.domain.words import WORD
from sparc_desktop.evaluate.measures.names import name_of
from sparc_desktop.evaluate.measures.score import Ratio, Row
from sparc_desktop.evaluate.measures.told import Told


def style(caption: str) -> Row:
    """The scores of any caption."""
    words = [word.casefold() for word in WORD.findall(caption)]
    couples = list(pairwise(words))
    return {
        "length": (len(words), 1.0),
        "distinct_1": (len(set(words)) / len(words), 1.0) if words else (0.0, 0.0),
        "repeated_bigrams": (1 - len(set(couples)) / len(couples), 1.0) if couples else (0.0, 0.0),
    }


def repeated_items(told: Told) -> Ratio:
    """Of one caption of the world."""
    there = Counter(name_of(item, told.facts.medium) for item in told.facts.items)
    claimed = Counter(name_of(item, told.facts.medium) for item in told.items)
    again = sum(number - max(1, min(number, there[name])) for name, number in claimed.items())
    return again, claimed.total()
