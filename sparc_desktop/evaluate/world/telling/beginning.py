"""What of a phrase stands before its name: "two small red"."""

from dataclasses import dataclass, field
from typing import Literal

from sparc_desktop.evaluate.world.telling.mention import Mention

Attribute = Literal["size", "colour", "state", "label", "pattern"]


@dataclass(slots=True)
class Beginning:
    """The number, if one was read, and what is told of the thing; of a ground, its pattern."""

    count: int | None = None
    told: dict[Attribute, str] = field(default_factory=dict)

    def describe(self, mention: Mention) -> None:
        """Say of the mention what was told."""
        for name, value in self.told.items():
            if name != "pattern":
                setattr(mention, name, value)
