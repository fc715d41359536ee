"""What the user asks of the engine."""

from dataclasses import dataclass

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.length import LENGTHS, Length

MAX_WORDS = 2000  # an upper bound for any description
DEFAULT_WORDS = 400
MAX_QUESTION = 1000  # characters of a question, and of a prompt


@dataclass(frozen=True, slots=True)
class Request:
    """One description to write, or the answer to one question about the picture.

    `id` comes back in each of its events; `max_words` is 1 to `MAX_WORDS`, a question or a prompt has at most
    `MAX_QUESTION` characters. A `prompt` is the user's own wording of what is asked for: it takes the place of `length`
    and `language`. A question takes the place of all three.
    """

    id: int
    capture: Capture
    max_words: int = DEFAULT_WORDS
    sparc: bool = True
    question: str | None = None
    length: Length = "detailed"
    language: Language = "en"
    prompt: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.max_words <= MAX_WORDS:
            raise ValueError(f"max_words must be 1 to {MAX_WORDS}, not {self.max_words}")
        if self.length not in LENGTHS:
            raise ValueError(f"a length is one of {LENGTHS}, not {self.length!r}")
        if self.language not in LANGUAGES:
            raise ValueError(f"a language is one of {LANGUAGES}, not {self.language!r}")
        for name, text in (("question", self.question), ("prompt", self.prompt)):
            if text is not None and not 1 <= len(text) <= MAX_QUESTION:
                raise ValueError(f"a {name} has 1 to {MAX_QUESTION} characters, not {len(text)}")
