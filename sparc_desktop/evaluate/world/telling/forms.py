"""The forms of the sentences of one language: templates that `speech` fills, data, so that `words` can list them.

A form begins with a small letter and ends without a full stop. What stands for what:

- {total} how many things there are; {ground} what they lie on, {surface} the same without the word "background"
- {list} things; {unit} one thing, or several of a kind; {is} the verb in their number
- {place} where; {holder} what holds things; {subject}, {link} and {object} how two things lie to each other
- {before} the sentence so far; {name} a thing without its words, {label} its words
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sparc_desktop.evaluate.world.facts import Medium

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Of each kind of sentence some forms, any of which may be taken.

    Openings, by the medium: opened tells total and ground in one sentence, opened_twice in two, plain the ground alone,
    bare the total alone. summed: an opening and the most striking things.
    Things: listed, each with its place; fronted, all in one place; stated, one unit. held: within another thing;
    held_again where some of it was told before, held_by_it where that thing was named last, and held_by_that where it
    was named last in this very sentence.
    Relations: related, of things named before; related_too, of the thing named last in this sentence.
    Words on things, by the kind, "" for all others: titled.
    """

    opened: Mapping[Medium, Forms]
    opened_twice: Mapping[Medium, Forms]
    plain: Mapping[Medium, Forms]
    bare: Mapping[Medium, Forms]
    summed: Forms
    listed: Forms
    fronted: Forms
    stated: Forms
    held: Forms
    held_again: Forms
    held_by_it: Forms
    held_by_that: Forms
    related: Forms
    related_too: Forms
    titled: Mapping[str, Forms]

    def all(self) -> list[str]:
        """Every form."""
        found: list[str] = []
        for name in self.__slots__:
            forms = getattr(self, name)
            found += forms if isinstance(forms, tuple) else (each for several in forms.values() for each in several)
        return found
