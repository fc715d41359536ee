"""What a pen leaves behind: handwriting, and scribbles and flat figures that nobody could name."""

import numpy as np
from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick
from sparc_desktop.evaluate.world.foreign_pictures.natural import shade, some
from sparc_desktop.evaluate.world.foreign_pictures.painting import outline, path
from sparc_desktop.evaluate.world.foreign_pictures.papers import paper_and_ink
from sparc_desktop.evaluate.world.foreign_pictures.surfaces import stuff


def handwriting(rng: Rng, width: int, height: int) -> Image.Image:
    """Pen strokes in lines, on paper that may be ruled."""
    paper, ink = paper_and_ink(rng, dark=0.1)
    image = Image.new("RGB", (width, height), paper)
    pen = ImageDraw.Draw(image)
    step = rng.uniform(10, 34)
    if rng.random() < 0.5:
        for y in np.arange(step, height, step).tolist():
            pen.line((0, y, width, y), fill=(170, 190, 220))
    ink, thick, slant = some(rng) if rng.random() < 0.4 else ink, int(rng.integers(1, 4)), rng.uniform(-0.2, 0.6)
    lean = rng.normal(0, 0.04)
    for y in np.arange(step, height + step, step).tolist():
        x = rng.uniform(4, 30)
        while x < width * rng.uniform(0.6, 1):
            count = int(rng.integers(6, 24))
            turns = np.cumsum(rng.uniform(0.8, 2.2, count))
            tall = step * rng.uniform(0.1, 0.5, count) * np.sin(turns)
            xs = x + np.cumsum(rng.uniform(0.4, 1.6, count)) * step * 0.12 + 0.1 * step * np.cos(turns) - slant * tall
            ys = y - step * 0.3 + tall + lean * xs
            pen.line(path(xs, ys), fill=ink, width=thick, joint="curve")
            x = float(xs[-1]) + step * 0.3
    return image


def doodles(rng: Rng, width: int, height: int) -> Image.Image:
    """Scribbles and flat figures with outlines that nobody could name."""
    image = Image.new("RGB", (width, height), some(rng)) if rng.random() < 0.7 else stuff(rng, width, height)
    pen = ImageDraw.Draw(image)
    vivid = [tuple(int(v) for v in colour) for colour in shade(rng, pick(rng, ("vivid", "leaf", "dusk")), 12)]
    for _ in range(int(rng.integers(3, 14))):
        x, y, size = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(0.05, 0.2) * height
        line = some(rng)
        if rng.random() < 0.3:
            xs, ys = rng.normal(0, size * 0.6, (2, int(rng.integers(4, 14)))).cumsum(1)
            pen.line(path(x + xs, y + ys), fill=line, width=int(rng.integers(1, 5)), joint="curve")
            continue
        for _ in range(int(rng.integers(1, 4))):
            a, b = x + rng.normal(0, size * 0.6), y + rng.normal(0, size * 0.6)
            corners = outline(rng, a, b, size * rng.uniform(0.3, 1), waves=int(rng.integers(3, 9)), rough=0.6)
            pen.polygon(corners, fill=pick(rng, vivid), outline=line, width=int(rng.integers(1, 4)))
    return image
