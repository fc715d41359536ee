"""How one language says what is true of things, apart from their names."""

from collections.abc import Mapping
from dataclasses import dataclass

from sparc_desktop.evaluate.world.facts import Link, Place, Size, State


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, by the terms of `facts`; where several are given, any of them may be written.

    patterns: of a ground, {} standing for its colour. links: phrases, each with the relation that "A phrase B" tells,
    and whether it is that of B to A. numbers: from zero on. synonyms: what is read as another word, but never written.
    """

    colours: Mapping[str, str]
    sizes: Mapping[Size, str]
    states: Mapping[State, str]
    places: Mapping[Place, tuple[str, ...]]
    patterns: Mapping[str, str]
    links: Mapping[str, tuple[Link, bool]]
    numbers: tuple[str, ...]
    synonyms: Mapping[str, str]
