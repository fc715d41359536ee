"""Nothing but surface: dead leaves, stone and clouds, fur and grass, walls and floors, and formulas by chance.

Shapes of all sizes that hide one another, and noise whose strength falls with frequency, share the statistics of
natural images (Baradad et al., arXiv 2106.05963); formulas by chance widen that (Baradad et al., arXiv 2211.16412).
"""

import numpy as np
from PIL import Image, ImageFilter

from sparc_desktop.evaluate.world.foreign_pictures.fields import (
    CLOUDY,
    ROUGH,
    SMOOTH,
    Plane,
    Rng,
    field,
    grid,
    look_up,
    pick,
    picture,
    relief,
    tile,
    unit,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.natural import palette, shade, tinted
from sparc_desktop.evaluate.world.foreign_pictures.painting import painted, scattered


def leaves(rng: Rng, width: int, height: int) -> Image.Image:
    """Shapes over shapes, the farther ones sometimes out of focus."""
    colours = palette(rng, int(rng.integers(3, 24)))
    if rng.random() < 0.5:
        return painted(rng, scattered(rng, width, height, 120, rng.uniform(3, 14)), colours)
    back = painted(rng, scattered(rng, width // 2, height // 2, 120, rng.uniform(2, 7)), colours)
    nearer = scattered(rng, width, height, 25, rng.uniform(8, 25))
    front = painted(rng, nearer, palette(rng, 12))
    far = back.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 3))).resize((width, height))
    return Image.composite(front, far, nearer.point(lambda number: 255 if number else 0))


def stuff(rng: Rng, width: int, height: int) -> Image.Image:
    """Stone, rust, sand, clouds: noise in natural colours, bent and lit."""
    x, y = grid(width, height)
    size, stretch = rng.uniform(120, 500), pick(rng, (1.0, 1.0, 0.3, 0.1))
    bend = np.float32(pick(rng, (0.0, 8.0, 30.0)))
    turn = rng.uniform(0, np.pi)
    across = (x * np.float32(np.cos(turn)) + y * np.float32(np.sin(turn))) * np.float32(size)
    down = (y * np.float32(np.cos(turn)) - x * np.float32(np.sin(turn))) * np.float32(size * stretch)
    across = across + bend * field(rng, width, height, SMOOTH) + np.float32(rng.uniform(0, 512))
    down = down + bend * field(rng, width, height, SMOOTH) + np.float32(rng.uniform(0, 512))
    values = look_up(tile(pick(rng, (ROUGH, CLOUDY))), across, down) + 0.4 * field(rng, width, height)
    colours = tinted(unit(values), palette(rng, int(rng.integers(2, 6))))
    light = relief(values, rng, pick(rng, (0.0, 0.5, 2.0)))
    return picture(colours * light[..., None])


def fur(rng: Rng, width: int, height: int) -> Image.Image:
    """Fur, hair, grass, straw: noise stretched along a direction that turns slowly."""
    x, y = grid(width, height)
    turn = np.float32(rng.uniform(0, np.pi)) + np.float32(rng.uniform(0.02, 0.12)) * field(rng, width, height, SMOOTH)
    fine, long = np.float32(rng.uniform(60, 160)), np.float32(rng.uniform(4, 25))
    strands = np.zeros((height, width), dtype=np.float32)
    for lean in (0.0, 0.04):  # two layers, so that neither shows where its rows end
        cos, sin = np.cos(turn + np.float32(lean)), np.sin(turn + np.float32(lean))
        start = np.float32(rng.uniform(512, 1024))
        strands += 0.7 * look_up(tile(ROUGH), (x * cos + y * sin) * fine + start, (y * cos - x * sin) * long + start)
    patches = field(rng, width, height, CLOUDY)
    name = pick(rng, ("leaf", "earth", "skin", "stone", "earth"))
    colours = tinted(unit(strands + 0.7 * patches), shade(rng, name, int(rng.integers(2, 5))))
    return picture(colours * (1 + 0.25 * strands)[..., None])


def walls(rng: Rng, width: int, height: int) -> Image.Image:
    """Bricks, tiles, planks and stones, on a wall or a floor in perspective."""
    x, y = grid(width, height)
    tilt, skew = rng.uniform(-0.8, 0.8), rng.uniform(-0.8, 0.8)
    depth = 1 / np.maximum(1 + np.float32(tilt) * x + np.float32(skew) * y, 0.15)
    size = rng.uniform(2.5, 9)
    ratio = pick(rng, (1.0, 2.5, 4.0, 12.0))
    wobble = np.float32(pick(rng, (0.0, 0.05, 0.2))) * field(rng, width, height, SMOOTH)
    across, down = x * depth * np.float32(size) + 40 + wobble, y * depth * np.float32(size) + 40 + wobble
    row = np.floor(down)
    column = across / np.float32(ratio) + np.float32(pick(rng, (0.0, 0.5, 0.37))) * row
    joint = np.float32(rng.uniform(0.01, 0.09))
    seam = (down - row < joint) | ((column - np.floor(column)) * np.float32(ratio) < joint)
    stone = look_up(tile(0.0), np.floor(column) * 7, row * 13)  # one number for each stone
    grain = look_up(tile(ROUGH), across * 40, down * 40) + 0.5 * field(rng, width, height, CLOUDY)
    colours = tinted(unit(stone + 0.4 * grain), shade(rng, pick(rng, ("earth", "stone", "skin", "dusk")), 3))
    light = (1 + np.float32(rng.uniform(-0.5, 0.5)) * x) * (1 + 0.12 * grain)
    return picture(np.where(seam[..., None], colours * 0.45, colours) * light[..., None])


def formulas(rng: Rng, width: int, height: int) -> Image.Image:
    """Formulas by chance, of place and noise, in each channel or through a palette."""
    x, y = (np.broadcast_to(part, (height, width)) for part in grid(width, height))
    terms = [x, y, np.hypot(x, y), field(rng, width, height), field(rng, width, height)]
    for _ in range(int(rng.integers(3, 9))):
        first, second = (terms[int(i)] for i in rng.integers(0, len(terms), 2))
        terms.append(_joined(rng, first, second))
    if rng.random() < 0.6:
        return picture(tinted(unit(terms[-1]), palette(rng, int(rng.integers(2, 8)))))
    return picture(np.stack([255 * unit(term) for term in terms[-3:]], axis=-1))


def _joined(rng: Rng, first: Plane, second: Plane) -> Plane:
    strength = np.float32(rng.uniform(0.5, 6))
    result: Plane
    match int(rng.integers(7)):
        case 0:
            result = np.sin(strength * (first + second))
        case 1:
            result = np.sin(strength * first) * second
        case 2:
            result = np.abs(first - second) * strength
        case 3:
            result = np.maximum(first, second * strength)
        case 4:
            result = np.tanh(strength * first) + second
        case 5:
            result = (first * strength) % 1 + second
        case _:
            result = look_up(tile(CLOUDY), first * strength * 30 + 999, second * strength * 30 + 999)
    return result
