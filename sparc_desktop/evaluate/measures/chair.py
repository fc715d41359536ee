"""How much of what is named is there, and how much of what is there is named, in all and along the caption.

CHAIR (Rohrbach et al., arXiv 1809.02156), over names alone, so that it serves drawn pictures, screens and real ones. A
mention is a name in a caption; a name is true if it is among those of what is there. Over all captions:

- CHAIRi = false mentions / mentions; mention precision = 1 - CHAIRi
- CHAIRs = captions with a false mention / captions
- precision = different true names told / different names told; recall = different true names told / names there;
  F1 = their harmonic mean. Unlike mention precision, these don't reward saying a true thing again.
- precision in a third of a caption = true mentions that begin in it / mentions that begin in it
- recall in a third = names there that are first told in it / names there; the three add up to the recall.

A mention that begins at word w of n (from 0) is in third floor(3 w / n).
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sparc_desktop.evaluate.measures.score import Row, overlap, share

THIRDS = ("first", "middle", "last")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a caption, and the word at which it begins, from 0."""

    name: str
    word: int


def chair(mentions: Sequence[Mention], there: AbstractSet[str], words: int, things: str = "object") -> Row:
    """The scores of a caption of so many words; `things` is the first part of the names of the unique scores."""
    told = {mention.name for mention in mentions}
    true = [mention.name in there for mention in mentions]
    return {
        "mention_precision": share(true),
        "chair_i": share(not right for right in true),
        "chair_s": (float(not all(true)), 1.0),
        **overlap(things, len(told & there), len(told), len(there)),
        **_by_third(mentions, there, words),
    }


def _by_third(mentions: Sequence[Mention], there: AbstractSet[str], words: int) -> Row:
    row: Row = {}
    told: set[str] = set()
    for third, name in enumerate(THIRDS):
        here = [mention.name for mention in mentions if _third(mention.word, words) == third]
        row[f"precision_{name}"] = share(mentioned in there for mentioned in here)
        row[f"recall_{name}"] = (len((there & set(here)) - told), len(there))
        told |= set(here)
    return row


def _third(word: int, words: int) -> int:
    return min(3 * word // max(words, 1), 2)
