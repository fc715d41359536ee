"""All words that captions are made of, for a tokenizer; but for what is quoted from screens, which may be any."""

import re
from collections.abc import Iterator

from sparc_desktop.domain.words import WORD
from sparc_desktop.evaluate.world.telling.chinese import Chinese
from sparc_desktop.evaluate.world.telling.english import English
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.vocabulary import NAMES

SLOT = re.compile(r"\{\w*\}")
MARK = re.compile(r"[^\w\s]")


def words() -> list[str]:
    """English words, those that can begin a sentence also with a capital; Chinese characters; digits and marks."""
    texts = [*_phrases(English), *_phrases(Chinese), "0 1 2 3 4 5 6 7 8 9"]
    texts += [text for name in NAMES.values() for text in (name.singular, name.plural, name.measure, name.chinese)]
    begun = [text[0].upper() + text[1:] for text in _phrases(English) if text]
    bare = [SLOT.sub(" ", text) for text in (*texts, *begun)]
    return sorted({found for text in bare for pattern in (WORD, MARK) for found in pattern.findall(text)})


def _phrases(speech: type[Speech]) -> Iterator[str]:
    wording = speech.wording
    yield from speech.sentences.all()
    yield from speech.other_words
    yield from (speech.bracketed, speech.percent, speech.number)
    yield from (form for forms in speech.things.values() for form in forms)
    yield from (*wording.colours.values(), *wording.sizes.values(), *wording.states.values(), *wording.numbers)
    yield from (phrase for phrases in wording.places.values() for phrase in phrases)
    yield from (*wording.patterns.values(), *wording.links)
