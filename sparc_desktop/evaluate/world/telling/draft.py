"""A caption in the making: what long and short ones have in common."""

from collections.abc import Sequence
from typing import Literal, get_args

from sparc_desktop.evaluate.world.facts import Facts, Size
from sparc_desktop.evaluate.world.telling.forms import Forms
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.telling.units import Unit, units

Order = Literal["salience", "sizes", "random"]  # "sizes": the large ones first, those of one size by chance
SIZES: tuple[Size, ...] = get_args(Size)
Held = dict[int | None, list[int]]  # the items that lie within each, by their indices; None: those that lie in nothing


class Draft:
    """The sentences so far, without capital letters and full stops."""

    def __init__(self, facts: Facts, speech: Speech, order: Order) -> None:
        self.facts, self.speech, self.chance, self.forms = facts, speech, speech.chance, speech.sentences
        self.sentences: list[str] = []
        self.held: Held = {None: []}
        for index, item in enumerate(facts.items):
            self.held.setdefault(item.within, []).append(index)
        if order != "salience":
            self.held = {holder: self.chance.shuffled(held) for holder, held in self.held.items()}
        if order == "sizes":
            for held in self.held.values():
                held.sort(key=lambda index: SIZES.index(facts.items[index].size), reverse=True)

    def caption(self) -> str:
        """All sentences."""
        return self.speech.gap.join(self.speech.finished(sentence) for sentence in self.sentences)

    def open(self, forms: Forms) -> None:
        """Begin with the whole, in one of these forms; with the total alone where nothing is known of the ground."""
        surface, count = self.speech.surface(self.facts.ground), len(self.facts.items)
        form = self.chance.pick(forms if surface else self.forms.bare[self.facts.medium])
        total = self.speech.things[self.facts.medium][count != 1].format(self.speech.count(count))
        ground = self.speech.ground(surface)
        self.sentences.append(
            form.format_map({"total": total, "ground": ground, "surface": surface, "is": self.speech.is_(count)})
        )

    def units(self, holder: int | None) -> list[Unit]:
        """What is within a thing."""
        return units(self.facts.items, self.held.get(holder, ()), self.held, self.chance)

    def filled(self, form: str, chosen: Sequence[Unit], *, placed: int, brief: bool, **more: str) -> str:
        """A form with the list of these units, the first `placed` of them with their places."""
        last = len(chosen) - 1
        parts = [
            self.speech.unit(
                unit.items, placed=number < placed, brief=brief, last=number == last and "{unit}" not in form
            )
            for number, unit in enumerate(chosen)
        ]
        long = any((placed and unit.place) or (unit.is_detailed and not brief) for unit in chosen)
        told = self.speech.joined(parts, long=bool(long))
        is_ = self.speech.is_(len(chosen[0].items))
        return form.format_map({"list": told, "unit": told, "is": is_, **more})
