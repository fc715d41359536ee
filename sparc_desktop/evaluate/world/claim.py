"""What a caption says of its picture, and where it says it: what `telling.read` gives and `measures` score.

A claim is made of the same terms as the truth (`facts`), as far as the caption tells them, the rest empty. Claims stand
in the order of the caption, a repeated one as often as it is told. Each claim says where it begins:

- offset: the character of the caption where its name begins, from 0,
- word: the same in words (`domain.words.WORD`), from 0; a name inside a quoted label begins nothing,
- sentence: the number of its sentence, from 0.
"""

from dataclasses import dataclass

from sparc_desktop.evaluate.world.facts import Ground, Item, Link


@dataclass(frozen=True, slots=True)
class ItemClaim:
    """One thing is there. "Two dogs" are two claims that begin at the same word.

    item: as told; its `within` is the index, among the item claims of this caption, of the one that is said to hold it.
    A thing that is named again only to place another one ("a cup behind the dog") is not claimed again.
    """

    item: Item
    offset: int
    word: int
    sentence: int


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """Two things lie so to each other. Both are as told here, with `within` empty; the link reads as in `Relation`."""

    subject: Item
    link: Link
    object: Item
    offset: int
    word: int
    sentence: int


@dataclass(frozen=True, slots=True)
class GroundClaim:
    """Everything lies on this; a colour or pattern that is not told is empty."""

    ground: Ground
    offset: int
    word: int
    sentence: int


@dataclass(frozen=True, slots=True)
class TotalClaim:
    """So many things are there in all, named or not."""

    count: int
    offset: int
    word: int
    sentence: int


Claim = ItemClaim | RelationClaim | GroundClaim | TotalClaim
