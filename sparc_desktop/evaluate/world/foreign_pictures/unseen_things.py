"""Photograph-like pictures that no training sees: the night sky, shadow pictures, sea, meals, cars.

Some show what the world knows as drawings. They are to be refused all the same: a photograph is not described.
"""

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

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
from sparc_desktop.evaluate.world.foreign_pictures.natural import palette, shade, tinted, tone
from sparc_desktop.evaluate.world.foreign_pictures.painting import outline, oval, path


def stars(rng: Rng, width: int, height: int) -> Image.Image:
    """A night sky with its band of stars and coloured gas."""
    x, y = grid(width, height)
    turn = rng.uniform(0, np.pi)
    band = np.exp(-((x * float(np.cos(turn)) + y * float(np.sin(turn))) ** 2) * rng.uniform(2, 12))
    gas = np.clip(field(rng, width, height, CLOUDY) * 0.5 + band * 0.8, 0, 1.5) ** 2
    values = gas[..., None] * shade(rng, "vivid")[0] * np.float32(rng.uniform(0.1, 0.7)) + 8
    count = int(rng.integers(100, 1500))
    bright = np.minimum(30 * (rng.pareto(1.1, count) + 1), 255)
    down, across = rng.integers(0, height, count), rng.integers(0, width, count)
    values[down, across] += bright[:, None] * rng.uniform(0.7, 1, (count, 3))
    image = picture(values)
    return ImageChops.add(image, image.filter(ImageFilter.GaussianBlur(1.2)))


def scans(rng: Rng, width: int, height: int) -> Image.Image:
    """A grey shadow picture of a body: soft ovals over one another, and ribs."""
    values = np.zeros((height, width), dtype=np.float32)
    x, y = grid(width, height)
    for _ in range(int(rng.integers(4, 12))):
        across, down = rng.uniform(-0.5, 0.5, 2)
        wide, high = rng.uniform(0.08, 0.7, 2)
        oval = 1 - ((x - across) / wide) ** 2 - ((y - down) / high) ** 2
        values += np.float32(rng.uniform(-0.3, 0.6)) * np.sqrt(np.clip(oval, 0, 1)).astype(np.float32)
    for rib in np.arange(-0.6, 0.6, rng.uniform(0.08, 0.2)) if rng.random() < 0.6 else ():
        values += 0.25 * np.exp(-(((y - rib - 0.35 * np.abs(x)) * 40) ** 2)) * (np.abs(x) < 0.6)
    values += 0.1 * field(rng, width, height, CLOUDY) + 0.03 * field(rng, width, height, WHITE)
    return picture(np.repeat(255 * unit(values)[..., None], 3, axis=-1))


def underwater(rng: Rng, width: int, height: int) -> Image.Image:
    """Blue depth, nets of light, shoals and weeds."""
    x, y = grid(width, height)
    bend = 0.15 * field(rng, width, height, SMOOTH)
    scale = np.float32(rng.uniform(8, 20))
    net = 1 - np.abs(np.sin((x + bend) * scale) + np.sin((y - bend) * scale * 1.3 + x * 3)) / 2
    depth = np.clip(0.5 + 0.6 * y, 0, 1)
    values = tinted(np.broadcast_to(depth, (height, width)), shade(rng, "sea", 2)) * (1 - 0.5 * depth)[..., None]
    image = picture(values + (60 * np.clip(net, 0, 1) ** 4 * (1 - depth))[..., None])
    pen = ImageDraw.Draw(image)
    tones = [tone(colour) for colour in np.concatenate((shade(rng, "stone", 2), shade(rng, "dusk", 2)))]
    for _ in range(int(rng.integers(3, 25))):
        a, b, size = rng.uniform(0, width), rng.uniform(0, height * 0.8), rng.uniform(3, 16)
        colour, way = pick(rng, tones), size * pick(rng, (-1, 1))
        oval(pen, a, b, size, size * 0.4, colour)
        fin = [(a + way * 0.8, b), (a + way * 1.5, b - size * 0.4), (a + way * 1.5, b + size * 0.4)]
        pen.polygon(fin, fill=colour)
    for _ in range(int(rng.integers(4, 20))):
        xs = np.cumsum(rng.normal(0, 4, 12)) + rng.uniform(0, width)
        ys = np.linspace(height, height * rng.uniform(0.5, 0.9), 12)
        pen.line(path(xs, ys), fill=tone(shade(rng, "leaf")[0]), width=3, joint="curve")
    return image.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.5)))


def meals(rng: Rng, width: int, height: int) -> Image.Image:
    """Plates from above, with heaps of something on them."""
    x, _ = grid(width, height)
    wood = shade(rng, pick(rng, ("earth", "stone")), 3)
    image = picture(tinted(unit(field(rng, width, height, ROUGH) + 3 * x), wood))
    pen = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 4))):
        a, b = rng.uniform(0.2, 0.8) * width, rng.uniform(0.3, 0.8) * height
        size, flat = height * rng.uniform(0.25, 0.5), rng.uniform(0.55, 1)
        for reach, light in ((1.06, 0.35), (1.0, 1.0), (0.74, 0.85), (0.7, 0.95)):  # shadow, rim, edge, middle
            oval(pen, a, b, reach * size, reach * size * flat, tone(np.array((238, 236, 230)) * light))
        for colour in np.concatenate((palette(rng, 6), shade(rng, "earth", 6), shade(rng, "leaf", 4))):
            c, d = a + rng.normal(0, 0.25) * size, b + rng.normal(0, 0.25) * size * flat
            part = size * rng.uniform(0.06, 0.25)
            for inner in (1.0, 0.75, 0.45):  # brighter towards the light
                shift = part * (1 - inner) / 2
                pen.polygon(
                    outline(rng, c - shift, d - shift, part * inner, rough=0.2), fill=tone(colour * (1.5 - 0.7 * inner))
                )
    return picture(pixels(image) * (1 + 0.08 * field(rng, width, height, ROUGH))[..., None])


def cars(rng: Rng, width: int, height: int) -> Image.Image:
    """A car from the side, with reflections, before a wall or a hedge."""
    _, y = grid(width, height)
    back = tinted(unit(field(rng, width, height, CLOUDY)), shade(rng, pick(rng, ("leaf", "stone", "earth")), 3))
    road = 60 + 25 * field(rng, width, height, ROUGH)[..., None]
    image = picture(np.where((y > 0.25)[..., None], road, back))
    long, middle, ground = (
        width * rng.uniform(0.3, 0.44),
        width * rng.uniform(0.4, 0.6),
        height * rng.uniform(0.7, 0.82),
    )
    roof = rng.uniform(0.5, 0.75)
    pen = ImageDraw.Draw(image)
    oval(pen, middle, ground + long * 0.06, long * 1.05, long * 0.1, (18, 18, 20))
    body = (
        (-1, 0),
        (-1, -0.22),
        (-0.9, -0.36),
        (-0.5, -0.4),
        (-0.3, -roof),
        (0.35, -roof),
        (0.62, -0.4),
        (1, -0.3),
        (1, 0),
    )
    glass = (-0.42, -0.4), (-0.26, 0.05 - roof), (0.32, 0.05 - roof), (0.52, -0.4)
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).polygon([(middle + a * long, ground + b * long) for a, b in body], fill=255)
    light = 0.7 + 0.5 * np.sin(y * rng.uniform(8, 16) + 0.3 * field(rng, width, height, SMOOTH))
    paint = shade(rng, pick(rng, ("vivid", "stone", "dusk")))[0]
    image.paste(picture(paint * light[..., None] + 20), mask=mask.filter(ImageFilter.GaussianBlur(0.8)))
    pen.polygon([(middle + a * long, ground + b * long) for a, b in glass], fill=(34, 44, 52))
    for across in (-0.6, 0.58):
        for reach, grey in ((0.2, 17), (0.12, 152), (0.04, 60)):
            oval(pen, middle + across * long, ground, reach * long, reach * long, (grey, grey, grey + 2))
    return image
