"""How things lie to each other, said of things that have been told before."""

from sparc_desktop.evaluate.world.facts import Facts, Item, Relation

TELLING_APART: tuple[tuple[str, ...], ...] = ((), ("size",), ("colour",), ("size", "colour"))


def reference(facts: Facts, index: int) -> Item | None:
    """As little of an item as tells it from all others of its kind; None where size, colour and words can't."""
    item = facts.items[index]
    same = [other for other in facts.items if (other.kind, other.label) == (item.kind, item.label)]
    for names in TELLING_APART:
        told = {name: getattr(item, name) for name in names}
        if sum(all(getattr(other, name) == value for name, value in told.items()) for other in same) == 1:
            return Item(item.kind, label=item.label, **told)
    return None


def references(facts: Facts, relation: Relation) -> tuple[Item, Item] | None:
    """Subject and object, if words can tell both."""
    subject, other = reference(facts, relation.subject), reference(facts, relation.object)
    return None if subject is None or other is None else (subject, other)
