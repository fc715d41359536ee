"""Phrases about things: what is the same in all languages; `english` and `chinese` say the rest."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar

from sparc_desktop.evaluate.world.facts import Ground, Item, Medium, Place
from sparc_desktop.evaluate.world.telling.chance import Chance
from sparc_desktop.evaluate.world.telling.forms import Sentences
from sparc_desktop.evaluate.world.vocabulary import Wording

PERCENT = frozenset(("progress bar", "slider", "slice"))  # the value of any other thing is a plain number
ATTRIBUTES = ("state", "size", "colour")


class Speech(ABC):
    """How one language puts things; `chance` chooses among its wordings."""

    sentences: ClassVar[Sentences]
    wording: ClassVar[Wording]
    gap: ClassVar[str]  # between sentences
    bracketed: ClassVar[str]  # a state after a thing's words
    percent: ClassVar[str]
    number: ClassVar[str]
    other_words: ClassVar[tuple[str, ...]]  # all that its methods write beside forms and wording, with the marks
    things: ClassVar[Mapping[Medium, tuple[str, str]]]  # one, several

    def __init__(self, chance: Chance) -> None:
        self.chance = chance

    @abstractmethod
    def finished(self, sentence: str) -> str:
        """The sentence with its capital letter and its full stop."""

    @abstractmethod
    def is_(self, count: int) -> str:
        """The verb in the number of what follows or precedes it."""

    @abstractmethod
    def ground(self, surface: str) -> str:
        """The background of a surface, as a noun."""

    @abstractmethod
    def counted(self, kind: str, count: int, adjectives: Sequence[str], titled: str = "{name}", label: str = "") -> str:
        """So many of a kind; one of them with its words, in the form `titled`."""

    @abstractmethod
    def pronoun(self, kind: str, count: int, adjectives: Sequence[str]) -> str:
        """So many of a kind that was just named."""

    @abstractmethod
    def reference(self, item: Item) -> str:
        """A thing that was told before, by what is given of it."""

    @abstractmethod
    def placed(self, unit: str, place: str) -> str:
        """A unit and, if there is one, its place."""

    @abstractmethod
    def joined(self, parts: Sequence[str], *, long: bool) -> str:
        """A list of one or more; `long` if its parts have commas or places in them."""

    @abstractmethod
    def headed(self, head: str, entries: str, *, last: bool) -> str:
        """A group and what is told of each of its members; `last` if nothing follows in the sentence."""

    @abstractmethod
    def adjectives(self, item: Item, names: Sequence[str]) -> list[str]:
        """These attributes of an item, in the order of the language, as far as it has them."""

    def quoted(self, label: str) -> str:
        """Words as they are spelled."""
        return f"“{label}”"

    def surface(self, ground: Ground) -> str:
        """What the ground looks like; empty if nothing is known of it."""
        pattern = self.wording.patterns.get(ground.pattern, "{}")
        return pattern.format(self.wording.colours.get(ground.colour, "")).strip()

    def place(self, place: Place) -> str:
        """Where; empty if it is not known."""
        return self.chance.pick(self.wording.places[place]) if place else ""

    def count(self, count: int) -> str:
        """A number in words, or in digits where there is no word for it."""
        numbers = self.wording.numbers
        return numbers[count] if count < len(numbers) else str(count)

    def unit(self, items: Sequence[Item], *, placed: bool, brief: bool, last: bool) -> str:
        """One thing with all that is told of it, or several of a kind, and where, if `placed`.

        Of a group, what all have in common stands before its name, the rest after it; `brief` leaves the rest out, but
        for words. `last` if nothing follows in the sentence.
        """
        first = items[0]
        place = self.place(first.place) if placed and len({item.place for item in items}) == 1 else ""
        if len(items) == 1:
            adjectives = self.adjectives(first, ATTRIBUTES)
            titled = self.sentences.titled
            form = self.chance.pick(titled.get(first.kind, titled[""])) if first.label else "{name}"
            return self.placed(self.counted(first.kind, 1, adjectives, form, first.label) + self._value(first), place)
        common = [name for name in ATTRIBUTES if len({getattr(item, name) for item in items}) == 1]
        head = self.placed(self.counted(first.kind, len(items), self.adjectives(first, common)), place)
        if first.label:
            entries = [self._labelled(item, bracketed="state" not in common) for item in items]
            return self.headed(head, self.joined(entries, long=False), last=last)
        entries = [] if brief else self._members(items, common)
        return self.headed(head, self.joined(entries, long=True), last=last) if entries else head

    def _labelled(self, item: Item, *, bracketed: bool) -> str:
        state = self.bracketed.format(self.wording.states[item.state]) if bracketed and item.state else ""
        return self.quoted(item.label) + state + self._value(item)

    def _members(self, items: Sequence[Item], common: Sequence[str]) -> list[str]:
        """Equal ones together; nothing if all are equal and their place is told elsewhere."""
        own = [name for name in ATTRIBUTES if name not in common]
        scattered = len({item.place for item in items}) > 1
        told = Counter(
            (tuple(self.adjectives(item, own)), self._value(item), item.place if scattered else "") for item in items
        )
        if len(told) == 1 and not next(iter(told))[1]:
            return []
        kind = items[0].kind
        return [
            self.placed(self.pronoun(kind, count, adjectives) + value, self.place(place))
            for (adjectives, value, place), count in told.items()
        ]

    def _value(self, item: Item) -> str:
        if item.value is None:
            return ""
        return (self.percent if item.kind in PERCENT else self.number).format(item.value)
