"""What may have happened to a picture on its way, mild enough that all in it can still be named."""

from functools import cache
from io import BytesIO
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from sparc_desktop.evaluate.world.drawing.scene import Damage

# From strength 0 to strength 1.
NOISE = (4.0, 18.0)  # deviation of each channel, of 255
BLUR = (0.0018, 0.0048)  # radius, as a share of the geometric mean of the sides
QUALITY = (60.0, 14.0)  # of the JPEG
CONTRAST = (0.85, 0.65)  # what is left of it
TILE = 512  # side of the kept noise


def damaged(picture: Image.Image, damage: Damage) -> Image.Image:
    """The picture, RGB, after one damage; the same for the same damage."""
    match damage.kind:
        case "noise":
            return _noisy(picture, _between(NOISE, damage.strength), damage.seed)
        case "blur":
            radius = _between(BLUR, damage.strength) * sqrt(picture.width * picture.height)
            return picture.filter(ImageFilter.GaussianBlur(radius))
        case "jpeg":
            kept = BytesIO()
            picture.save(kept, "JPEG", quality=round(_between(QUALITY, damage.strength)))
            return Image.open(kept).convert("RGB")
        case "low contrast":
            towards = 100 + damage.seed % 56  # a grey, darker or brighter
            left = _between(CONTRAST, damage.strength)
            return Image.blend(Image.new("RGB", picture.size, (towards, towards, towards)), picture, left)


def _noisy(picture: Image.Image, deviation: float, seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    top, left, channel = (int(v) for v in rng.integers(0, TILE, 3))
    rows = (np.arange(picture.height) + top)[:, None] % TILE
    columns = (np.arange(picture.width) + left)[None, :] % TILE
    grain = _grain()[rows, columns] * np.float32(deviation)
    values = np.asarray(picture, dtype=np.float32) + np.roll(grain, channel, axis=2)
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


@cache
def _grain() -> NDArray[np.float32]:
    """Normal noise [TILE, TILE, 3]: drawn once, as drawing it costs more than all else in a picture."""
    return np.random.default_rng(11).standard_normal((TILE, TILE, 3), dtype=np.float32)


def _between(limits: tuple[float, float], strength: float) -> float:
    return limits[0] + strength * (limits[1] - limits[0])
