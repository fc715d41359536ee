"""What the user asks of the engine."""

from dataclasses import dataclass

from sparc_desktop.domain.capture import Capture

MAX_WORDS = 2000  # an upper bound for any description
DEFAULT_WORDS = 400
MAX_QUESTION = 1000  # characters


@dataclass(frozen=True, slots=True)
class Request:
    """One description to write, or the answer to one question about the picture.

    `id` comes back in each of its events; `max_words` is 1 to `MAX_WORDS`, a question has at most `MAX_QUESTION`
    characters.
    """

    id: int
    capture: Capture
    max_words: int = DEFAULT_WORDS
    sparc: bool = True
    question: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.max_words <= MAX_WORDS:
            raise ValueError(f"max_words must be 1 to {MAX_WORDS}, not {self.max_words}")
        if self.question is not None and not 1 <= len(self.question) <= MAX_QUESTION:
            raise ValueError(f"a question has 1 to {MAX_QUESTION} characters, not {len(self.question)}")
