"""What is told in one breath: single things, or several of a kind; and how many of them in one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparc_desktop.evaluate.world.facts import Item, Place
from sparc_desktop.evaluate.world.telling.chance import Chance

GROUPED = 0.85  # the chance that equal things are told together


@dataclass(frozen=True, slots=True)
class Unit:
    """One item, or several of a kind, by their indices in the facts. `ends`: more has to be told of the last one."""

    indices: tuple[int, ...]
    items: tuple[Item, ...]
    ends: bool

    @property
    def place(self) -> Place:
        """The place of all of them; empty if they have several, or none."""
        places = {item.place for item in self.items}
        return self.items[0].place if len(places) == 1 else ""

    @property
    def is_detailed(self) -> bool:
        """Whether its members have no words, and differ, so that it is told in many words."""
        return len(set(self.items)) > 1 and not self.items[0].label


def units(
    items: Sequence[Item], siblings: Sequence[int], held: Mapping[int | None, list[int]], chance: Chance
) -> list[Unit]:
    """The siblings in units, each at the place of its first member.

    Things with words are told together if they follow on one another and stand in one place; things without, wherever
    they are. A thing that holds others is told alone, but for those with words that lie within another.
    """
    keys = {index: _key(items[index], bool(held.get(index))) for index in siblings}
    found: list[Unit] = []
    left = list(siblings)
    while left:
        first, left = left[0], left[1:]
        group = [first]
        if keys[first] is not None and chance.maybe(GROUPED):
            for index in left:
                if keys[index] == keys[first]:
                    group.append(index)
                elif items[first].label:
                    break
            left = [index for index in left if index not in group]
        ends = any(held.get(index) for index in group)
        found.append(Unit(tuple(group), tuple(items[index] for index in group), ends))
    return found


def _key(item: Item, holds: bool) -> tuple[object, ...] | None:
    """What things have in common that are told together; None of one that is told alone."""
    if holds and (not item.label or item.within is None):
        return None
    if item.label:
        return item.kind, "", item.colour, item.size, item.place
    return item.kind, item.place != ""


def sentences(units: Sequence[Unit], lengths: Sequence[int], chance: Chance) -> list[list[Unit]]:
    """The units in sentences of at most so many, by chance one of `lengths`.

    A unit told in many words has its own; one that holds others comes last in its own. One without a place never stands
    before one with a place, which could be taken for the place of both.
    """
    found: list[list[Unit]] = []
    room = 0
    for unit in units:
        before = found[-1][-1] if found else None
        misleading = before is not None and bool(unit.place) and not before.place
        if room == 0 or before is None or before.ends or before.is_detailed or unit.is_detailed or misleading:
            found.append([])
            room = chance.pick(lengths)
        found[-1].append(unit)
        room -= 1
    return found
