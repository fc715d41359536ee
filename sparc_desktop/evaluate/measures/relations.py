"""Whether things lie to each other as told.

An item fits what is told of one when the kind is the same and no colour, size, place or label told is another. A
relation told holds when two different items that fit are related so in the truth, or when it follows from their
places: of the nine, a column further left is "left of", a row further up "above".

The truth holds only the relations worth telling, between things that words can tell apart. A caption must not be
blamed for another true one: what the truth leaves open (which of two things in one column is further left; how one of
several of a kind lies to others) has no part in the precision.

- relation precision = different relations told that hold / different relations told, but those that are left open
- touching recall = relations "on" and "behind" of the truth that are told / all of these; beside recall = the same of
  "left of" and "above", which captions tell only where everything is asked for
"""

from collections.abc import Sequence

from sparc_desktop.evaluate.measures.labels import fits
from sparc_desktop.evaluate.measures.score import Row, share
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.claim import RelationClaim
from sparc_desktop.evaluate.world.facts import TOUCHING, Facts, Item, Link, Place, Relation

COLUMNS: tuple[tuple[Place, ...], ...] = (
    ("top left", "left", "bottom left"), ("top", "centre", "bottom"), ("top right", "right", "bottom right"),
)  # fmt: skip
ROWS: tuple[tuple[Place, ...], ...] = (
    ("top left", "top", "top right"), ("left", "centre", "right"), ("bottom left", "bottom", "bottom right"),
)  # fmt: skip
LINES = {"left of": COLUMNS, "above": ROWS}


def relations(told: Told) -> Row:
    """The scores of one caption."""
    claims = list({(claim.subject, claim.link, claim.object): claim for claim in told.relation_claims}.values())
    facts = told.facts
    answers = [_holds(claim, facts) for claim in claims]
    touching = [relation for relation in facts.relations if relation.link in TOUCHING]
    beside = [relation for relation in facts.relations if relation.link not in TOUCHING]
    return {
        "relation_precision": share(answer for answer in answers if answer is not None),
        "touching_recall": share(_told(relation, claims, facts) for relation in touching),
        "beside_recall": share(_told(relation, claims, facts) for relation in beside),
    }


def _told(relation: Relation, claims: Sequence[RelationClaim], facts: Facts) -> bool:
    return any(_tells(claim, relation, facts) for claim in claims)


def _tells(claim: RelationClaim, relation: Relation, facts: Facts) -> bool:
    return (
        claim.link == relation.link
        and _fits(claim.subject, facts.items[relation.subject])
        and _fits(claim.object, facts.items[relation.object])
    )


def _holds(claim: RelationClaim, facts: Facts) -> bool | None:
    """None where the truth leaves it open."""
    if any(_tells(claim, relation, facts) for relation in facts.relations):
        return True
    if any(_tells(claim, Relation(r.object, r.link, r.subject), facts) for r in facts.relations):
        return False
    pairs = [
        (subject, other)
        for subject in facts.items
        for other in facts.items
        if subject is not other and _fits(claim.subject, subject) and _fits(claim.object, other)
    ]
    if claim.link in TOUCHING:
        return None if any(_one_of_several(item, facts) for pair in pairs for item in pair) else False
    answers = [_follows(subject, claim.link, other) for subject, other in pairs]
    return True if True in answers else None if None in answers else False


def _one_of_several(item: Item, facts: Facts) -> bool:
    """Is it one of a kind of which there are more? The truth has no relations of those."""
    return facts.medium == "drawing" and sum(other.kind == item.kind for other in facts.items) > 1


def _follows(subject: Item, link: Link, other: Item) -> bool | None:
    """None where their places do not tell."""
    first, second = ([i for i, line in enumerate(LINES[link]) if item.place in line] for item in (subject, other))
    return None if first == second or not first or not second else first < second


def _fits(claim: Item, item: Item) -> bool:
    same = all(getattr(claim, name) in ("", getattr(item, name)) for name in ("colour", "size", "place"))
    return claim.kind == item.kind and same and (not claim.label or fits(claim.label, item.label))
