"""The names of all kinds, in both languages. The key of a kind is its English name."""

from dataclasses import dataclass

from sparc_desktop.evaluate.world.vocabulary.controls import CONTROLS
from sparc_desktop.evaluate.world.vocabulary.things import THINGS

PLURALS = {"mouse": "mice", "cactus": "cacti", "maple leaf": "maple leaves", "bread loaf": "bread loaves",
           "volcano": "volcanoes", "sheep": "sheep", "fish": "fish", "shrimp": "shrimp", "dice": "dice"}  # fmt: skip
HISSING = ("s", "x", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Name:
    """What one kind is called. `measure` is the word that stands between a number and the Chinese name."""

    singular: str
    plural: str
    measure: str
    chinese: str


def plural(english: str) -> str:
    """The plural of an English name of one or more words."""
    if english in PLURALS:
        return PLURALS[english]
    if english.endswith(HISSING):
        return f"{english}es"
    return f"{english[:-1]}ies" if english.endswith("y") and english[-2] not in "aeiou" else f"{english}s"


NAMES: dict[str, Name] = {
    english: Name(english, plural(english), *chinese.split()) for english, chinese in {**THINGS, **CONTROLS}.items()
}
