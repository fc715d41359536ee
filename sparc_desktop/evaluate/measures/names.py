"""What things are called, so that CHAIR can count them: on a drawing by their kind, on a screen by kind and label.

On a screen that has one button, "a button" would nearly always be true; what a listener needs is the button "Save".
There, labels are compared tolerantly (`labels.fits`) or exactly. Tolerantly, the different names told are paired one to
one with those there, as many as can be and the most similar, and a name that found its partner counts as this one.
"""

from collections.abc import Iterable
from dataclasses import replace

from sparc_desktop.evaluate.measures.assignment import assign
from sparc_desktop.evaluate.measures.chair import Mention
from sparc_desktop.evaluate.measures.labels import fits, similarity
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.claim import ItemClaim
from sparc_desktop.evaluate.world.facts import Facts, Item, Medium


def there(facts: Facts) -> frozenset[str]:
    """The different names of all that is there."""
    return frozenset(name_of(item, facts.medium) for item in facts.items)


def name_of(item: Item, medium: Medium) -> str:
    """What an item is called."""
    return f"{item.kind} {item.label}" if medium == "screen" else item.kind


def exact_mentions(told: Told) -> list[Mention]:
    """Each name in the caption, in order: "two dogs" once, and also what is only named to place another thing."""
    return _mentions(told, told.item_claims)


def tolerant_mentions(told: Told) -> list[Mention]:
    """The same, with labels that were nearly read right as they are written."""
    partner = _partners({_key(item) for item in told.items}, {_key(item) for item in told.facts.items})
    claims = [
        replace(claim, item=replace(claim.item, label=partner.get(_key(claim.item), _key(claim.item))[1]))
        for claim in told.item_claims
    ]
    return _mentions(told, claims)


def _mentions(told: Told, claims: Iterable[ItemClaim]) -> list[Mention]:
    """A relation names things too: those of a kind that isn't claimed by itself count as mentioned."""
    medium = told.facts.medium
    named = {(claim.word, name_of(claim.item, medium)) for claim in claims}
    claimed = {item.kind for item in told.items}
    for claim in told.relation_claims:
        named |= {
            (claim.word, name_of(item, medium)) for item in (claim.subject, claim.object) if item.kind not in claimed
        }
    return [Mention(name, word) for word, name in sorted(named)]


_Key = tuple[str, str]  # kind, label


def _key(item: Item) -> _Key:
    return item.kind, item.label


def _partners(told: Iterable[_Key], written: Iterable[_Key]) -> dict[_Key, _Key]:
    """For each name told that fits one there, which; sorted first, so that ties always fall the same way."""
    reads, labels = sorted(told), sorted(written)
    # No gain in similarity may outweigh a pair: all of them together stay below 1.
    most = max(min(len(reads), len(labels)), 1)
    weights = [[_weight(read, label, most + 1) for label in labels] for read in reads]
    return {reads[row]: labels[column] for row, column in assign(weights) if weights[row][column]}


def _weight(read: _Key, written: _Key, most: int) -> float:
    if read[0] != written[0] or not fits(read[1], written[1]):
        return 0.0
    return 1 + similarity(read[1], written[1]) / most
