"""One caption and all that was noted of it: a line of the file of captions."""

from dataclasses import dataclass, field

from sparc_desktop.evaluate.world.facts import Facts

BINS = tuple(range(-40, 41, 5))  # edges, in tokens from the one that begins a thing's name
Setting = float | str


@dataclass(frozen=True, slots=True)
class References:
    """What a benchmark tells of a picture instead of facts: what people wrote, and kinds of objects (`Sample`)."""

    captions: tuple[str, ...]
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stranger:
    """A picture that the model does not know the like of, and should refuse; `family`: the sort of picture."""

    family: str


Truth = Facts | References | Stranger


@dataclass(frozen=True, slots=True)
class Looks:
    """Where the model looked while it wrote, step by step; empty where a method shows nothing of it.

    All by the attention in the selection layer, mean over its heads. `share`: of it, what goes to the image tokens as
    they are read, 0 to 1 (with a method after its gains, of the new total); `own`: before the gains, where it differs.
    `selected`: share of the image tokens selected at the step. The first step is the prefill, which writes a token too.

    around: for the first telling of each thing that is there, the attention to it, before and after: one (sum, count)
    for each bin of `BINS`. Summed is the attention to its image tokens over that to all, mean a token each.
    """

    share: tuple[float, ...] = ()
    own: tuple[float, ...] = ()
    selected: tuple[float, ...] = ()
    around: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """`picture` and `method` name it; tokens: written, the end included.

    seconds: its part of those that its batch took to decode up to its end, nothing else counted. None where `looks`
    were noted meanwhile, which takes time too.
    """

    picture: str
    method: str
    caption: str
    truth: Truth
    tokens: int
    seconds: float | None = None
    settings: dict[str, Setting] = field(default_factory=dict)
    refused: bool = False
    looks: Looks = field(default_factory=Looks)


@dataclass(frozen=True, slots=True)
class Rated:
    """What a judge thinks of one caption (`benchmarks.clair`), 0 to 100."""

    picture: str
    method: str
    judge: str
    score: float
    reason: str = ""
