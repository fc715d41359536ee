"""Crowds of things: many side by side, larger or smaller; to learn what is what, where a scene is mostly ground."""

import numpy as np

from sparc_desktop.evaluate.world.drawing.canvas import TILT
from sparc_desktop.evaluate.world.drawing.choice import choice_of
from sparc_desktop.evaluate.world.drawing.colours import shade
from sparc_desktop.evaluate.world.drawing.sampling import any_background
from sparc_desktop.evaluate.world.drawing.scene import Look, Scene, Thing

ROWS = (3, 4, 5, 5, 6, 6)  # the fewer, the larger the things
FILLED = (0.78, 1.1)  # the size of a thing, of its share of the row
ASIDE = 0.12  # how far a thing may be off, of its share of the row


def crowd(seed: int, rng: np.random.Generator, look: Look) -> Scene:
    """9 to 36 things in rows, of kinds that training may see on the ground. What it tells of their sizes is void."""
    background = any_background(rng)
    choice, rows = choice_of("train", look, background), int(rng.choice(ROWS))
    things = []
    for index in range(rows * rows):
        kind, own = choice.draw(rng, set(), rare=False)
        size = float(rng.uniform(*FILLED)) / rows
        x, y = (float((at + 0.5 + rng.uniform(-ASIDE, ASIDE)) / rows) for at in (index % rows, index // rows))
        rgb = shade(rng, own) if own else (0, 0, 0)
        angle, mirrored = float(rng.normal(0, TILT)), bool(rng.random() < 0.5)
        things.append(Thing(kind, "medium", x, y, size, angle, mirrored, own, rgb))
    return Scene("train", seed, look, 1.0, background, tuple(things))
