"""Near the world of screens, but not to be read: dense pages, programs, tables, plots with many series, handwriting."""

import numpy as np
from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick
from sparc_desktop.evaluate.world.foreign_pictures.letters import typeface, write
from sparc_desktop.evaluate.world.foreign_pictures.natural import Tone, shade, some, tinted
from sparc_desktop.evaluate.world.foreign_pictures.painting import path
from sparc_desktop.evaluate.world.foreign_pictures.surfaces import leaves, stuff


def page(rng: Rng, width: int, height: int) -> Image.Image:
    """Columns of small text with headings and pictures."""
    paper, ink = paper_and_ink(rng)
    image = Image.new("RGB", (width, height), paper)
    font, size = typeface(rng), int(rng.integers(3, 10))
    columns, step = int(rng.integers(1, 4)), size * rng.uniform(1.2, 1.8)
    wide = width / columns
    for column in range(columns):
        left, y = (column + 0.06) * wide, rng.uniform(0, 12)
        while y < height:
            kind = rng.random()
            if kind < 0.03:
                high = max(4, int(rng.uniform(0.1, 0.35) * height))
                image.paste(pick(rng, (leaves, stuff))(rng, max(4, int(wide * 0.88)), high), (int(left), int(y)))
                y += high
            elif kind < 0.07:
                write(rng, image, (left, y), font, size + 4, wide * rng.uniform(0.2, 0.8), some(rng))
                y += size + 6
            elif kind < 0.92:
                whole = 0.88 if rng.random() < 0.85 else rng.uniform(0.1, 0.88)
                write(rng, image, (left, y), font, size, wide * whole, ink)
            y += step
    return image


def program(rng: Rng, width: int, height: int) -> Image.Image:
    """An editor or a terminal full of small, coloured, indented text."""
    paper, ink = paper_and_ink(rng, dark=0.75)
    image = Image.new("RGB", (width, height), paper)
    font, size = typeface(rng, fixed=True), int(rng.integers(3, 9))
    inks = [ink, ink, *(some(rng) for _ in range(4))]
    left, depth, y = pick(rng, (4.0, 14.0, 60.0)), 0, 2.0
    while y < height:
        depth = int(np.clip(depth + rng.integers(-1, 2), 0, 6))
        x = left + depth * size * 2
        for _ in range(pick(rng, (0, 1, 2, 3, 4, 5))):
            long = rng.uniform(1, 9) * size
            write(rng, image, (x, y), font, size, min(long, width - x), pick(rng, inks))
            x += long + size * 0.6
        if left > 10:
            write(
                rng, image, (2, y), font, size, size * 1.4, tuple((a + b) // 2 for a, b in zip(paper, ink, strict=True))
            )
        y += size * 1.35
    return image


def table(rng: Rng, width: int, height: int) -> Image.Image:
    """A spreadsheet or a timetable: many small cells."""
    paper, ink = paper_and_ink(rng, dark=0.2)
    image = Image.new("RGB", (width, height), paper)
    pen = ImageDraw.Draw(image)
    font, size = typeface(rng), int(rng.integers(3, 9))
    step, lines = size * rng.uniform(1.4, 2.2), (180, 184, 190) if sum(paper) > 380 else (70, 74, 80)
    edges = np.cumsum(rng.uniform(3, 12, 60) * size)
    band, ruled = some(rng), bool(rng.random() < 0.7)
    for row in range(int(height / step) + 1):
        y = row * step
        if row == 0 or rng.random() < 0.03:
            pen.rectangle((0, y, width, y + step), fill=band)
        if ruled:
            pen.line((0, y, width, y), fill=lines)
        for left, right in zip((0.0, *edges.tolist()), edges.tolist(), strict=False):
            if left > width:
                break
            if rng.random() < 0.04:
                pen.rectangle((left, y, right, y + step), fill=some(rng))
            if rng.random() < 0.8:
                write(rng, image, (left + 2, y + 1), font, size, (right - left) * rng.uniform(0.2, 0.9), ink)
    for edge in edges[edges < width] if ruled else ():
        pen.line((edge, 0, edge, height), fill=lines)
    return image


def plot(rng: Rng, width: int, height: int) -> Image.Image:
    """A figure with many series: lines, clouds of points, a map of heat; its letters too small."""
    paper, ink = paper_and_ink(rng, dark=0.15)
    image = Image.new("RGB", (width, height), paper)
    pen, font = ImageDraw.Draw(image), typeface(rng)
    across, down = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    for cell in range(across * down):
        w, h = width / across, height / down
        left, top = cell % across * w, cell // across * h
        box = (left + 0.12 * w, top + 0.1 * h, left + 0.97 * w, top + 0.88 * h)
        _series(rng, image, pen, box)
        pen.rectangle(box, outline=ink)
        for tick in np.linspace(0, 1, int(rng.integers(4, 9))).tolist():
            write(rng, image, (box[0] + tick * (box[2] - box[0]) - 5, box[3] + 2), font, 5, 10, ink)
            write(rng, image, (box[0] - 14, box[1] + tick * (box[3] - box[1]) - 3), font, 5, 11, ink)
        write(rng, image, ((box[0] + box[2]) / 2 - 20, box[1] - 9), font, 6, 50, ink)
    return image


def _series(rng: Rng, image: Image.Image, pen: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    kind = int(rng.integers(3))
    if kind == 0:
        cells = tinted(rng.random((int(rng.integers(5, 30)), int(rng.integers(5, 30)))), shade(rng, "vivid", 3))
        heat = Image.fromarray(cells.astype(np.uint8)).resize(
            (int(right - left), int(bottom - top)), Image.Resampling.NEAREST
        )
        image.paste(heat, (int(left), int(top)))
        return
    for _ in range(int(rng.integers(4, 13))):
        colour, count = some(rng), int(rng.integers(30, 90))
        xs = np.linspace(left, right, count)
        walk = np.cumsum(rng.normal(0, 1, count))
        ys = top + (bottom - top) * (0.5 + 0.4 * rng.uniform(-1, 1) + walk * 0.03)
        if kind == 1:
            inside = np.clip(ys, top, bottom)
            pen.line(path(xs, inside), fill=colour, width=int(rng.integers(1, 3)))
            continue
        dots = rng.normal((rng.uniform(left, right), rng.uniform(top, bottom)), (bottom - top) * 0.12, (count, 2))
        for x, y in np.clip(dots, (left, top), (right, bottom)).tolist():
            pen.rectangle((x - 1, y - 1, x + 1, y + 1), fill=colour)


def paper_and_ink(rng: Rng, dark: float = 0.3) -> tuple[Tone, Tone]:
    """Colours of the ground and of the ink."""
    low, high = int(rng.integers(0, 50)), int(rng.integers(200, 256))
    warm = int(rng.integers(-12, 13))
    bright, deep = (high, high, min(255, high + warm)), (low, low, max(0, low + warm))
    return (deep, bright) if rng.random() < dark else (bright, deep)
