"""What the engine says while it works.

A request's events are one `Started`, any number of `TextDelta`, and exactly one final event: `Finished`, `Cancelled` or
`Failed`. `Failed` may come without `Started`. `Loading` and `Ready` belong to the model, not to a request.

`TextRead` is not the engine's: where the text in the picture is read, it comes after the request's final event, unless
that is `Cancelled`.
"""

from dataclasses import dataclass
from typing import Literal

from sparc_desktop.domain.failure import Failure
from sparc_desktop.domain.language import LANGUAGES

# Of loading: the files are opened, and, where this was not done before, the weights rounded, SPARC calibrated.
Stage = Literal["open", "round", "calibrate"]


@dataclass(frozen=True, slots=True)
class Loading:
    """The model is being loaded; `fraction` is 0 to 1 of the stage."""

    fraction: float
    stage: Stage = "open"
    type: Literal["loading"] = "loading"


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded; which languages it writes, and does it answer questions and follow prompts?"""

    model: str
    languages: tuple[str, ...] = LANGUAGES
    answers: bool = True
    type: Literal["ready"] = "ready"


@dataclass(frozen=True, slots=True)
class Started:
    """The picture was accepted and the description, or the answer (then without `label`), is being written."""

    request: int
    label: str
    type: Literal["started"] = "started"


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next piece of the description; the pieces joined are the whole."""

    request: int
    text: str
    type: Literal["text-delta"] = "text-delta"


@dataclass(frozen=True, slots=True)
class Finished:
    """The description is complete. `truncated`: it reached the limit of words or of the model's memory.

    One that ends because its length has no more sentences is complete.
    """

    request: int
    text: str
    words: int
    seconds: float
    sparc: bool
    truncated: bool
    type: Literal["finished"] = "finished"


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The user stopped it; what was written until then stays valid."""

    request: int
    type: Literal["cancelled"] = "cancelled"


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be done. `request` is None where the engine itself failed, not one description."""

    request: int | None
    failure: Failure
    type: Literal["failed"] = "failed"


@dataclass(frozen=True, slots=True)
class TextRead:
    """The text in the picture, a paragraph a line; empty where it has none. Not final."""

    request: int
    text: str
    type: Literal["text-read"] = "text-read"


Event = Loading | Ready | Started | TextDelta | Finished | Cancelled | Failed | TextRead
FINAL = (Finished, Cancelled, Failed)
