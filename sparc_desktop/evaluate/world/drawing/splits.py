"""What keeps training, validation and test apart: their own streams of chance, and pairs that training never sees.

For each kind, a fixed hash holds out some colours and some patterns of the ground (about one in sixteen of each). A
kind's held-out pairs all belong to one split, validation or test, so that no picture can mix the two.
"""

from functools import cache
from hashlib import sha256
from typing import Literal

import numpy as np

from sparc_desktop.evaluate.world.drawing.scene import Background, Split

EDITION = 2
STREAMS: dict[Split, int] = {"train": 0, "validation": 1, "test": 2}
HELD_OUT = 16  # of 256 values of the hash


def stream(split: Split, seed: int, *more: int) -> np.random.Generator:
    """The chance that belongs to scene number `seed` of a split, and to `more`; no two splits share one."""
    return np.random.default_rng([EDITION, STREAMS[split], seed, *more])


def held_out(kind: str, background: Background) -> Literal["validation", "test"] | None:
    """The one split whose scenes may show this kind on a ground of this colour or pattern; None: all may."""
    if _byte(f"{kind} on {background.colour}") >= HELD_OUT and _byte(f"{kind} on {background.pattern}") >= HELD_OUT:
        return None
    return "validation" if _byte(kind) % 2 else "test"


@cache
def _byte(text: str) -> int:
    return sha256(text.encode()).digest()[0]
