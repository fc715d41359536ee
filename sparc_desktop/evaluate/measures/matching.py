"""Which item of the truth a claim is about, where several are of one kind: the pairing that favours the caption most.

Claims and items of each kind are paired one to one so that labels are as similar, and attributes as often right, as can
be. Favouring the caption, a caption that tells more things of a kind than there are gains by chance; the counts
(`counts`) and repeated items (`style`) show it.
"""

from sparc_desktop.evaluate.measures.assignment import assign
from sparc_desktop.evaluate.measures.labels import similarity
from sparc_desktop.evaluate.measures.score import share
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.facts import Item

ATTRIBUTES = ("colour", "size", "place", "state", "value")


def pairs(told: Told) -> list[tuple[Item, Item]]:
    """Items as told, each with the one of the truth of the same kind that it is taken for."""
    kinds = dict.fromkeys(item.kind for item in told.items)
    return [pair for kind in kinds for pair in _paired(kind, told)]


def _paired(kind: str, told: Told) -> list[tuple[Item, Item]]:
    claimed = [item for item in told.items if item.kind == kind]
    there = [item for item in told.facts.items if item.kind == kind]
    weights = [[_agreement(claim, item) for item in there] for claim in claimed]
    return [(claimed[row], there[column]) for row, column in assign(weights)]


def _agreement(claim: Item, item: Item) -> float:
    """Attributes told rightly, and the label: all right, it outweighs them, since it says which is meant."""
    values = [(getattr(claim, name), getattr(item, name)) for name in ATTRIBUTES]
    equal, _ = share(said == true for said, true in values if true not in ("", None))
    return equal + (len(ATTRIBUTES) + 1) * similarity(claim.label, item.label)
