"""Out of doors: hills in perspective, water that mirrors its shore, trees."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.foreign_pictures.fields import (
    CLOUDY,
    ROUGH,
    SIDE,
    SMOOTH,
    Planes,
    Rng,
    field,
    grid,
    look_up,
    pick,
    picture,
    pixels,
    tile,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.natural import palette, shade, tinted

STEPS = 160  # distances at which the ground is looked at, each a little farther than the last


def terrain(rng: Rng, width: int, height: int) -> Image.Image:
    """Hills, mountains, dunes or woods, lit from a side, and fading with distance into the sky."""
    air = sky(rng, width, height)
    colours, distance = _ground(rng, width, height, pick(rng, ("leaf", "earth", "stone", "leaf", "dusk")))
    haze = np.float32(rng.uniform(0.2, 1.0)) * np.minimum(distance / STEPS, 1)[..., None] ** 2
    faded = colours * (1 - haze) + air.mean(axis=(0, 1)) * haze
    return picture(np.where((distance < STEPS)[..., None], faded, air))


def sky(rng: Rng, width: int, height: int) -> Planes:
    """From deep above to pale below, with clouds that get flatter towards the horizon, 0..255."""
    _, y = grid(width, height)
    name = pick(rng, ("sky", "sky", "sky", "stone", "dusk"))
    colours = shade(rng, name, 2)
    pale = colours[:1] * 0.4 + np.float32(150)
    down = np.clip(y * 0.7 + 0.5, 0, 1)
    cover = np.clip(field(rng, width, height, CLOUDY) * 0.6 + np.float32(rng.uniform(-0.8, 0.5)), 0, 1)
    plain = tinted(np.broadcast_to(down, (height, width)), np.concatenate((colours, pale)))
    return np.asarray(plain + (np.float32(rng.uniform(150, 250)) - plain) * cover[..., None])


def _ground(rng: Rng, width: int, height: int, name: str) -> tuple[Planes, NDArray[np.int64]]:
    """Colours [height, width, 3], and how many steps away each pixel's ground is [height, width], `STEPS` for none.

    For every column the outline of each step is where the highest so far reaches in the picture; what a pixel shows is
    the number of steps that stay below it.
    """
    rough = tile(SMOOTH) + np.float32(pick(rng, (0.02, 0.06, 0.2))) * tile(ROUGH)
    away = 1.5 * 1.03 ** np.arange(STEPS, dtype=np.float32)[:, None]
    spread = np.linspace(-0.8, 0.8, width, dtype=np.float32)[None, :] * float(width / max(width, height))
    across = ((spread * away * 4 + rng.integers(SIDE)).astype(np.int32)) & (SIDE - 1)
    along = ((away * 4 + rng.integers(SIDE)).astype(np.int32)) & (SIDE - 1)
    steep, eye = rng.uniform(0.3, 3.0), rng.uniform(1.5, 9)
    elevation = np.float32(steep) * rough[along, across] * np.minimum(away / 20, 3)
    top = rng.uniform(0.25, 0.6) * height - (elevation - np.float32(eye)) / away * (0.8 * height)
    rows = np.minimum.accumulate(np.clip(top, 0, height), axis=0).astype(np.int64)
    hidden = np.bincount((rows * width + np.arange(width)).ravel(), minlength=(height + 1) * width)
    steps = STEPS - np.cumsum(hidden.reshape(-1, width)[:height], axis=0)
    nearest = np.minimum(steps, STEPS - 1)
    column = np.broadcast_to(np.arange(width), steps.shape)
    slope = np.roll(rough, 2, axis=1) - np.roll(rough, -2, axis=1)
    grain = look_up(tile(ROUGH), spread * away * 24 + 2 * SIDE, np.broadcast_to(away * 24, across.shape))
    light = np.clip(1 + np.float32(rng.uniform(-3, 3)) * slope[along, across] + 0.2 * grain, 0.25, 1.8)
    kind = np.clip(0.5 + 0.18 * elevation / steep + 0.1 * grain, 0, 1)
    colours = tinted(kind, np.concatenate((shade(rng, name, 3), palette(rng, 1)))) * light[..., None]
    return colours[nearest, column], steps


def water(rng: Rng, width: int, height: int) -> Image.Image:
    """A shore and its image in water, broken by waves that grow towards the camera; sometimes a jetty."""
    level = int(height * rng.uniform(0.25, 0.65))
    above = np.asarray(terrain(rng, width, height).resize((width, max(level, 2))), dtype=np.float32)
    below = max(height - level, 1)
    near = (np.arange(below, dtype=np.float32)[:, None] + 1) / below
    waves = field(rng, width, below, CLOUDY)
    squeezed = np.linspace(0, 1, below) ** 0.5 * (below - 1)  # more of the waves in the distance
    waves = waves[squeezed.astype(np.int64)] * near
    row = np.arange(below)[:, None] * len(above) / below * 0.9 + waves * rng.uniform(2, 40)
    mirrored = above[::-1][np.clip(row, 0, len(above) - 1).astype(np.int64), np.arange(width)[None, :]]
    colour = shade(rng, "sea")[0]
    clear = np.float32(rng.uniform(0.35, 0.9))
    surface = mirrored * clear + colour * (1 - clear) + 25 * waves[..., None]
    image = picture(np.concatenate((above[:level], surface))[:height])
    if rng.random() < 0.3:
        _jetty(rng, image, level)
    return image


def _jetty(rng: Rng, image: Image.Image, level: int) -> None:
    pen = ImageDraw.Draw(image)
    end, wide = rng.uniform(0.2, 0.8) * image.width, rng.uniform(0.2, 0.7) * image.width
    colour = shade(rng, "stone")[0]
    for plank in range(28):
        nearer, farther = 1 / (1 + plank * 0.25), 1 / (1 + (plank + 0.85) * 0.25)
        tone = tuple(int(v) for v in np.clip(colour * rng.uniform(0.7, 1.2), 0, 255))
        corners = [
            (end + side * wide * reach, level + (image.height - level) * reach)
            for side, reach in ((-0.5, nearer), (0.5, nearer), (0.5, farther), (-0.5, farther))
        ]
        pen.polygon(corners, fill=tone)


def trees(rng: Rng, width: int, height: int) -> Image.Image:
    """Branches that fork and carry leaves, before a sky or a ground."""
    image = picture(sky(rng, width, height)) if rng.random() < 0.6 else terrain(rng, width, height)
    pen = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 5))):
        bark = shade(rng, "earth")[0] * rng.uniform(0.3, 0.9)
        foliage = shade(rng, pick(rng, ("leaf", "leaf", "dusk", "earth")), 9)
        size, lean = rng.uniform(0.12, 0.3) * height, rng.normal(0, 0.1)
        tips = _branches(rng, pen, rng.uniform(0, width), float(height), size, lean, tuple(int(v) for v in bark))
        leaf, spread = rng.uniform(0.5, 3), rng.uniform(2, 16)
        for x, y in tips if rng.random() < 0.85 else ():
            for tone in foliage:
                a, b = x + rng.normal(0, spread), y + rng.normal(0, spread)
                pen.ellipse((a - leaf, b - leaf, a + leaf, b + leaf), fill=tuple(int(v) for v in tone))
    light = 1 + 0.05 * field(rng, width, height, ROUGH)
    return picture(pixels(image) * light[..., None])


def _branches(
    rng: Rng, pen: ImageDraw.ImageDraw, x: float, y: float, size: float, lean: float, colour: tuple[int, ...]
) -> list[tuple[float, float]]:
    """A branch and all that grows from it; where the twigs end."""
    tips, todo = [], [(x, y, size, lean, 0)]
    while todo:
        x, y, size, lean, order = todo.pop()
        a, b = x + size * float(np.sin(lean)), y - size * float(np.cos(lean))
        pen.line((x, y, a, b), fill=colour, width=max(1, round(size * 0.16)))
        if order == 6 or size < 3:
            tips.append((a, b))
            continue
        for side in (-1, 1):
            turn = side * rng.uniform(0.15, 0.6) + rng.normal(0, 0.1)
            todo.append((a, b, size * rng.uniform(0.65, 0.88), lean * 0.95 + turn, order + 1))
    return tips
