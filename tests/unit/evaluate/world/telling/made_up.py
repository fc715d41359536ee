"""Facts by chance, wilder than those of pictures: attributes may be missing, labels recur, things be equal."""

from collections.abc import Iterator
from typing import get_args

import numpy as np

from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Link, Place, Relation, Size, State
from sparc_desktop.evaluate.world.vocabulary import WORDINGS
from sparc_desktop.evaluate.world.vocabulary.controls import CONTROLS
from sparc_desktop.evaluate.world.vocabulary.things import THINGS

LABELS = (
    "OK",
    "Save as",
    "a.txt",
    "Sure?",
    "one dog",
    "17:05",
    "两只狗在左边。",
    "The window has 3 tabs, and more.",
    "40%",
)
HOLDERS = ("window", "dialog", "panel", "menu bar", "menu", "list", "bar chart", "pie chart")


class MadeUp:
    """Chance for one set of facts."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng([31, seed])

    def pick(self, several: tuple) -> object:
        return several[int(self.rng.integers(len(several)))]

    def ground(self) -> Ground:
        colours, patterns = (("", *kind) for kind in (WORDINGS["en"].colours, WORDINGS["en"].patterns))
        return Ground(self.pick(colours), self.pick(patterns))

    def drawing(self) -> Facts:
        kinds = [self.pick(tuple(THINGS)) for _ in range(int(self.rng.integers(1, 6)))]
        count = int(self.rng.integers(0, 21))
        items = tuple(
            Item(
                self.pick(tuple(kinds)), self.pick(("", "", *WORDINGS["en"].colours)),
                self.pick(get_args(Size)), self.pick(get_args(Place)),
            )
            for _ in range(count)
        )  # fmt: skip
        return Facts("drawing", self.ground(), items, self.relations(count))

    def screen(self) -> Facts:
        items: list[Item] = []
        for _ in range(int(self.rng.integers(1, 21))):
            kind = self.pick(tuple(CONTROLS) + HOLDERS)
            holders = [
                index for index, item in enumerate(items) if item.kind in HOLDERS and kind not in around(items, index)
            ]
            items.append(
                Item(
                    kind, self.pick(("", "", "", "red", "blue")), "", self.pick(("", *get_args(Place))),
                    self.pick(("", *LABELS)), self.pick(("", "", *get_args(State))), self.pick((None, None, 0, 7, 100)),
                    self.pick((None, *holders)),
                )
            )  # fmt: skip
        return Facts("screen", self.ground(), tuple(items), self.relations(len(items)))

    def relations(self, count: int) -> tuple[Relation, ...]:
        if count < 2:
            return ()
        pairs = [self.rng.permutation(count)[:2].tolist() for _ in range(int(self.rng.integers(0, 5)))]
        return tuple(Relation(one, self.pick(get_args(Link)), other) for one, other in pairs)


def around(items: list[Item], index: int | None) -> Iterator[str]:
    """The kinds of an item and of all that hold it; words can't tell a list from one in it."""
    while index is not None:
        yield items[index].kind
        index = items[index].within
