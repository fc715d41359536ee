"""Several things of a kind, of which each may be told by itself: "two dogs, one on the left and one on the right"."""

from dataclasses import dataclass, replace

from sparc_desktop.evaluate.world.telling.mention import Mention


@dataclass(slots=True)
class Group:
    """`members` of which nothing of their own has been told yet; `common`: one more, with what was told of all."""

    common: Mention
    members: list[Mention]

    def take(self, count: int, offset: int) -> tuple[list[Mention], list[Mention]]:
        """So many members, and those among them that are new, because more are told than the group was said to have."""
        old, self.members = self.members[:count], self.members[count:]
        new = [replace(self.common, offset=offset) for _ in range(count - len(old))]
        return old + new, new
