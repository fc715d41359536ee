"""What the phrases of a language mean to the reader: names, attributes, numbers, and words that hold them together.

All other words mean nothing to it, so that sentences may be built in other ways than `write` builds them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.telling.tokens import TOKEN
from sparc_desktop.evaluate.world.vocabulary import NAMES, WORDINGS

Sort = Literal[
    "kind", "colour", "size", "state", "place", "pattern", "background", "number", "thing", "article", "pronoun",
    "link", "link after", "holds", "inside", "it", "percent", "value", "label", "pause", "end", "nothing",
]  # fmt: skip
Phrase = tuple[str, ...]  # tokens


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase means. value: a key of the vocabulary, of a link that of `Wording.links`; number: of a number."""

    sort: Sort
    value: str = ""
    number: int = 0


ENGLISH: dict[Sort, tuple[str, ...]] = {
    "article": ("the",), "thing": ("thing", "things", "object", "objects", "element", "elements"),
    "pronoun": ("ones",), "background": ("background",), "percent": ("percent",), "value": ("value",),
    "holds": ("has", "have", "contains", "contain", "holds", "hold"), "inside": ("inside",), "it": ("it",),
}  # fmt: skip
CHINESE: dict[Sort, tuple[str, ...]] = {
    "thing": ("个东西", "个物体", "个元素"), "background": ("背景",), "value": ("数值",), "it": ("它",),
    "holds": ("里有", "里还有", "里面有", "里面还有", "里可以看到", "包含"), "nothing": ("一幅", "画面的", "一共"),
}  # fmt: skip
ARTICLES: dict[Language, tuple[str, ...]] = {"en": ("a", "an"), "zh_CN": ()}
GRAMMAR: dict[Language, dict[Sort, tuple[str, ...]]] = {"en": ENGLISH, "zh_CN": CHINESE}


@cache
def lexicon(language: Language) -> Mapping[str, list[tuple[Phrase, Term]]]:
    """All phrases, by their first token, the longest first."""
    found: dict[str, list[tuple[Phrase, Term]]] = {}
    for phrase, term in _terms(language).items():
        tokens = tuple(TOKEN.findall(phrase))
        found.setdefault(tokens[0], []).append((tokens, term))
    return {first: sorted(phrases, key=lambda p: -len(p[0])) for first, phrases in found.items()}


def _terms(language: Language) -> dict[str, Term]:
    wording = WORDINGS[language]
    terms = {phrase: Term(sort) for sort, phrases in GRAMMAR[language].items() for phrase in phrases}
    for kind, name in NAMES.items():
        names = (name.singular, name.plural) if language == "en" else (name.chinese,)
        terms |= dict.fromkeys(names, Term("kind", kind))
    terms |= {word: Term("colour", colour) for colour, word in wording.colours.items()}
    terms |= {word: Term("size", size) for size, word in wording.sizes.items()}
    terms |= {word: Term("state", state) for state, word in wording.states.items()}
    for place, words in wording.places.items():
        # "left" is enough of "on the left side", and leaves "on the left of the dog" to the links.
        terms |= dict.fromkeys((place,) if language == "en" else words, Term("place", place))
    terms |= {form.replace("{}", "").strip(): Term("pattern", pattern) for pattern, form in wording.patterns.items()}
    terms |= {phrase: Term("link" if language == "en" else "link after", phrase) for phrase in wording.links}
    terms |= {word: Term("number", number=number) for number, word in enumerate(wording.numbers)}
    terms |= {word: Term("number", number=1) for word in ARTICLES[language]}
    return terms | {other: terms[word] for other, word in wording.synonyms.items()}
