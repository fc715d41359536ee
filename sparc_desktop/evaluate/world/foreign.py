"""Pictures that are not of this world, so that a model can learn where its world ends.

No photograph is among them; some have what photographs have: the dead leaves (shapes of all sizes that hide one
another) and the clouds (noise whose strength falls with frequency) share the statistics of natural images, as in
Baradad et al., arXiv 2106.05963. Others are pages of text, windows, diagrams, and noise.
"""

import string
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from sparc_desktop.evaluate.world.draw import draw
from sparc_desktop.evaluate.world.scene import sample

Colour = tuple[int, int, int]


def foreign(seed: int, side: int = 224) -> Image.Image:
    """Picture number `seed`, RGB, side x side pixels; the same for the same seed."""
    rng = np.random.default_rng([99, seed])
    natural = (_leaves, _leaves, _leaves, _clouds, _landscape, _objects_on_leaves)
    made = (_page, _windows, _diagram, _noise, _shapes, _shapes)
    makers = natural * 2 + made  # what people will try first is a photograph
    picture = makers[int(rng.integers(len(makers)))](rng, side)
    if rng.random() < 0.4:
        picture = picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 2.5))))
    return picture


def _colour(rng: np.random.Generator) -> Colour:
    """Mostly muted, as most of what is photographed."""
    grey = rng.uniform(0, 255)
    spread = rng.choice((12.0, 40.0, 90.0))
    red, green, blue = (int(np.clip(grey + rng.normal(0, spread), 0, 255)) for _ in range(3))
    return red, green, blue


def _palette(rng: np.random.Generator) -> list[Colour]:
    return [_colour(rng) for _ in range(int(rng.integers(3, 24)))]


def _leaves(rng: np.random.Generator, side: int) -> Image.Image:
    picture = _clouds(rng, side)
    pen = ImageDraw.Draw(picture)
    palette = _palette(rng)
    smallest = float(rng.uniform(2, 8))
    for _ in range(int(rng.integers(20, 160))):
        size = min(smallest * float(rng.pareto(1.3) + 1), side * 0.7)  # many small shapes, few large ones
        x, y = (float(v) for v in rng.uniform(-0.1 * side, 1.1 * side, 2))
        colour = palette[int(rng.integers(len(palette)))]
        corners = int(rng.integers(2, 7))
        if corners == 2:
            ratio = float(rng.uniform(0.2, 1))
            pen.ellipse((x - size, y - size * ratio, x + size, y + size * ratio), fill=colour)
        else:
            angles = np.sort(rng.uniform(0, 2 * np.pi, corners))
            radii = size * rng.uniform(0.5, 1.3, corners)
            pen.polygon(
                [(x + r * np.cos(a), y + r * np.sin(a)) for a, r in zip(angles, radii, strict=True)], fill=colour
            )
    return _lit(rng, _textured(rng, picture))


def _clouds(rng: np.random.Generator, side: int) -> Image.Image:
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None, :])
    fall = np.maximum(frequency, 1 / side) ** -float(rng.uniform(0.8, 2.2))
    shared = _field(rng, fall)
    channels = [0.75 * shared + 0.25 * _field(rng, fall) for _ in range(3)]
    mean, contrast = rng.uniform(60, 200, 3), float(rng.uniform(15, 70))
    return _picture(np.stack([m + contrast * c for m, c in zip(mean, channels, strict=True)], axis=-1))


def _field(rng: np.random.Generator, fall: NDArray[np.float64]) -> NDArray[np.float64]:
    waves = np.fft.fft2(rng.standard_normal(fall.shape)) * fall
    field = np.real(np.fft.ifft2(waves))
    return np.asarray((field - field.mean()) / (field.std() + 1e-9))


def _landscape(rng: np.random.Generator, side: int) -> Image.Image:
    """Layers with rough upper edges, one behind the other, under a sky."""
    sky, ground = np.array(_colour(rng), float), np.array(_colour(rng), float)
    fade = np.linspace(0, 1, side)[:, None, None]
    picture = _picture(np.broadcast_to(sky * (1 - fade) + ground * fade, (side, side, 3)))
    pen = ImageDraw.Draw(picture)
    for layer in range(int(rng.integers(1, 6))):
        steps = np.cumsum(rng.normal(0, side * 0.02, 40)) + side * (0.3 + 0.12 * layer + rng.uniform(-0.1, 0.1))
        edge = [(float(x), float(y)) for x, y in zip(np.linspace(0, side, 40), steps, strict=True)]
        pen.polygon([(0.0, float(side)), *edge, (float(side), float(side))], fill=_colour(rng))
    return _lit(rng, _textured(rng, picture))


def _textured(rng: np.random.Generator, picture: Image.Image) -> Image.Image:
    strength = float(rng.uniform(0, 0.35))
    return Image.blend(picture, _clouds(rng, picture.width), strength)


def _lit(rng: np.random.Generator, picture: Image.Image) -> Image.Image:
    """Light that falls off across the picture."""
    first, last = (float(v) for v in rng.uniform(0.5, 1.3, 2))
    slope = np.linspace(first, last, picture.width)
    light = slope[None, :, None] if rng.random() < 0.5 else slope[:, None, None]
    return _picture(np.asarray(picture, float) * light)


def _words(rng: np.random.Generator, count: int) -> str:
    letters = np.array(list(string.ascii_letters + string.digits))
    return " ".join("".join(rng.choice(letters, int(rng.integers(2, 10)))) for _ in range(count))


def _page(rng: np.random.Generator, side: int) -> Image.Image:
    dark = rng.random() < 0.3
    picture = Image.new("RGB", (side, side), (24, 26, 30) if dark else (250, 250, 248))
    pen = ImageDraw.Draw(picture)
    size = float(rng.uniform(5, 26))
    font = ImageFont.load_default(size)
    margin, y = float(rng.uniform(2, 30)), float(rng.uniform(0, 30))
    while y < side:
        if rng.random() < 0.88:
            colour = _colour(rng) if rng.random() < 0.15 else ((210, 210, 210) if dark else (20, 20, 20))
            pen.text((margin, y), _words(rng, int(rng.integers(1, 14))), font=font, fill=colour)
        y += size * 1.35
    return picture


def _windows(rng: np.random.Generator, side: int) -> Image.Image:
    picture = Image.new("RGB", (side, side), _colour(rng)) if rng.random() < 0.5 else _clouds(rng, side)
    pen = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(1, 5))):
        left, top = (float(v) for v in rng.uniform(0, side * 0.6, 2))
        width, height = (float(v) for v in rng.uniform(side * 0.3, side * 0.9, 2))
        paper, ink = ((248, 248, 248), (30, 30, 30)) if rng.random() < 0.7 else ((40, 42, 48), (220, 220, 220))
        pen.rectangle((left, top, left + width, top + height), fill=paper, outline=ink)
        pen.rectangle((left, top, left + width, top + side * 0.06), fill=_colour(rng))
        for line in range(int(rng.integers(2, 12))):
            y = top + side * (0.09 + 0.06 * line)
            x = left + side * float(rng.uniform(0.01, 0.2))
            if rng.random() < 0.4:
                pen.rectangle((x, y, x + side * 0.15, y + side * 0.045), fill=_colour(rng), outline=ink)
            pen.text(
                (x + 2, y), _words(rng, int(rng.integers(1, 5))), font=ImageFont.load_default(side * 0.04), fill=ink
            )
    return picture


def _diagram(rng: np.random.Generator, side: int) -> Image.Image:
    picture = Image.new("RGB", (side, side), (255, 255, 255))
    pen = ImageDraw.Draw(picture)
    bars = int(rng.integers(3, 12))
    for bar in range(bars):
        height = float(rng.uniform(0.05, 0.9)) * side
        x = side * (0.08 + 0.9 * bar / bars)
        pen.rectangle((x, side - height, x + side * 0.6 / bars, side), fill=_colour(rng))
    for _ in range(int(rng.integers(1, 5))):
        points = [(side * i / 12, float(y)) for i, y in enumerate(np.cumsum(rng.normal(0, 12, 13)) + side / 2)]
        pen.line(points, fill=_colour(rng), width=int(rng.integers(1, 5)))
    return picture


def _shapes(rng: np.random.Generator, side: int) -> Image.Image:
    """The world's own backgrounds, with plain figures, strokes and letters where its objects would be."""
    empty = replace(sample("train", int(rng.integers(10**6, 2 * 10**6)), 1), things=())
    picture = draw(empty, side).resize((side, side))
    pen = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(1, 9))):
        x, y = (float(v) for v in rng.uniform(0, side * 0.85, 2))
        width, height = (float(v) for v in rng.uniform(0.1, 0.45, 2) * side)
        fill = _colour(rng) if rng.random() < 0.7 else None
        line, thick = _colour(rng), int(rng.integers(1, 5))
        match int(rng.integers(5)):
            case 0:
                pen.ellipse((x, y, x + width, y + height), fill=fill, outline=line, width=thick)
            case 1:
                pen.rectangle((x, y, x + width, y + height), fill=fill, outline=line, width=thick)
            case 2:
                corners = [(x + float(a) * width, y + float(b) * height) for a, b in rng.random((3, 2))]
                pen.polygon(corners, fill=fill, outline=line)
            case 3:
                pen.line((x, y, x + width, y + height), fill=line, width=thick)
            case _:
                font = ImageFont.load_default(float(rng.uniform(0.05, 0.3)) * side)
                pen.text((x, y), _words(rng, 1)[: int(rng.integers(1, 8))], font=font, fill=line)
    return picture


def _noise(rng: np.random.Generator, side: int) -> Image.Image:
    grain = int(rng.choice((1, 2, 4, 8)))
    small = rng.integers(0, 256, (side // grain, side // grain, 3), dtype=np.uint8)
    if rng.random() < 0.3:
        small = np.repeat(small[..., :1], 3, axis=-1)
    return Image.fromarray(small).resize((side, side), Image.Resampling.NEAREST)


def _objects_on_leaves(rng: np.random.Generator, side: int) -> Image.Image:
    """Known objects do not make a known picture: half faded into what is not."""
    known = draw(sample("train", int(rng.integers(10**6, 2 * 10**6))), side).resize((side, side))
    return Image.blend(known, _leaves(rng, side), float(rng.uniform(0.35, 0.7)))


def _picture(values: NDArray[np.float64]) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
