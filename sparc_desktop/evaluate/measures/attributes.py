"""Whether things are described rightly: colour, size and place, over the pairs of `matching`.

- share right = pairs whose attribute is told rightly / pairs whose item has it; not telling it is not right
- share right when told = the same over the pairs whose attribute is told; telling one that the item has not is wrong
- attributes = all three together
- ground colour, ground pattern = pictures whose ground's is told rightly (the first time) / pictures that have one
"""

from collections.abc import Sequence

from sparc_desktop.evaluate.measures.matching import pairs
from sparc_desktop.evaluate.measures.score import Ratio, Row, share
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.claim import GroundClaim
from sparc_desktop.evaluate.world.facts import Item

ATTRIBUTES = ("colour", "size", "place")


def attributes(told: Told) -> Row:
    """The scores of one caption."""
    matched = pairs(told)
    row: Row = {}
    for name in ATTRIBUTES:
        row[f"{name}_right"] = right(matched, name)
        row[f"{name}_right_when_told"] = right_when_told(matched, name)
    row["attributes_right"] = _sum([row[f"{name}_right"] for name in ATTRIBUTES])
    row["attributes_right_when_told"] = _sum([row[f"{name}_right_when_told"] for name in ATTRIBUTES])
    return row | _ground(told)


def right(matched: Sequence[tuple[Item, Item]], name: str) -> Ratio:
    """Over the pairs whose item has the attribute."""
    values = [(getattr(claim, name), getattr(item, name)) for claim, item in matched]
    return share(said == true for said, true in values if true)


def right_when_told(matched: Sequence[tuple[Item, Item]], name: str) -> Ratio:
    """Over the pairs whose claim tells the attribute."""
    values = [(getattr(claim, name), getattr(item, name)) for claim, item in matched]
    return share(said == true for said, true in values if said)


def _ground(told: Told) -> Row:
    claims = [claim.ground for claim in told.claims if isinstance(claim, GroundClaim)]
    row: Row = {}
    for name in ("colour", "pattern"):
        true = getattr(told.facts.ground, name)
        said = [getattr(ground, name) for ground in claims if getattr(ground, name)]
        row[f"ground_{name}_right"] = share([said[:1] == [true]] if true else [])
    return row


def _sum(ratios: Sequence[Ratio]) -> Ratio:
    return sum(ratio[0] for ratio in ratios), sum(ratio[1] for ratio in ratios)
