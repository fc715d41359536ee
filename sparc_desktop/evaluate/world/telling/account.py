"""Long captions: all that is there, and how it lies."""

from collections.abc import Sequence

from sparc_desktop.evaluate.world.facts import Facts, Item, Link, Relation
from sparc_desktop.evaluate.world.telling.draft import Draft, Order
from sparc_desktop.evaluate.world.telling.reference import references
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.telling.units import Unit, sentences

TOTAL = 0.65  # the chance that it is said how many things there are
LENGTHS = (1, 2, 3)  # units in a sentence
LENGTHS_WITHIN = (2, 3, 4)  # where all of them lie within the same thing
FEW = 6  # items; of more, all are told before how they lie to each other
JOINED = 0.5  # the chance that what belongs together is told in one sentence


def account(facts: Facts, speech: Speech, order: Order, links: Sequence[Link]) -> str:
    """All items, and those relations that have one of the links and lie between things that words can tell apart."""
    return _Account(facts, speech, order, links).caption()


class _Account(Draft):
    def __init__(self, facts: Facts, speech: Speech, order: Order, links: Sequence[Link]) -> None:
        super().__init__(facts, speech, order)
        self.told: set[int] = set()
        self.waiting = [relation for relation in facts.relations if relation.link in links]
        self.named: int | None = None  # the item that the last sentence named last, and no other beside it
        self.may_go_on = False  # whether nothing follows it there, so that ", which" can
        twice, once = self.forms.opened_twice[facts.medium], self.forms.opened[facts.medium]
        if facts.items and len(facts.items) <= FEW:  # always alike, so that the form does not depend on the number
            self.open(twice)
        else:
            self.open(once + twice if self.chance.maybe(TOTAL) or not facts.items else self.forms.plain[facts.medium])
        self._tell(None)
        self._relate(alone=False)

    def _tell(self, holder: int | None) -> None:
        """All that a thing holds, and all that these hold."""
        lengths = LENGTHS if holder is None else LENGTHS_WITHIN
        for number, chosen in enumerate(sentences(self.units(holder), lengths, self.chance)):
            if holder is None:
                self._say(chosen)
            else:
                self._say_held(chosen, holder, again=number > 0)
            indices = [index for unit in chosen for index in unit.indices]
            self.told.update(indices)
            self.named = indices[-1] if len(chosen[-1].indices) == 1 else None
            if len(self.facts.items) <= FEW:
                self._relate(alone=len(indices) == 1)
            for index in indices:
                if index in self.held:
                    self._tell(index)

    def _say(self, chosen: Sequence[Unit]) -> None:
        forms, place = self.forms, chosen[0].place
        form, placed, more = self.chance.pick(forms.listed), len(chosen), {}
        if place and {unit.place for unit in chosen} == {place}:
            if len(chosen) > 1 or self.chance.maybe(JOINED):
                form, placed, more = self.chance.pick(forms.fronted), 0, {"place": self.speech.place(place)}
            elif len(set(chosen[0].items)) == 1 and self.chance.maybe(JOINED):
                form, placed, more = self.chance.pick(forms.stated), 0, {"place": self.speech.place(place)}
        self.may_go_on = form in forms.fronted or not chosen[-1].place
        self.sentences.append(self.filled(form, chosen, placed=placed, brief=False, **more))

    def _say_held(self, chosen: Sequence[Unit], holder: int, *, again: bool) -> None:
        forms, before = self.forms, ""
        if self.named != holder:
            form = self.chance.pick(forms.held_again if again else forms.held)
        elif self.may_go_on and len(chosen) <= max(LENGTHS) and self.chance.maybe(JOINED):
            form, before = self.chance.pick(forms.held_by_that), self.sentences.pop()
        else:
            form = self.chance.pick(forms.held_by_it)
        item = self.facts.items[holder]
        name = self.speech.reference(Item(item.kind, label=item.label))
        self.may_go_on = not before and not chosen[-1].place
        self.sentences.append(self.filled(form, chosen, placed=len(chosen), brief=False, holder=name, before=before))

    def _relate(self, *, alone: bool) -> None:
        """Tell the relations between things that have all been told by now; `alone` if the last sentence told one."""
        ready = [relation for relation in self.waiting if {relation.subject, relation.object} <= self.told]
        self.waiting = [relation for relation in self.waiting if relation not in ready]
        for relation in ready:
            self._say_related(relation, alone=alone)

    def _say_related(self, relation: Relation, *, alone: bool) -> None:
        """As the link has it, or the other way round; of what was told last, perhaps in the same sentence."""
        pair = references(self.facts, relation)
        if pair is None:
            return
        speech, links = self.speech, self.speech.wording.links
        joined = alone and self.named in (relation.subject, relation.object) and self.chance.maybe(JOINED)
        turned = self.named == relation.object if joined else self.chance.maybe(JOINED)
        if (relation.link, turned) not in links.values():  # "on" is not said the other way round
            joined = turned = False
        first, second = pair[::-1] if turned else pair
        words = {
            "link": self.chance.pick([link for link, meaning in links.items() if meaning == (relation.link, turned)]),
            "subject": speech.reference(first), "object": speech.reference(second), "is": speech.is_(1),
        }  # fmt: skip
        before = self.sentences.pop() if joined else ""
        form = self.chance.pick(self.forms.related_too if joined else self.forms.related)
        self.sentences.append(form.format_map({**words, "before": before}))
        self.named, self.may_go_on = None, False
