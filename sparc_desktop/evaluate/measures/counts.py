"""Whether the number of things is right.

- item precision, recall, F1: each thing by itself, by its kind: right = the sum over kinds of the lesser of the number
  told and the number there
- count right = kinds told in their right number / kinds told that are there
- count of several right = the same over kinds of which two or more are there
- total right = captions whose number of all things is right / captions that tell one

Each claim counts as one more thing, as it does to a listener, also one that repeats another.
"""

from collections import Counter

from sparc_desktop.evaluate.measures.score import Row, overlap, share
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.claim import TotalClaim


def counts(told: Told) -> Row:
    """The scores of one caption."""
    claimed = Counter(item.kind for item in told.items)
    there = Counter(item.kind for item in told.facts.items)
    both = claimed.keys() & there.keys()
    totals = [claim.count for claim in told.claims if isinstance(claim, TotalClaim)]
    return {
        **overlap("item", (claimed & there).total(), claimed.total(), there.total()),
        "count_right": share(claimed[kind] == there[kind] for kind in both),
        "count_of_several_right": share(claimed[kind] == there[kind] for kind in both if there[kind] > 1),
        "total_right": share(total == there.total() for total in totals[:1]),
    }
