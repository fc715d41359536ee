"""The models that the program knows by name: what they are good at, what they take and what they allow."""

import tomllib
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt

from sparc_desktop.domain.language import Language
from sparc_desktop.resources import models
from sparc_desktop.translation import language

FILE = "catalog.toml"
FOUR_BITS = 0.5625  # bytes of a weight: half of one, and a scale of 4 bytes for each 64
HALF = 2  # bytes of a weight in bfloat16
Text = dict[Language, str]


class Entry(BaseModel):
    """One model. Numbers are of weights, unless they are said to be bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")]  # on the hub
    name: str
    parameters: PositiveInt
    vision: PositiveInt  # in the vision tower and the projector
    words: PositiveInt  # in the embeddings and the last layer
    layers: PositiveInt  # of the text part
    memory_token: PositiveInt  # bytes that it remembers for a token
    tokens: tuple[PositiveInt, PositiveInt]  # of a picture at most, on a CPU and on a graphics card
    patches: PositiveInt  # of the vision tower in one of them
    download: PositiveInt  # bytes
    licence: str
    commercial: bool = True  # does the licence allow that use, too?
    gated: bool = False  # must a licence be accepted on its page, with an account?
    sparc: Literal["published", "uncalibrated"] = "uncalibrated"
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    good_at: Text

    @property
    def remark(self) -> str:
        """What it is good at, in the program's language."""
        return self.good_at.get("zh_CN" if language() == "zh_CN" else "en", "")

    @property
    def text(self) -> int:
        """The weights that are put into four bits."""
        return self.parameters - self.vision - self.words

    def size(self, bits: int) -> int:
        """Bytes of all weights in memory, those of the text part in 4 bits or 16."""
        return int((FOUR_BITS if bits == 4 else HALF) * self.text + HALF * (self.vision + self.words))


class _Catalogue(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    model: tuple[Entry, ...]


@cache
def catalogue() -> tuple[Entry, ...]:
    """All of them, the least able first."""
    return _Catalogue.model_validate(tomllib.loads((models() / FILE).read_text("utf-8"))).model


def entry(name: str) -> Entry | None:
    """The one of this id or name, however its letters are written; None for a model that the program does not know."""
    return next((each for each in catalogue() if name.lower() in (each.id.lower(), each.name.lower())), None)
