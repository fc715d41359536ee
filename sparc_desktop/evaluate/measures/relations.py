"""Whether things lie to each other as told.

An item fits what is told of one when the kind is the same and no colour, size, place or label told is another. A
relation told is true when two different items that fit are related so in the truth, or when it follows from their
places: of the nine, a column further left is "left of", a row further up "above". (The truth holds only the relations
worth telling; a caption must not be blamed for another true one.)

- relation precision = different true relations told / different relations told
- relation recall = relations of the truth that are told / relations of the truth
"""

from sparc_desktop.evaluate.measures.labels import fits
from sparc_desktop.evaluate.measures.score import Row, share
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.claim import RelationClaim
from sparc_desktop.evaluate.world.facts import Facts, Item, Link, Place, Relation

COLUMNS: tuple[tuple[Place, ...], ...] = (
    ("top left", "left", "bottom left"), ("top", "centre", "bottom"), ("top right", "right", "bottom right"),
)  # fmt: skip
ROWS: tuple[tuple[Place, ...], ...] = (
    ("top left", "top", "top right"), ("left", "centre", "right"), ("bottom left", "bottom", "bottom right"),
)  # fmt: skip


def relations(told: Told) -> Row:
    """The scores of one caption."""
    claims = {(claim.subject, claim.link, claim.object): claim for claim in told.relation_claims}.values()
    facts = told.facts
    return {
        "relation_precision": share(_true(claim, facts) for claim in claims),
        "relation_recall": share(
            any(_tells(claim, relation, facts) for claim in claims) for relation in facts.relations
        ),
    }


def _tells(claim: RelationClaim, relation: Relation, facts: Facts) -> bool:
    return (
        claim.link == relation.link
        and _fits(claim.subject, facts.items[relation.subject])
        and _fits(claim.object, facts.items[relation.object])
    )


def _true(claim: RelationClaim, facts: Facts) -> bool:
    if any(_tells(claim, relation, facts) for relation in facts.relations):
        return True
    subjects = [item for item in facts.items if _fits(claim.subject, item)]
    objects = [item for item in facts.items if _fits(claim.object, item)]
    return any(_follows(subject, claim.link, other) for subject in subjects for other in objects)


def _follows(subject: Item, link: Link, other: Item) -> bool:
    lines = {"left of": COLUMNS, "above": ROWS}.get(link, ())
    first, second = ([index for index, line in enumerate(lines) if item.place in line] for item in (subject, other))
    return bool(first and second) and first < second


def _fits(claim: Item, item: Item) -> bool:
    same = all(getattr(claim, name) in ("", getattr(item, name)) for name in ("colour", "size", "place"))
    return claim.kind == item.kind and same and (not claim.label or fits(claim.label, item.label))
