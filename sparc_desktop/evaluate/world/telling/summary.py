"""Captions of one sentence, or of two or three."""

from collections.abc import Sequence

from sparc_desktop.evaluate.world.facts import Facts
from sparc_desktop.evaluate.world.telling.draft import Draft, Order
from sparc_desktop.evaluate.world.telling.forms import Forms
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.telling.units import Unit

LONGEST = 3  # units in a sentence
PARTS = 2  # sentences about things, after the opening


def sentence(facts: Facts, speech: Speech, order: Order) -> str:
    """How many things there are, the ground, and up to three units, the first of them with its place."""
    draft = Draft(facts, speech, order)
    draft.open(draft.forms.opened[facts.medium])
    for chosen in _parts(draft.units(None))[:1]:
        _add(draft, draft.forms.summed, chosen, placed=1, before=draft.sentences.pop())
    return draft.caption()


def short(facts: Facts, speech: Speech, order: Order) -> str:
    """The same in a sentence of its own, and up to six units with their places in two more."""
    draft = Draft(facts, speech, order)
    draft.open(draft.forms.opened[facts.medium])
    for chosen in _parts(draft.units(None))[:PARTS]:
        # One without a place, before one that has one, could be taken to be there too.
        placed = next((number for number, unit in enumerate(chosen) if not unit.place), len(chosen))
        _add(draft, draft.forms.listed, chosen, placed=placed)
    return draft.caption()


def _parts(units: Sequence[Unit]) -> list[list[Unit]]:
    found: list[list[Unit]] = []
    for unit in units:
        if not found or len(found[-1]) == LONGEST or found[-1][-1].ends:
            found.append([])
        found[-1].append(unit)
    return found


def _add(draft: Draft, forms: Forms, chosen: Sequence[Unit], *, placed: int, before: str = "") -> None:
    """One sentence, with something of what lies within the last thing."""
    told = draft.filled(draft.chance.pick(forms), chosen, placed=placed, brief=True, before=before)
    if within := draft.units(chosen[-1].indices[-1]):
        form = draft.chance.pick(draft.forms.held_by_that)
        told = draft.filled(form, within[:LONGEST], placed=0, brief=True, before=told)
    draft.sentences.append(told)
