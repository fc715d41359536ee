"""The objects of a description, their attributes, and their relations, by word lists and the order of the words.

- An object is the last of a run of nouns: "kitchen table" is a table, and "kitchen" one of its attributes.
- Attributes belong to the object that they stand before, or, where none follows, to the one before: "the cup is red".
  So do nouns before them: "a light blue cup".
- A relation is its word with the object after it, where an object stands before it in the sentence. Which object that
  is about, the order of the words doesn't tell: in "a man in a suit on a bench", the bench holds the man.

All words are brought to the singular, and to one word among synonyms.
"""

import re
from dataclasses import dataclass, field

from sparc_desktop.evaluate.measures.prose import lexicon
from sparc_desktop.evaluate.measures.prose.singular import singular

SENTENCE_END = re.compile(r"[.!?;:\n]+")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
ENDINGS = ("ing", "ed", "ly")
ATTRIBUTES, STOP, VERBS, NOUNS = (
    frozenset(words.split()) for words in (lexicon.ATTRIBUTES, lexicon.STOP, lexicon.VERBS, lexicon.NOUNS)
)
SAME = {other: group.split()[0] for group in lexicon.SYNONYMS for other in group.split()[1:]}
PHRASES = {tuple(phrase.split()): relation for phrase, relation in lexicon.RELATIONS.items()}
LONGEST = max(map(len, PHRASES))


@dataclass(slots=True)
class Elements:
    """Sets of object, (object, attribute), and (relation, object)."""

    objects: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    relations: set[tuple[str, str]] = field(default_factory=set)


def elements(text: str) -> Elements:
    """All that an English description tells, as far as this can see."""
    found = Elements()
    for sentence in SENTENCE_END.split(text.lower().replace("’", "'").replace("-", " ")):
        _Sentence(found).read(WORD.findall(sentence))
    return found


@dataclass(slots=True)
class _Sentence:
    """What was read of a sentence and has not found its place yet."""

    found: Elements
    object: str = ""  # the last one
    relation: str = ""  # since then
    attributes: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)

    def read(self, words: list[str]) -> None:
        position = 0
        while position < len(words):
            relation, length = _relation(words[position : position + LONGEST])
            if relation:
                self._end_run()
                self._describe(self.object)
                self.relation = relation
            else:
                self._word(words[position])
            position += length
        self._end_run()
        self._describe(self.object)

    def _word(self, word: str) -> None:
        one = singular(word.removesuffix("'s"))
        if one in STOP or word in STOP:
            self._end_run()
        elif one in ATTRIBUTES:
            self.attributes += [*self.nouns, _same(one)]
            self.nouns = []
        elif one not in VERBS and (one in NOUNS or not word.endswith(ENDINGS)):
            self.nouns.append(_same(one))
        else:
            self._end_run()

    def _end_run(self) -> None:
        """The nouns read so far are one object: join it to the one before, and give it its attributes."""
        if not self.nouns:
            return
        *before, name = self.nouns
        self.attributes += before
        self.nouns = []
        self.found.objects.add(name)
        self._describe(name)
        if self.object and self.relation:
            self.found.relations.add((self.relation, name))
        self.object, self.relation = name, ""

    def _describe(self, name: str) -> None:
        if name:
            self.found.attributes |= {(name, attribute) for attribute in self.attributes}
        self.attributes = []


def _relation(words: list[str]) -> tuple[str, int]:
    """The relation that the words begin with, and how many they are; ("", 1) when they don't."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        if relation := PHRASES.get(tuple(words[:length])):
            return relation, length
    return "", 1


def _same(word: str) -> str:
    return SAME.get(word, word)
