"""What the history keeps of one description."""

from dataclasses import dataclass

from sparc_desktop.domain.said import Said


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a list. `at`: when it was kept, in seconds since 1970; `beginning`: the first sentence."""

    number: int
    at: int
    label: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All of it; the picture where it was kept."""

    number: int
    at: int
    label: str
    said: Said
    untrusted_picture: bytes | None
