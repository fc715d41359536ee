"""What there is to make a scene with, and where there is room for one more thing."""

from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin, sqrt

import numpy as np

from sparc_desktop.evaluate.world.drawing.choice import Choice
from sparc_desktop.evaluate.world.drawing.colours import shade
from sparc_desktop.evaluate.world.drawing.layout import in_sizes
from sparc_desktop.evaluate.world.drawing.scene import SIZES, Look, Thing

TILT = 8.0  # deviation of the angles, in degrees
ROOM = 0.43  # how far apart two centres are at least, as a share of the sum of both sizes
EDGE = 0.48  # how far a centre keeps from the edges, as a share of the size
DOUBT = 0.015  # how far a centre keeps from the lines between the places of `place_of`
TRIES = 40  # positions tried for one thing


@dataclass(frozen=True, slots=True)
class Canvas:
    """mix: the chances of small, medium and large. begins_rare: the first thing is of a rare kind, if there are any."""

    rng: np.random.Generator
    look: Look
    aspect: float
    mix: tuple[float, float, float]
    choice: Choice
    begins_rare: bool

    def thing(self, others: list[Thing]) -> Thing:
        """A thing in the middle, to be placed, of a kind that is not there yet."""
        rng = self.rng
        size_name = tuple(SIZES)[int(rng.choice(3, p=self.mix))]
        kind, colour = self.choice.draw(rng, {other.kind for other in others}, rare=self.begins_rare and not others)
        rgb = shade(rng, colour) if colour else (0, 0, 0)
        size = float(rng.uniform(*SIZES[size_name]))
        return Thing(kind, size_name, 0.5, 0.5, size, self.angle(), bool(rng.random() < 0.5), colour, rgb)

    def placed(self, thing: Thing, others: list[Thing]) -> Thing | None:
        """The thing wherever there is room for it; None where none was found."""
        edges = EDGE * thing.size / sqrt(self.aspect), EDGE * thing.size * sqrt(self.aspect)
        for _ in range(TRIES):
            x, y = (float(self.rng.uniform(edge, 1 - edge)) for edge in edges)
            somewhere = replace(thing, x=x, y=y)
            if self.is_free(somewhere, others):
                return somewhere
        return None

    def beside(self, thing: Thing, distance: float) -> Thing:
        """The same thing, so far away (in the unit of `Thing.size`) in any direction."""
        turn = float(self.rng.uniform(0, 2 * pi))
        across, down = distance * cos(turn) / sqrt(self.aspect), distance * sin(turn) * sqrt(self.aspect)
        return replace(thing, x=thing.x + across, y=thing.y + down)

    def is_free(self, thing: Thing, others: list[Thing]) -> bool:
        """Whether it would lie inside, in one place without doubt, and apart from all others."""
        edges = EDGE * thing.size / sqrt(self.aspect), EDGE * thing.size * sqrt(self.aspect)
        for centre, edge in zip((thing.x, thing.y), edges, strict=True):
            if not edge <= centre <= 1 - edge or min(abs(centre - 1 / 3), abs(centre - 2 / 3)) < DOUBT:
                return False
        for other in others:
            if hypot(*in_sizes(thing.x - other.x, thing.y - other.y, self.aspect)) < ROOM * (thing.size + other.size):
                return False
        return True

    def angle(self) -> float:
        """Nearly upright, in degrees."""
        return float(self.rng.normal(0, TILT))
