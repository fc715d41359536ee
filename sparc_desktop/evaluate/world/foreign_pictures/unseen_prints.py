"""Printed things that no training sees: maps, comics, music, codes, circuits."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick
from sparc_desktop.evaluate.world.foreign_pictures.letters import typeface, write
from sparc_desktop.evaluate.world.foreign_pictures.natural import shade, some, tone
from sparc_desktop.evaluate.world.foreign_pictures.painting import outline, oval, path


def maps(rng: Rng, width: int, height: int) -> Image.Image:
    """Streets with edges, parks, water and small names."""
    image = Image.new("RGB", (width, height), (242, 239, 233) if rng.random() < 0.7 else (36, 40, 48))
    pen = ImageDraw.Draw(image)
    for ground in ((200, 224, 180), (170, 211, 223), (200, 224, 180), (224, 218, 208)):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        pen.polygon(outline(rng, x, y, height * rng.uniform(0.1, 0.35), rough=0.5), fill=ground)
    turn = rng.uniform(0, np.pi)
    roads = []
    for _ in range(int(rng.integers(14, 45))):
        angle = turn + pick(rng, (0, np.pi / 2)) + rng.normal(0, 0.12)
        x, y, long = rng.uniform(0, width), rng.uniform(0, height), (rng.pareto(1.2) + 0.6) * height * 0.3
        bend = np.cumsum(rng.normal(0, 0.06, 8))
        steps = np.stack((np.cos(angle + bend), np.sin(angle + bend)), axis=-1) * long / 4
        xs, ys = (np.cumsum(steps, axis=0) - steps.sum(0) / 2).T
        roads.append(path(x + xs, y + ys))
    thick = [pick(rng, (2, 3, 3, 5, 7)) for _ in roads]
    for extra, tones in ((2, ((150, 145, 138), (190, 120, 60))), (0, ((255, 255, 255), (252, 214, 120)))):
        for road, wide in zip(roads, thick, strict=True):
            pen.line(road, fill=tones[wide > 4], width=wide + extra, joint="curve")
    font = typeface(rng)
    for _ in range(int(rng.integers(8, 40))):
        place = rng.uniform(0, width), rng.uniform(0, height)
        write(rng, image, place, font, int(rng.integers(4, 8)), rng.uniform(10, 40), (70, 70, 80))
    return image


def comics(rng: Rng, width: int, height: int) -> Image.Image:
    """Panels with figures, dots and balloons of speech."""
    image = Image.new("RGB", (width, height), (255, 255, 250))
    font = typeface(rng)
    across, down = int(rng.integers(2, 4)), int(rng.integers(1, 4))
    wide, high = width // across, height // down
    for cell in range(across * down):
        image.paste(_panel(rng, wide - 6, high - 6, font), (cell % across * wide + 3, cell // across * high + 3))
    return image


def _panel(rng: Rng, width: int, height: int, font: str) -> Image.Image:
    panel = Image.new("RGB", (width, height), some(rng))
    pen = ImageDraw.Draw(panel)
    for y in range(0, height, 5) if rng.random() < 0.5 else ():
        for x in range(0, width, 5):
            oval(pen, x, y, 1, 1, (250, 240, 200))
    for _ in range(int(rng.integers(1, 4))):
        middle, size = rng.uniform(0.1, 0.9) * width, height * rng.uniform(0.1, 0.2)
        for down, large, fill in ((0.85, 1.8, some(rng)), (0.55, 1.0, tone(shade(rng, "skin")[0]))):
            figure = outline(rng, middle, height * down, size * large, rough=0.2)
            pen.polygon(figure, fill=fill, outline=(0, 0, 0), width=2)
    left, top, right, bottom = width * 0.1, height * 0.02, width * rng.uniform(0.6, 0.95), height * 0.3
    pen.ellipse((left, top, right, bottom), fill=(255, 255, 255), outline=(0, 0, 0))
    for line in np.arange(top + 5, bottom - 6, 6).tolist():
        write(rng, panel, (left + 12, line), font, 5, (right - left) * 0.6, (0, 0, 0))
    pen.rectangle((0, 0, width - 1, height - 1), outline=(0, 0, 0), width=2)
    return panel


def music(rng: Rng, width: int, height: int) -> Image.Image:
    """Staves full of notes."""
    image = Image.new("RGB", (width, height), (255, 253, 244))
    pen, step, ink = ImageDraw.Draw(image), rng.uniform(2.5, 6), (10, 10, 10)
    for top in np.arange(step * 3, height, step * 11).tolist():
        for line in range(5):
            pen.line((6, top + line * step, width - 6, top + line * step), fill=(40, 40, 40))
        x = 14.0
        while x < width - 14:
            y, stem = top + step * float(rng.integers(-2, 11)) / 2, x + step * 0.7
            box = (x - step * 0.7, y - step * 0.5, stem, y + step * 0.5)
            pen.ellipse(box, fill=ink if rng.random() < 0.75 else None, outline=ink)
            pen.line((stem, y, stem, y - step * 3.2), fill=ink)
            if rng.random() < 0.4:
                beam = (stem, y - step * 3.2, stem + step * 2.1, y - step * 2.2)
                pen.line(beam, fill=ink, width=max(1, int(step * 0.5)))
            x += step * rng.uniform(1.8, 4)
    return image


def codes(rng: Rng, width: int, height: int) -> Image.Image:
    """A square code, a bar code or a crossword, on paper."""
    paper = (250, 250, 250) if rng.random() < 0.7 else some(rng)
    image = Image.new("RGB", (width, height), paper)
    side = int(min(width, height) * rng.uniform(0.6, 1))
    kind = pick(rng, ("square", "bars", "crossword"))
    shown = Image.fromarray(_cells(rng, int(rng.integers(15, 42)), kind)).resize((side, side), Image.Resampling.NEAREST)
    pen = ImageDraw.Draw(shown)
    for place in np.linspace(0, side - 1, 15).tolist() if kind == "crossword" else ():
        pen.line((place, 0, place, side), fill=90)
        pen.line((0, place, side, place), fill=90)
    turn = rng.uniform(-30, 30) if rng.random() < 0.35 else 0.0
    turned = shown.convert("RGB").rotate(turn, expand=True, fillcolor=paper)
    image.paste(turned, ((width - turned.width) // 2, (height - turned.height) // 2))
    return image


def _cells(rng: Rng, count: int, kind: str) -> NDArray[np.uint8]:
    """The dark and light of a code, uint8 [count, count]."""
    cells = rng.random((count, count)) < 0.5
    if kind == "bars":
        cells[:] = cells[0]
    for corner in ((0, 0), (0, count - 7), (count - 7, 0)) if kind == "square" else ():
        eye = np.ones((7, 7), dtype=bool)
        eye[1:6, 1:6], eye[2:5, 2:5] = False, True
        cells[corner[0] : corner[0] + 7, corner[1] : corner[1] + 7] = eye
    return np.where(cells, 10, 250).astype(np.uint8)


def circuits(rng: Rng, width: int, height: int) -> Image.Image:
    """A printed board: traces that bend by half right angles, pads, chips."""
    ground = shade(rng, pick(rng, ("leaf", "sea")))[0] * 0.6
    image = Image.new("RGB", (width, height), tone(ground))
    pen = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(30, 90))):
        ways = (np.cumsum(rng.integers(-1, 2, 6)) + rng.integers(8)) * np.pi / 4
        long = rng.uniform(8, 60, 6)
        trace = path(
            rng.uniform(0, width) + np.cumsum(long * np.cos(ways)),
            rng.uniform(0, height) + np.cumsum(long * np.sin(ways)),
        )
        trace = trace[int(rng.integers(0, 4)) :]
        pen.line(trace, fill=tone(ground + 40), width=int(rng.integers(1, 4)))
        for x, y in (trace[0], trace[-1]):
            oval(pen, x, y, 3, 3, (212, 190, 120))
    for _ in range(int(rng.integers(2, 9))):
        left, top = rng.uniform(0, width), rng.uniform(0, height)
        wide, high = rng.uniform(12, 70), rng.uniform(10, 50)
        for pin in np.arange(left + 2, left + wide, 5).tolist():
            pen.rectangle((pin, top - 4, pin + 2, top + high + 4), fill=(200, 200, 205))
        pen.rectangle((left, top, left + wide, top + high), fill=(24, 24, 26))
        write(rng, image, (left + 3, top + 3), "", 5, wide - 6, (170, 170, 170))
    return image
