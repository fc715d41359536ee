"""A thing as a caption tells of it, while the caption is being read."""

from dataclasses import dataclass

from sparc_desktop.evaluate.world.facts import Item, Place, Size, State


@dataclass(slots=True, eq=False)
class Mention:
    """A claim, or a thing named again, `known` since then. offset: of its name's first character; rest as in `Item`."""

    kind: str
    offset: int
    colour: str = ""
    size: Size = ""
    place: Place = ""
    label: str = ""
    state: State = ""
    value: int | None = None
    within: "Mention | None" = None
    known: "Mention | None" = None

    def item(self, within: int | None = None) -> Item:
        """What is told of it."""
        return Item(self.kind, self.colour, self.size, self.place, self.label, self.state, self.value, within)

    def may_be(self, other: "Mention") -> bool:
        """Whether it can be the thing that was told before, by its kind, words, size and colour."""
        told = ((self.label, other.label), (self.size, other.size), (self.colour, other.colour))
        return self.kind == other.kind and all(mine in ("", theirs) for mine, theirs in told)
