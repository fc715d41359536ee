"""What a drawn picture holds, apart from how it is drawn or told."""

from dataclasses import dataclass

import numpy as np

from sparc_desktop.evaluate.world.kinds import KINDS

SPLITS = {"train": 0, "validation": 1, "test": 2, "sample": 3}
SIZES = {"small": (0.17, 0.22), "medium": (0.26, 0.32), "large": (0.38, 0.46)}  # of the picture's shorter side
ASPECTS = (1.0, 1.0, 4 / 3, 3 / 4, 3 / 2, 2 / 3)  # width / height
PATTERNS = ("plain", "gradient", "striped", "dotted", "checkered", "speckled", "gridded")
COLOURS = {
    "white": (244, 244, 244), "grey": (150, 150, 150), "black": (24, 24, 24), "red": (205, 60, 55),
    "orange": (240, 150, 60), "yellow": (245, 220, 90), "green": (95, 170, 85), "blue": (80, 135, 215),
    "purple": (140, 95, 185), "pink": (245, 175, 200), "brown": (130, 90, 60),
}  # fmt: skip
REPEAT = 0.15  # the chance that a thing is of a kind that the scene already holds
ROOM = 0.42  # how far apart two centres are at least, as a share of the sum of both sizes


@dataclass(frozen=True, slots=True)
class Thing:
    """One object: centre in 0..1 of width and height, size as a share of the shorter side, angle in degrees."""

    kind: str
    size_name: str
    x: float
    y: float
    size: float
    angle: float
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Background:
    """A pattern of one named colour; `rgb` is the shade drawn, `seed` places dots and speckles."""

    pattern: str
    colour: str
    rgb: tuple[int, int, int]
    seed: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture's truth. `aspect` is width / height; `things` are in reading order."""

    aspect: float
    background: Background
    things: tuple[Thing, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of object present, each once."""
        return frozenset(thing.kind for thing in self.things)


def row(thing: Thing) -> int:
    """0 for the upper, 1 for the middle, 2 for the lower third of the picture."""
    return min(int(thing.y * 3), 2)


def column(thing: Thing) -> int:
    """0 for the left, 1 for the middle, 2 for the right third of the picture."""
    return min(int(thing.x * 3), 2)


def sample(split: str, seed: int, count: int | None = None) -> Scene:
    """Draw the scene number `seed` of a split; `count` objects (1 to 9), or 3 to 9 by chance.

    Splits never share a random stream, so no picture of one can be a picture of another.
    """
    rng = np.random.default_rng([SPLITS[split], seed])
    aspect = float(rng.choice(ASPECTS))
    wanted = count if count is not None else int(rng.integers(3, 10))
    things: list[Thing] = []
    for _ in range(wanted * 40):
        if len(things) == wanted:
            break
        thing = _thing(rng, things, crowded=wanted > 5)
        if all(_apart(thing, other, aspect) for other in things):
            things.append(thing)
    things.sort(key=lambda t: (row(t), column(t), t.x))
    return Scene(aspect, _background(rng), tuple(things))


def _thing(rng: np.random.Generator, others: list[Thing], *, crowded: bool) -> Thing:
    repeated = bool(others) and rng.random() < REPEAT
    kind = others[int(rng.integers(len(others)))].kind if repeated else str(rng.choice(list(KINDS)))
    size_name = str(rng.choice(list(SIZES), p=(0.5, 0.4, 0.1) if crowded else (0.3, 0.4, 0.3)))
    size = float(rng.uniform(*SIZES[size_name]))
    edge = size / 2 * 0.9
    x, y = (float(v) for v in rng.uniform(edge, 1 - edge, 2))
    return Thing(kind, size_name, x, y, size, float(rng.normal(0, 8)), bool(rng.random() < 0.5))


def _apart(a: Thing, b: Thing, aspect: float) -> bool:
    dx = (a.x - b.x) * max(aspect, 1.0)
    dy = (a.y - b.y) * max(1 / aspect, 1.0)
    return float(np.hypot(dx, dy)) > ROOM * (a.size + b.size)


def _background(rng: np.random.Generator) -> Background:
    colour = str(rng.choice(list(COLOURS)))
    red, green, blue = (int(np.clip(c + rng.integers(-12, 13), 0, 255)) for c in COLOURS[colour])
    return Background(str(rng.choice(PATTERNS)), colour, (red, green, blue), int(rng.integers(2**31)))
