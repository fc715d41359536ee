"""Reads a caption sign by sign.

A thing that is counted ("a dog", "two dogs", 一只狗) is claimed; one that is not ("the dog", 狗) is one claimed before,
if there was such a one, and is claimed itself otherwise. A place belongs to the things before it that have none yet,
back to the last place; where there are no such things, to those that follow it in the sentence. Words in quotation
marks, states and values belong to the thing before them, or to the next member of a group.
"""

from dataclasses import replace
from typing import cast

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.facts import Ground, Place, State
from sparc_desktop.evaluate.world.telling.beginning import Attribute, Beginning
from sparc_desktop.evaluate.world.telling.group import Group
from sparc_desktop.evaluate.world.telling.linking import Linking
from sparc_desktop.evaluate.world.telling.mention import Mention
from sparc_desktop.evaluate.world.telling.signs import Sign
from sparc_desktop.evaluate.world.vocabulary import WORDINGS

DESCRIBING = ("kind", "size", "colour", "state")  # after a state, these say that it belongs to what follows
MOST = 50  # things that one number can claim


class Reader:
    """What has been read so far: claimed things, relations, and grounds and totals with the offsets of their words."""

    def __init__(self, language: Language) -> None:
        self.claimed: list[Mention] = []
        self.linking = Linking(WORDINGS[language].links)
        self.grounds: list[tuple[Ground, int]] = []
        self.totals: list[tuple[int, int]] = []
        self._topic: Mention | None = None  # the thing named last of all, which "it" means
        self._end()

    def _end(self) -> None:
        """Forget what holds within a sentence alone."""
        self._beginning = Beginning()
        self._named: list[Mention] = []  # in this sentence
        self._current: list[Mention] = []  # what words, states and values belong to
        self._unplaced: list[Mention] = []  # what the next place belongs to
        self._place: Place = ""  # of what follows
        self._holder: Mention | None = None  # of what follows
        self._is_inside = False  # the next thing will be the holder
        self._group: Group | None = None
        self._on_ground = False  # colour and pattern are those of the ground
        self._expects_value = False
        self.linking.end()

    def take(self, sign: Sign, following: Sign | None) -> None:
        """The next sign, and the one after it."""
        term, offset, after = sign.term, sign.offset, following.term.sort if following else "end"
        match term.sort:
            case "number" if self._expects_value or after == "percent":
                self._say_value(term.number, offset)
            case "number" if sign.text == "one" and self._beginning.count is not None:
                self._take_meant(offset)  # "a small one"
            case "number":
                self._beginning, self._on_ground = Beginning(min(term.number, MOST)), False
            case "article":
                self._take_meant(offset)  # "one at the top"
                self._beginning = Beginning()
            case "pronoun":
                self._take_meant(offset)
            case "state" if self._beginning.count is None and after not in DESCRIBING:
                for mention in self._current:
                    mention.state = cast(State, term.value)
            case "size" | "colour" | "state" | "pattern":
                self._describe(term.sort, term.value)
            case "label":
                self._label(sign.text, offset)
            case "kind":
                self._name(term.value, offset, following.text if following and after == "label" else "")
            case "place":
                self._put(cast(Place, term.value), offset)
            case "thing" if self._beginning.count is not None:
                self.totals.append((self._beginning.count, offset))
                self._beginning = Beginning()
            case "background":
                told = self._beginning.told
                self.grounds.append((Ground(told.get("colour", ""), told.get("pattern", "")), offset))
                self._beginning, self._on_ground = Beginning(), True
            case "value":
                self._take_meant(offset)
                self._beginning, self._expects_value = Beginning(), True
            case "it" if self._topic is not None:
                self._named.append(self._topic)
            case "inside":
                self._is_inside = True
            case "holds" if self._named:
                self._enter(self._named[-1])
            case "link" | "link after":
                link = self.linking.before if term.sort == "link" else self.linking.after
                link(term.value, offset, self._named)
                self._unplaced = []
            case "pause" | "end":
                if self._beginning.told:
                    self._take_meant(offset)
                self._beginning = Beginning()
                if term.sort == "end":
                    self._end()

    def _say_value(self, number: int, offset: int) -> None:
        self._take_meant(offset)
        for mention in self._current:
            mention.value = number
        self._expects_value = False

    def _describe(self, name: Attribute, value: str) -> None:
        if self._on_ground and name in ("colour", "pattern") and not getattr(self.grounds[-1][0], name):
            ground, offset = self.grounds[-1]
            self.grounds[-1] = replace(ground, **{name: value}), offset
        else:
            self._beginning.told[name] = value

    def _label(self, text: str, offset: int) -> None:
        if self._beginning.count is not None:
            self._beginning.told["label"] = text
            return
        if self._group is not None:
            self._take(self._group, 1, offset)
        if len(self._current) == 1 and not self._current[0].label:
            self._current[0].label = text

    def _take_meant(self, offset: int) -> None:
        """A number, and perhaps attributes, without a name mean members of the group that was told last."""
        if self._group is not None and self._beginning.count:
            self._take(self._group, self._beginning.count, offset)
            for mention in self._current:
                self._beginning.describe(mention)
            self._beginning = Beginning()

    def _take(self, group: Group, count: int, offset: int) -> None:
        """Go on with so many members of the group."""
        waiting = group.members
        self._current, new = group.take(count, offset)
        self.claimed += new
        self._unplaced = [mention for mention in self._unplaced if mention not in waiting]
        self._unplaced += [mention for mention in self._current if not mention.place]

    def _name(self, kind: str, offset: int, label: str) -> None:
        """A name, and the words that follow it, by which a thing told before is known."""
        count = self._beginning.count
        mention = Mention(kind, offset, label=label if count in (None, 1) else "")
        self._beginning.describe(mention)
        if count is None:
            known = [other for other in self.claimed if mention.may_be(other)]
            mention.known = max(known, key=lambda other: (other.label == mention.label, other.offset), default=None)
        self._beginning, self._group, self._on_ground = Beginning(), None, False
        if mention.known is not None:
            self._current = [mention.known]
            self._unplaced = [each for each in (mention, mention.known) if not each.place]
        else:
            self._claim(mention, 1 if count is None else count)
        self._named.append(mention)
        self._topic = mention
        self.linking.name(mention)
        if self._is_inside:
            self._enter(mention)

    def _claim(self, mention: Mention, count: int) -> None:
        mention.within, mention.place = self._holder, self._place
        self._current = [mention, *(replace(mention) for _ in range(count - 1))][:count]
        self.claimed += self._current
        self._unplaced += [] if self._place else self._current
        if count > 1:
            self._group = Group(replace(mention), self._current)

    def _put(self, place: Place, offset: int) -> None:
        self._take_meant(offset)
        for mention in self._unplaced:
            mention.place = place
        if not self._unplaced:
            self._place = place
        self._beginning, self._unplaced = Beginning(), []

    def _enter(self, holder: Mention) -> None:
        """What follows in the sentence is within it."""
        self._holder, self._is_inside, self._group = holder.known or holder, False, None
        self._beginning, self._unplaced, self._place = Beginning(), [], ""
