"""What the user asks of the engine."""

from dataclasses import dataclass

from sparc_desktop.domain.capture import Capture

MAX_WORDS = 2000  # an upper bound for any description
DEFAULT_WORDS = 400


@dataclass(frozen=True, slots=True)
class Request:
    """One description to write. `id` comes back in each of its events; `max_words` is 1 to `MAX_WORDS`."""

    id: int
    capture: Capture
    max_words: int = DEFAULT_WORDS
    sparc: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.max_words <= MAX_WORDS:
            raise ValueError(f"max_words must be 1 to {MAX_WORDS}, not {self.max_words}")
