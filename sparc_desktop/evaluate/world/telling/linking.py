"""Reads how things lie to each other: "the cup is behind the dog", "behind the dog is the cup", 杯子在狗的后面."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparc_desktop.evaluate.world.facts import Link
from sparc_desktop.evaluate.world.telling.mention import Mention


@dataclass(slots=True)
class Waiting:
    """A link of which not both things have been named. "A phrase B": A is the first, B the second."""

    phrase: str
    offset: int
    first: Mention | None
    second: Mention | None


class Linking:
    """The relations that have been read, as subject, link, object, and the offset of the link's words."""

    def __init__(self, links: Mapping[str, tuple[Link, bool]]) -> None:
        self.found: list[tuple[Mention, Link, Mention, int]] = []
        self._links = links
        self._waiting: Waiting | None = None

    def before(self, phrase: str, offset: int, named: Sequence[Mention]) -> None:
        """A link that stands before its second thing; `named`: what the sentence has named so far."""
        self._waiting = Waiting(phrase, offset, named[-1] if named else None, None)

    def after(self, phrase: str, offset: int, named: Sequence[Mention]) -> None:
        """A link that stands after its second thing."""
        if named:
            self._waiting = Waiting(phrase, offset, named[-2] if len(named) > 1 else None, named[-1])
            self._settle()

    def name(self, mention: Mention) -> None:
        """The next thing that is named."""
        if self._waiting is None:
            return
        if self._waiting.second is None:
            self._waiting.second = mention
        else:
            self._waiting.first = mention
        self._settle()

    def end(self) -> None:
        """The sentence is over."""
        self._waiting = None

    def _settle(self) -> None:
        waiting = self._waiting
        if waiting is None or waiting.first is None or waiting.second is None:
            return
        link, turned = self._links[waiting.phrase]
        first, second = (waiting.second, waiting.first) if turned else (waiting.first, waiting.second)
        self.found.append((first, link, second, waiting.offset))
        self._waiting = None
