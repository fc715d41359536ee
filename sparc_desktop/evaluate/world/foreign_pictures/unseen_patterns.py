"""Patterns that no training sees: fractals, games of large pixels, cloth, marble."""

import numpy as np
from PIL import Image

from sparc_desktop.evaluate.world.foreign_pictures.fields import SMOOTH, Rng, field, grid, pick, picture, unit
from sparc_desktop.evaluate.world.foreign_pictures.letters import write
from sparc_desktop.evaluate.world.foreign_pictures.natural import palette, tinted


def fractals(rng: Rng, width: int, height: int) -> Image.Image:
    """How soon z² + c leaves the circle of radius 2, from every pixel."""
    x, y = grid(width // 2, height // 2)
    zoom, middle = np.float32(rng.uniform(0.3, 1.5)), rng.uniform(-0.4, 0.4, 2)
    z = ((x * zoom + middle[0]) + 1j * (y * zoom + middle[1])).astype(np.complex64)
    angle = rng.uniform(0, 2 * np.pi)
    c = np.complex64(0.5 * np.exp(1j * angle) - 0.25 * np.exp(2j * angle)) * np.float32(rng.uniform(1.0, 1.08))
    steps = np.zeros(z.shape, dtype=np.float32)
    for _ in range(40):
        z = np.where(np.abs(z) < 4, z * z + c, z)
        steps += np.abs(z) < 2
    image = picture(tinted((steps / 40) ** np.float32(rng.uniform(0.3, 1)), palette(rng, 7)))
    return image.resize((width, height), Image.Resampling.BICUBIC)


def games(rng: Rng, width: int, height: int) -> Image.Image:
    """A game of large pixels: sky, platforms of tiles, little figures, points."""
    rows, columns = int(rng.integers(9, 15)), 0
    columns = max(4, round(rows * width / height))
    tones = palette(rng, 8)
    cells = np.zeros((rows, columns), dtype=np.int64)
    cells[np.arange(rows)[:, None] >= rows - rng.integers(1, 4, columns)] = 1
    for _ in range(int(rng.integers(2, 8))):
        row, left = int(rng.integers(2, rows - 2)), int(rng.integers(0, columns))
        cells[row, left : left + int(rng.integers(2, 6))] = int(rng.integers(1, 4))
    stamps = rng.random((8, 8, 8, 1)) * 0.5 + 0.6
    stamps[0] = 1
    for _ in range(int(rng.integers(3, 10))):
        cells[int(rng.integers(rows)), int(rng.integers(columns))] = int(rng.integers(4, 8))
    half = rng.random((8, 8, 4, 1)) < 0.55  # figures are the same left and right
    figures = np.concatenate((half, half[:, :, ::-1]), axis=2)
    shown = stamps[cells] * tones[cells][:, :, None, None, :]
    shown = np.where((cells >= 4)[:, :, None, None, None] & ~figures[cells], tones[0], shown)
    image = picture(shown.swapaxes(1, 2).reshape(rows * 8, columns * 8, 3).astype(np.float32))
    image = image.resize((width, height), Image.Resampling.NEAREST)
    write(rng, image, (6, 4), "", 9, 60, (255, 255, 255))
    return image


def cloth(rng: Rng, width: int, height: int) -> Image.Image:
    """Woven or knitted cloth with checks, and its folds."""
    bend = pick(rng, (0.0, 2.0, 6.0)) * field(rng, width, height, SMOOTH)
    across, down = (
        np.arange(width, dtype=np.float32)[None, :] + bend,
        np.arange(height, dtype=np.float32)[:, None] + bend,
    )
    turn = rng.uniform(0, np.pi)
    a, b = across * np.cos(turn) - down * np.sin(turn) + 900, across * np.sin(turn) + down * np.cos(turn) + 900
    threads = palette(rng, int(rng.integers(2, 6)))
    order = rng.integers(0, len(threads), 64)
    wide = rng.uniform(3, 20)
    warp, weft = threads[order[(a / wide).astype(np.int64) % 64]], threads[order[(b / wide).astype(np.int64) % 64]]
    fine = rng.uniform(1, 3)
    over = np.sin(a * fine) * np.sin(b * fine) > 0
    light = 0.8 + 0.2 * np.abs(np.sin(a * fine)) + 0.12 * np.gradient(bend, axis=1)
    return picture(np.where(over[..., None], warp, weft) * light[..., None])


def marble(rng: Rng, width: int, height: int) -> Image.Image:
    """Ink drawn through water: bands, bent again and again."""
    x, y = (np.broadcast_to(part, (height, width)) for part in grid(width, height))
    for _ in range(int(rng.integers(3, 8))):
        turn, wave, strength = rng.uniform(0, 7), rng.uniform(2, 9), rng.uniform(0.05, 0.3)
        push = strength * np.sin(wave * (x * np.cos(turn) + y * np.sin(turn)) + rng.uniform(0, 7))
        x, y = x - push * np.sin(turn), y + push * np.cos(turn)
    veins = np.sin(x * rng.uniform(4, 20) + 0.5 * field(rng, width, height, SMOOTH))
    return picture(tinted(unit(veins), palette(rng, int(rng.integers(3, 8)))))
