"""A scene as a picture, and what each patch of that picture shows."""

from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from sparc_desktop.evaluate.world.kinds import KINDS
from sparc_desktop.evaluate.world.scene import Background, Scene, Thing

FONT = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")  # Debian: fonts-noto-color-emoji
STRIKE = 109  # the one size at which the font holds its bitmaps
BACKGROUND = -1  # the truth of a patch that shows no object
COVERED = 0.25  # share of a patch that an object must cover to be its truth


def draw(scene: Scene, long_side: int = 240) -> Image.Image:
    """The picture in RGB, its longer side `long_side` pixels."""
    width, height = _shape(scene, long_side)
    picture = Image.fromarray(_background(scene.background, width, height)).convert("RGB")
    for thing in scene.things:
        stamp, left, top = _stamp(thing, width, height)
        picture.paste(stamp, (left, top), stamp)
    return picture


def patch_truth(scene: Scene, patches: int, long_side: int = 240) -> NDArray[np.int64]:
    """Which of `scene.things` covers each cell of a patches x patches grid, or BACKGROUND; shape [patches, patches]."""
    width, height = _shape(scene, long_side)
    best = np.full((patches, patches), COVERED)
    truth = np.full((patches, patches), BACKGROUND, dtype=np.int64)
    for index, thing in enumerate(scene.things):
        stamp, left, top = _stamp(thing, width, height)
        mask = Image.new("L", (width, height))
        mask.paste(stamp.getchannel("A"), (left, top))
        cover = np.asarray(mask.resize((patches, patches), Image.Resampling.BOX)) / 255
        best[truth >= 0] -= cover[truth >= 0]  # a later thing is drawn over an earlier one
        wins = cover > np.maximum(best, COVERED)
        truth[wins], best[wins] = index, cover[wins]
    return truth


def _shape(scene: Scene, long_side: int) -> tuple[int, int]:
    if scene.aspect >= 1:
        return long_side, round(long_side / scene.aspect)
    return round(long_side * scene.aspect), long_side


@lru_cache(maxsize=16)  # the picture and its truth ask for the same stamps
def _stamp(thing: Thing, width: int, height: int) -> tuple[Image.Image, int, int]:
    """The object's pixels (RGBA) and the left and top at which they go."""
    side = max(4, round(thing.size * min(width, height)))
    glyph = _glyph(thing.kind)
    if thing.mirrored:
        glyph = glyph.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    glyph = glyph.resize((side, side), Image.Resampling.BICUBIC)
    glyph = glyph.rotate(thing.angle, Image.Resampling.BILINEAR, expand=True)
    return glyph, round(thing.x * width - glyph.width / 2), round(thing.y * height - glyph.height / 2)


@cache
def _glyph(kind: str) -> Image.Image:
    """The kind's emoji, cropped and centred in a square; the caller must not change it."""
    canvas = Image.new("RGBA", (160, 160))
    ImageDraw.Draw(canvas).text((8, 8), KINDS[kind], font=_font(), embedded_color=True)
    box = canvas.getbbox()
    if box is None:
        raise ValueError(f"The emoji font draws nothing for {kind!r}.")
    cut = canvas.crop(box)
    square = Image.new("RGBA", (max(cut.size), max(cut.size)))
    square.paste(cut, ((square.width - cut.width) // 2, (square.height - cut.height) // 2))
    return square


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, STRIKE)


def _background(background: Background, width: int, height: int) -> NDArray[np.uint8]:
    """The pattern as uint8 [height, width, 3]; marks are a lighter or darker shade of the colour."""
    base = np.array(background.rgb, dtype=np.float32)
    shade = base + (45 if base.mean() < 110 else -40)
    mix = _mix(background, width, height)[..., None]
    return np.clip(base * (1 - mix) + shade * mix, 0, 255).astype(np.uint8)


def _mix(background: Background, width: int, height: int) -> NDArray[np.float32]:
    """How much of the shade each pixel takes, 0..1, float32 [height, width]."""
    rng = np.random.default_rng(background.seed)
    unit = min(width, height) / float(rng.uniform(9, 15))
    y, x = np.indices((height, width), dtype=np.float32)
    match background.pattern:
        case "gradient":
            return y / np.float32(height)
        case "striped":
            return ((y // unit) % 2).astype(np.float32)
        case "checkered":
            return ((x // unit + y // unit) % 2).astype(np.float32)
        case "gridded":
            return ((x % unit < unit * 0.2) | (y % unit < unit * 0.2)).astype(np.float32)
        case "dotted":
            away = np.square(x % unit - unit / 2) + np.square(y % unit - unit / 2)
            dots: NDArray[np.bool_] = away < (unit * 0.25) ** 2
            return dots.astype(np.float32)
        case "speckled":
            speckles: NDArray[np.float32] = rng.random((height, width), dtype=np.float32)
            return speckles * speckles
        case _:
            return np.zeros((height, width), dtype=np.float32)
