"""What a drawn picture holds, apart from how it is drawn, or told."""

from dataclasses import dataclass
from typing import Literal

from sparc_desktop.evaluate.world.drawing.colours import Rgb
from sparc_desktop.evaluate.world.facts import Size

Split = Literal["train", "validation", "test"]
# "usual" is the emoji font. The next two are for testing alone: its pictures redrawn in another style, which needs
# nothing more, and those that other artists drew of the same kinds, which need a package (`glyphs`). The rest are for
# training (`styles`).
Look = Literal[
    "usual", "held out", "other artist", "sticker", "smooth", "posterized", "washed", "vivid", "turned", "grey",
]  # fmt: skip
DamageKind = Literal["noise", "blur", "jpeg", "low contrast"]

# The longer side of a thing, as a share of the geometric mean of the picture's sides; a gap lies between two names.
SIZES: dict[Size, tuple[float, float]] = {"small": (0.13, 0.165), "medium": (0.21, 0.27), "large": (0.35, 0.44)}
PATTERNS = (
    "plain", "gradient", "striped", "zigzag", "wavy", "dotted", "checkered", "gridded", "speckled", "bricks", "wood",
    "clouds", "crumpled paper",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """One object: the centre in 0..1 of width and height, the size as in `SIZES`, the angle in degrees, anticlockwise.

    `colour` and its shade `rgb` are those of a shape; what an emoji draws has none.
    """

    kind: str
    size_name: Size
    x: float
    y: float
    size: float
    angle: float = 0.0
    mirrored: bool = False
    colour: str = ""
    rgb: Rgb = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Background:
    """A pattern or texture of one named colour: `rgb` is the shade, `seed` places the marks, turns and scales them."""

    pattern: str
    colour: str
    rgb: Rgb
    seed: int


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that went wrong with the picture: how badly, from 0 (hardly) to 1 (all can still be named)."""

    kind: DamageKind
    strength: float
    seed: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The truth of a picture. `aspect` is width / height; of two `things` that overlap, the later one is in front."""

    split: Split
    seed: int
    look: Look
    aspect: float
    background: Background
    things: tuple[Thing, ...]
    damages: tuple[Damage, ...] = ()
