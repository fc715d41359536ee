"""How a scene comes about: its ground, then things one after the other, some alone, some in groups and pairs.

Pairs are made on purpose: one thing set down on another, or half behind it. Nothing else hides more than a corner of
another, so that what the finished scene shows can be told without doubt; an attempt that comes out otherwise is
dropped.
"""

import numpy as np

from sparc_desktop.evaluate.world.drawing.arranging import arrange
from sparc_desktop.evaluate.world.drawing.canvas import Canvas
from sparc_desktop.evaluate.world.drawing.choice import choice_of
from sparc_desktop.evaluate.world.drawing.colours import COLOURS, shade
from sparc_desktop.evaluate.world.drawing.layout import BEHIND, VISIBLE, layout_of
from sparc_desktop.evaluate.world.drawing.scene import (
    PATTERNS,
    Background,
    Damage,
    DamageKind,
    Look,
    Scene,
    Split,
    Thing,
)
from sparc_desktop.evaluate.world.drawing.splits import stream
from sparc_desktop.evaluate.world.drawing.styles import TRAINED

MOST = 20
ASPECTS = (1.0, 4 / 3, 3 / 4, 3 / 2, 2 / 3, 16 / 9, 9 / 16, 2.0, 0.5)  # width / height
ATTEMPTS = 100
# The chances of small, medium and large, in a scene of up to so many things.
MIXES = {3: (0.25, 0.40, 0.35), 9: (0.45, 0.40, 0.15), 14: (0.75, 0.24, 0.01), MOST: (0.88, 0.12, 0.0)}
DAMAGES: tuple[DamageKind, ...] = ("noise", "blur", "jpeg", "low contrast")
DAMAGED = (0.55, 0.35, 0.1)  # the chance of none, one, two
TOUCHED = 0.08  # the share of a thing that may be hidden by chance
PLACED = 0.5  # the chance that a scene for measuring starts with a held-out pair


def sample(split: Split, seed: int, *, count: int | None = None, look: Look = "usual") -> Scene:
    """The scene number `seed` of a split, with `count` things (1 to 20), or 1 to 20 by chance.

    Raises ValueError for a count out of that range, and for a look that is not the split's: validation has the usual
    one alone, training those of `styles.TRAINED` too; FileNotFoundError when another artist's pictures are asked for
    and not installed.
    """
    if look != "usual" and split != ("train" if look in TRAINED else "test"):
        raise ValueError(f"The look {look!r} is not for {split}.")
    wanted = count if count is not None else int(stream(split, seed).integers(1, MOST + 1))
    if not 1 <= wanted <= MOST:
        raise ValueError(f"A scene holds 1 to {MOST} things, not {wanted}.")
    for attempt in range(ATTEMPTS):
        rng = stream(split, seed, wanted, attempt)
        aspect, background = float(rng.choice(ASPECTS)), any_background(rng)
        things = arrange(_canvas(rng, split, look, aspect, background, wanted), wanted)
        if things is not None and _is_clear(things, aspect, look):
            return Scene(split, seed, look, aspect, background, things, _damages(rng))
    raise ValueError(f"No room for {wanted} things was found in scene {seed} of {split}.")


def _canvas(
    rng: np.random.Generator, split: Split, look: Look, aspect: float, background: Background, wanted: int
) -> Canvas:
    mix = next(mix for most, mix in MIXES.items() if wanted <= most)
    return Canvas(rng, look, aspect, mix, choice_of(split, look, background), rng.random() < PLACED)


def _is_clear(things: tuple[Thing, ...], aspect: float, look: Look) -> bool:
    """Whether each thing is seen well enough, and hidden by another either plainly or hardly at all."""
    shares = layout_of(things, aspect, look).shares()
    hidden = shares[~np.eye(len(things), dtype=bool)]
    return bool((shares.diagonal() >= VISIBLE).all() and ((hidden <= TOUCHED) | (hidden >= BEHIND)).all())


def any_background(rng: np.random.Generator) -> Background:
    """A pattern and a colour by chance."""
    pattern, colour = str(rng.choice(PATTERNS)), str(rng.choice(list(COLOURS)))
    return Background(pattern, colour, shade(rng, colour), int(rng.integers(2**31)))


def _damages(rng: np.random.Generator) -> tuple[Damage, ...]:
    count = int(rng.choice(len(DAMAGED), p=DAMAGED))
    chosen = (DAMAGES[int(index)] for index in rng.choice(len(DAMAGES), count, replace=False))
    return tuple(Damage(kind, float(rng.random()), int(rng.integers(2**31))) for kind in chosen)
