"""Photograph-like pictures of nature that no training sees: stones, fields from above, flowers, animals."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sparc_desktop.evaluate.world.foreign_pictures.fields import (
    CLOUDY,
    ROUGH,
    SMOOTH,
    WHITE,
    Rng,
    field,
    grid,
    pick,
    picture,
    pixels,
    unit,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.natural import Colours, one, palette, shade, tinted, tone
from sparc_desktop.evaluate.world.foreign_pictures.painting import Point, oval, path


def pebbles(rng: Rng, width: int, height: int) -> Image.Image:
    """Rounded stones, fruit or coins, side by side: cells around points, swollen and lit."""
    w, h = width // 2, height // 2
    x, y = grid(w, h)
    points = rng.uniform(-1.1, 1.1, (int(rng.integers(12, 70)), 2)).astype(np.float32)
    nearest, second, owner = np.full((h, w), 9, np.float32), np.full((h, w), 9, np.float32), np.zeros((h, w), np.int64)
    for index, (across, down) in enumerate(points):
        away = (x - across) ** 2 + (y - down) ** 2
        closer = away < nearest
        second = np.minimum(second, np.where(closer, nearest, away))
        owner[closer] = index
        nearest = np.minimum(nearest, away)
    swollen = np.sqrt(second) - np.sqrt(nearest)
    tilt = (x - points[owner, 0]) * rng.uniform(-3, 3) + (y - points[owner, 1]) * rng.uniform(-3, 3)
    light = np.clip(swollen * 7, 0, 1) * (0.9 + tilt) * (1 + 0.12 * field(rng, w, h, ROUGH))
    colours = palette(rng, len(points))[owner]
    return picture(colours * light[..., None]).resize((width, height), Image.Resampling.BICUBIC)


def aerial(rng: Rng, width: int, height: int) -> Image.Image:
    """Fields, a road and a river from above, turned."""
    side = int(1.5 * max(width, height))
    image = _fields(rng, side)
    pen = ImageDraw.Draw(image)
    for colour, thick in (((190, 186, 176), 3), ((50, 80, 90), int(rng.integers(5, 18)))):
        winding = np.cumsum(rng.normal(0, side / 22, 16)) + side * rng.uniform(0.3, 0.7)
        pen.line(path(np.linspace(0, side, 16), winding), fill=colour, width=thick, joint="curve")
    left, top = (side - width) // 2, (side - height) // 2
    turned = image.rotate(rng.uniform(0, 90), Image.Resampling.BILINEAR).crop((left, top, left + width, top + height))
    light = 1 + 0.12 * field(rng, width, height, ROUGH) + 0.1 * field(rng, width, height, SMOOTH)
    return picture(pixels(turned) * light[..., None])


def _fields(rng: Rng, side: int) -> Image.Image:
    """A square cut in two again and again, each piece with rows of its own."""
    image = Image.new("RGB", (side, side))
    colours = np.concatenate((shade(rng, "leaf", 8), shade(rng, "earth", 6)))
    todo = [(0, 0, side, side)]
    while todo:
        left, top, right, bottom = todo.pop()
        wide, high = right - left, bottom - top
        if max(wide, high) <= side * rng.uniform(0.12, 0.45):
            rows = np.arange(high)[:, None] if rng.random() < 0.5 else np.arange(wide)[None, :]
            stripes = 1 + pick(rng, (0.0, 0.1, 0.2)) * np.sin(rows * rng.uniform(0.6, 3))
            image.paste(
                picture(one(rng, colours) * np.broadcast_to(stripes, (high, wide))[..., None]), (left + 1, top + 1)
            )
        elif wide > high:
            middle = left + int(rng.uniform(0.3, 0.7) * wide)
            todo += [(left, top, middle, bottom), (middle, top, right, bottom)]
        else:
            middle = top + int(rng.uniform(0.3, 0.7) * high)
            todo += [(left, top, right, middle), (left, middle, right, bottom)]
    return image


def flowers(rng: Rng, width: int, height: int) -> Image.Image:
    """Blossoms of many petals over blurred green."""
    image = picture(tinted(unit(field(rng, width, height, SMOOTH)), shade(rng, "leaf", 4)))
    image = image.filter(ImageFilter.GaussianBlur(3))
    pen = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 7))):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        size, count = rng.uniform(0.1, 0.35) * min(width, height), int(rng.integers(5, 22))
        pen.line((x, y, x + rng.normal(0, 20), height), fill=tone(shade(rng, "leaf")[0]), width=3)
        colour = shade(rng, pick(rng, ("vivid", "dusk", "skin")))[0]
        for ring in (1.0, 0.75, 0.5)[: int(rng.integers(1, 4))]:
            for petal in range(count):
                angle = 2 * np.pi * petal / count + rng.normal(0, 0.08) + ring
                for part in (1.0, 0.7, 0.4):  # paler towards the middle
                    shape = _petal(x, y, angle, size * ring * part, size * 2.2 / count * part)
                    pen.polygon(shape, fill=tone(colour * (1.35 - 0.5 * part) * rng.uniform(0.85, 1.1)))
        oval(pen, x, y, size * 0.22, size * 0.22, tone(shade(rng, "earth")[0]))
    return picture(pixels(image) * (1 + 0.07 * field(rng, width, height, ROUGH))[..., None])


def _petal(x: float, y: float, angle: float, long: float, wide: float) -> list[Point]:
    along = np.linspace(0, np.pi, 9)
    out, aside = np.concatenate((1 - np.cos(along), 1 - np.cos(along[::-1]))) / 2, np.sin(along)
    aside = np.concatenate((aside, -aside[::-1])) * wide
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    return [(x + o * long * cos - a * sin, y + o * long * sin + a * cos) for o, a in zip(out, aside, strict=True)]


def animals(rng: Rng, width: int, height: int) -> Image.Image:
    """Furry, four-legged somethings on a ground: thousands of hairs on ovals."""
    ground = np.concatenate((shade(rng, "leaf", 2), shade(rng, "earth", 2)))
    image = picture(tinted(unit(field(rng, width, height, CLOUDY)), ground))
    image = image.filter(ImageFilter.GaussianBlur(rng.uniform(1, 5)))
    pen = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 3))):
        size, x, y = min(width, height) * rng.uniform(0.14, 0.3), width * rng.uniform(0.25, 0.75), height * 0.55
        coat, way = shade(rng, pick(rng, ("earth", "stone", "skin")), 5), pick(rng, (-1, 1))
        legs = [(across, 0.9, 0.17, 0.7) for across in (-0.95, -0.6, 0.55, 0.9)]
        ears = [(way * 1.35 + side * 0.3, -0.95, 0.14, 0.28) for side in (-1, 1)]
        tail, trunk, head = (-way * 1.4, -0.2, 0.45, 0.14), (0.0, 0.0, 1.25, 0.65), (way * 1.35, -0.5, 0.5, 0.45)
        for across, down, wide, high in (*legs, tail, trunk, *ears, head):
            _hairs(rng, pen, (x + across * size, y + down * size, wide * size, high * size), coat, size)
        for side in (-0.18, 0.2):
            oval(pen, x + (way * 1.35 + side) * size, y - 0.55 * size, 0.07 * size, 0.07 * size, (15, 12, 10))
    return picture(pixels(image) * (1 + 0.06 * field(rng, width, height, WHITE))[..., None])


def _hairs(
    rng: Rng, pen: ImageDraw.ImageDraw, place: tuple[float, float, float, float], coat: Colours, size: float
) -> None:
    x, y, wide, high = place
    oval(pen, x, y, wide, high, tone(coat[0] * 0.6))
    for angle, reach in rng.uniform((0, 0.2), (2 * np.pi, 1.02), (int(40 + 500 * wide * high / size**2), 2)).tolist():
        a, b = x + wide * reach * np.cos(angle), y + high * reach * np.sin(angle)
        light = 0.75 - 0.45 * np.sin(angle) * reach * rng.uniform(0.3, 1)
        end = a + rng.normal(0, 0.04) * size, b + rng.uniform(0.02, 0.12) * size
        pen.line((a, b, *end), fill=tone(one(rng, coat) * light))
