"""What the reader goes by: the terms of a caption, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.telling.lexicon import Phrase, Term, lexicon
from sparc_desktop.evaluate.world.telling.tokens import QUOTATION_MARKS, TOKEN

DIGITS = 9  # of a number that are read
MARKS: dict[str, Term] = {
    **dict.fromkeys((".", "!", "?", "。", "！", "？"), Term("end")),
    **dict.fromkeys((",", ";", ":", "，", "；", "：", "、"), Term("pause")),
    "%": Term("percent"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A term in a caption. offset: of its first character, from 0; text: its tokens, of a label what is quoted."""

    term: Term
    offset: int
    text: str


def signs(caption: str, language: Language) -> Iterator[Sign]:
    """The terms of a caption in their order, each that of the longest phrase there; what means nothing is left out."""
    found = list(TOKEN.finditer(caption))
    tokens = [match[0].lower() for match in found]
    phrases = lexicon(language)
    position = 0
    while position < len(tokens):
        phrase, term = _longest(phrases.get(tokens[position], ()), tokens, position)
        if term is not None:
            is_label = term.sort == "label"
            text = found[position][0].strip(QUOTATION_MARKS + " ") if is_label else "".join(phrase)
            yield Sign(term, found[position].start(), text)
        position += len(phrase)


def _longest(phrases: Sequence[tuple[Phrase, Term]], tokens: list[str], position: int) -> tuple[Phrase, Term | None]:
    for phrase, term in phrases:
        if phrase == tuple(tokens[position : position + len(phrase)]):
            return phrase, term
    return (tokens[position],), _alone(tokens[position])


def _alone(token: str) -> Term | None:
    """What a token means in any language."""
    if token[0] in QUOTATION_MARKS:
        return Term("label")
    if token.isdecimal() and token.isascii():
        return Term("number", number=int(token[:DIGITS]))
    return MARKS.get(token)
