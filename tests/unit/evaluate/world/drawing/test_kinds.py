"""There are enough kinds, each draws, and no two can be taken for one another."""

import numpy as np
from PIL import Image

from sparc_desktop.evaluate.world.drawing import KINDS, SHAPES
from sparc_desktop.evaluate.world.drawing.glyphs import glyph

EVERY = (*KINDS, *SHAPES)
ALIKE = 15.0  # root mean square of 255: what two kinds differ by at least


def seen(kind: str, ground: int) -> np.ndarray:
    """The kind at 30 pixels on a grey, as a red shape where it is one, then averaged over 3 x 3 pixels."""
    picture = glyph(kind, "usual", 30).convert("RGBA").resize((30, 30))
    if kind in SHAPES:
        red = Image.new("RGBA", (30, 30), (210, 40, 40, 255))
        red.putalpha(picture.getchannel("A"))
        picture = red
    canvas = Image.new("RGBA", (30, 30), (ground, ground, ground, 255))
    canvas.alpha_composite(picture)
    return np.asarray(canvas.convert("RGB").resize((10, 10), Image.Resampling.BOX), dtype=np.float64).ravel()


def test_there_are_more_than_150_kinds_told_apart_by_their_first_word() -> None:
    assert len(KINDS) >= 140
    assert len(SHAPES) >= 14
    assert len({name.split()[0] for name in EVERY}) == len(EVERY)
    assert len(set(KINDS.values())) == len(KINDS)


def test_every_kind_can_be_seen_and_fills_its_square() -> None:
    for kind in EVERY:
        box = glyph(kind, "usual", 128).getchannel("A").point(lambda value: 255 * (value > 40)).getbbox()
        assert box is not None
        assert max(box[2] - box[0], box[3] - box[1]) >= 110, kind


def test_no_two_kinds_look_alike_at_30_pixels() -> None:
    looks = np.stack([np.concatenate([seen(kind, ground) for ground in (60, 200)]) for kind in EVERY])
    for index, kind in enumerate(EVERY[:-1]):
        away = np.sqrt(np.square(looks[index + 1 :] - looks[index]).mean(axis=1))
        assert away.min() > ALIKE, (kind, EVERY[index + 1 + int(away.argmin())], away.min())
