"""How much of a caption is true, and how much of the truth is told: CHAIR (Rohrbach et al., arXiv 1809.02156).

A mention is an object's name in a caption. Counted over all captions together (micro-average):

- mention precision = 1 - CHAIRi = mentions of kinds that are there / mentions
- CHAIRs = captions with at least one mention of a kind that isn't there / captions
- unique precision = kinds told that are there / kinds told, each kind once a caption
- recall = kinds told that are there / kinds there
- F1 = harmonic mean of unique precision and recall

Mention precision rewards saying the same true thing again; therefore the unique one beside it, and the guards of
`style`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WORDS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Chair:
    """Counts over a set of captions; the measures are properties."""

    captions: int
    captions_with_error: int
    mentions: int
    true_mentions: int
    told: int
    told_true: int
    there: int

    @property
    def mention_precision(self) -> float:
        """1 - CHAIRi."""
        return self.true_mentions / max(self.mentions, 1)

    @property
    def chair_s(self) -> float:
        """Share of captions that name something that isn't there."""
        return self.captions_with_error / max(self.captions, 1)

    @property
    def precision(self) -> float:
        """Of the kinds told, how many are there."""
        return self.told_true / max(self.told, 1)

    @property
    def recall(self) -> float:
        """Of the kinds there, how many are told."""
        return self.told_true / max(self.there, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of unique precision and recall."""
        return 2 * self.told_true / max(self.told + self.there, 1)


def mentions(caption: str, names: Iterable[str]) -> list[str]:
    """Each mention of one of the names (of one or more lower-case words) in a caption, in order.

    Where two names could begin at the same word, the longer one counts; a plural counts as the name.
    """
    by_first: dict[str, list[list[str]]] = {}
    for name in sorted(names, key=len, reverse=True):
        parts = name.split()
        by_first.setdefault(parts[0], []).append(parts)
    words = WORDS.findall(caption.lower())
    found: list[str] = []
    position = 0
    while position < len(words):
        word = words[position]
        named = [parts for parts in by_first.get(word, []) if words[position:][: len(parts)] == parts]
        named = named or [parts for parts in by_first.get(word.removesuffix("s"), []) if len(parts) == 1]
        if named:
            found.append(" ".join(named[0]))
        position += len(named[0]) if named else 1
    return found


def chair(captions: Iterable[str], truths: Iterable[frozenset[str]], names: Iterable[str]) -> Chair:
    """Score captions against the kinds that each picture shows."""
    names = list(names)
    total: Counter[str] = Counter()
    for caption, there in zip(captions, truths, strict=True):
        told = mentions(caption, names)
        unique = set(told)
        total += Counter(
            captions=1,
            captions_with_error=int(bool(unique - there)),
            mentions=len(told),
            true_mentions=sum(kind in there for kind in told),
            told=len(unique),
            told_true=len(unique & there),
            there=len(there),
        )
    fields = ("captions", "captions_with_error", "mentions", "true_mentions", "told", "told_true", "there")
    return Chair(**{field: total[field] for field in fields})
