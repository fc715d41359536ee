"""A method with settings, as the user writes it: `sparc`, or `sparc:tau=5.5:layer=4`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Chosen:
    """The name of a method, and the settings in which it is to differ from what the model has or the method has."""

    name: str
    settings: Mapping[str, float] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """A name for both, always written the same way."""
        return ":".join([self.name, *(f"{name}={value:g}" for name, value in sorted(self.settings.items()))])

    @classmethod
    def parse(cls, text: str) -> "Chosen":
        """From the user's words; raises ValueError where they are of another form."""
        name, *given = text.split(":")
        pairs = [each.partition("=") for each in given]
        return cls(name.strip(), {key.strip(): float(value) for key, _, value in pairs})
