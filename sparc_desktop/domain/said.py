"""What was said of one picture, in its parts: each has a use of its own, such as the description as alt text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """`text`: what was read in the picture; `talk`: questions, each followed by its answer. Headings are in them."""

    description: str = ""
    text: str = ""
    talk: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All of it in order: what is copied, kept, searched and saved."""
        parts = (self.description, self.text, *self.talk)
        return "\n".join(part.strip("\n") for part in parts if part.strip())
