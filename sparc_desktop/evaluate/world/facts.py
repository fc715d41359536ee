"""What is true of a picture, in the terms in which a caption can tell it: between what draws and what writes and reads.

Drawings and screens are both brought to `Facts`; `telling` writes captions from them, in two languages, and reads the
claims of a caption back into the same terms, so that it can be scored without a judge.
"""

from dataclasses import dataclass
from typing import Literal

Medium = Literal["drawing", "screen"]
Size = Literal["", "small", "medium", "large"]
Place = Literal[
    "", "top left", "top", "top right", "left", "centre", "right", "bottom left", "bottom", "bottom right",
]  # fmt: skip
State = Literal["", "checked", "unchecked", "selected", "disabled", "focused", "open"]
Link = Literal["left of", "above", "on", "behind"]  # the other way round is the same relation
TOUCHING: tuple[Link, ...] = ("on", "behind")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is there. What is empty is not to be told of it: a drawn dog has no label, a button no colour.

    kind: the key of its name in the vocabulary, which is the English name. label: the words on it, as they are spelled.
    value: of a bar of progress or a slider, in percent. within: the index of the item of `Facts` that holds it.
    """

    kind: str
    colour: str = ""
    size: Size = ""
    place: Place = ""
    label: str = ""
    state: State = ""
    value: int | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two items of `Facts` lie to each other, by their indices."""

    subject: int
    link: Link
    object: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What everything lies on: its colour, and a pattern or a texture."""

    colour: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it. `items` are in the order of salience, the most striking first; what holds another comes before it."""

    medium: Medium
    ground: Ground
    items: tuple[Item, ...]
    relations: tuple[Relation, ...] = ()


def place_of(x: float, y: float) -> Place:
    """The name of the place of a centre, x and y in 0..1 from the upper left: thirds both ways."""
    rows: tuple[tuple[Place, Place, Place], ...] = (
        ("top left", "top", "top right"), ("left", "centre", "right"), ("bottom left", "bottom", "bottom right"),
    )  # fmt: skip
    return rows[min(int(y * 3), 2)][min(int(x * 3), 2)]
