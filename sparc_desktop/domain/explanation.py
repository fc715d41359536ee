"""How one description came about: what was told, and what the model looked at meanwhile."""

from dataclasses import dataclass

from sparc_desktop.domain.places import Box, HeatMap


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture file made by this program from decoded pixels, without anything that the original held beside them."""

    data: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence of the description; `heat` is where the model looked for it, None where that is not known."""

    text: str
    heat: HeatMap | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One token as it was written.

    `word` is the word of the description that it belongs to, from 1. `own` is the share of the model's own attention
    weights, in the selection layer, mean over its heads, that went to the image tokens, 0 to 1. `share` is the same
    once the weights are recalibrated, and taken of their new total, so again 0 to 1; without SPARC the two are equal.
    """

    word: int
    own: float
    share: float


@dataclass(frozen=True, slots=True)
class Telling:
    """One decoding of the picture. `complete`: the model itself came to an end."""

    sentences: tuple[ToldSentence, ...]
    steps: tuple[Step, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Method:
    """What the description was made with; `layer` is 0-based, of `layers`."""

    model: str
    alpha: float
    beta: float
    tau: float
    layer: int
    layers: int
    max_words: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that an explanation says, in no language yet.

    `seen` is the part of the picture that the model was given, None where the program does not know which image token
    shows which part; no sentence has a map then.
    """

    method: Method
    picture: EncodedPicture
    thumbnail: EncodedPicture
    seen: Box | None
    with_sparc: Telling
    without: Telling
