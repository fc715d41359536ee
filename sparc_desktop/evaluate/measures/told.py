"""One picture and what a caption says of it: what all measures of the world begin from."""

from collections.abc import Sequence
from dataclasses import dataclass

from sparc_desktop.evaluate.world.claim import Claim, ItemClaim, RelationClaim
from sparc_desktop.evaluate.world.facts import Facts, Item

GROUPS = ((1, 3), (4, 9), (10, 20))  # numbers of items, for scores apart


@dataclass(frozen=True, slots=True)
class Told:
    """The truth, the caption, and its claims in their order (`world.telling.read`)."""

    facts: Facts
    caption: str
    claims: Sequence[Claim]

    @property
    def item_claims(self) -> list[ItemClaim]:
        """Those that say that a thing is there."""
        return [claim for claim in self.claims if isinstance(claim, ItemClaim)]

    @property
    def items(self) -> list[Item]:
        """The things that are said to be there."""
        return [claim.item for claim in self.item_claims]

    @property
    def relation_claims(self) -> list[RelationClaim]:
        """Those that say how two things lie to each other."""
        return [claim for claim in self.claims if isinstance(claim, RelationClaim)]


def group(facts: Facts) -> tuple[int, int] | None:
    """The least and the greatest number of items of the group in `GROUPS` that a picture belongs to."""
    return next((group for group in GROUPS if group[0] <= len(facts.items) <= group[1]), None)
