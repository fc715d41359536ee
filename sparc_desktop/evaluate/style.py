"""Guards beside the scores: a caption can win precision by saying little, or the same thing again."""

from itertools import pairwise

from sparc_desktop.domain.words import WORD


def words_per_caption(captions: list[str]) -> float:
    """Mean length in words."""
    return sum(len(_words(caption)) for caption in captions) / max(len(captions), 1)


def distinct_1(captions: list[str]) -> float:
    """Share of different words among the words of a caption, mean over the captions."""
    return _mean([len(set(words)) / len(words) for caption in captions if (words := _words(caption))])


def repeated_bigrams(captions: list[str]) -> float:
    """Share of a caption's word pairs that stood in it before, mean over the captions."""
    shares = []
    for caption in captions:
        words = _words(caption)
        pairs = list(pairwise(words))
        if pairs:
            shares.append(1 - len(set(pairs)) / len(pairs))
    return _mean(shares)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _mean(values: list[float]) -> float:
    return sum(values) / max(len(values), 1)
