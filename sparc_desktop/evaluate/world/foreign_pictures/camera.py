"""What a camera and its file add: focus, noise, falling light at the corners, coloured edges, JPEG blocks."""

import io

import numpy as np
from PIL import Image, ImageFilter

from sparc_desktop.evaluate.world.foreign_pictures.fields import (
    WHITE,
    Plane,
    Rng,
    grid,
    pick,
    picture,
    piece,
    pixels,
    tile,
)  # fmt: skip


def photographed(rng: Rng, image: Image.Image) -> Image.Image:
    """As if a camera had taken it; RGB of the same size."""
    if rng.random() < 0.4:
        image = _reframed(rng, image)
    if rng.random() < 0.3:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 1.8)))
    if rng.random() < 0.25:
        image = _fringed(rng, image)
    return saved(rng, _exposed(rng, image), 0.4)


def saved(rng: Rng, image: Image.Image, chance: float) -> Image.Image:
    """With the marks of a JPEG file, now and then."""
    if rng.random() > chance:
        return image
    file = io.BytesIO()
    image.save(file, "JPEG", quality=int(rng.integers(20, 92)))
    return Image.open(file).convert("RGB")


def focused(image: Image.Image, depth: Plane, focus: float, radius: float) -> Image.Image:
    """Blurred where `depth`, any numbers [height, width], is far from `focus`; wholly from 1 apart on."""
    away = np.clip(np.abs(depth - focus), 0, 1)
    mask = Image.fromarray((255 * away).astype(np.uint8)).resize(image.size, Image.Resampling.BILINEAR)
    return Image.composite(image.filter(ImageFilter.GaussianBlur(radius)), image, mask)


def _reframed(rng: Rng, image: Image.Image) -> Image.Image:
    share = rng.uniform(0.5, 1)
    width, height = image.width * share, image.height * share
    left, top = rng.uniform(0, image.width - width), rng.uniform(0, image.height - height)
    if rng.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return image.resize(image.size, Image.Resampling.BICUBIC, box=(left, top, left + width, top + height))


def _fringed(rng: Rng, image: Image.Image) -> Image.Image:
    """Red a little larger than blue, as simple lenses show it."""
    red, green, blue = image.split()
    inset = rng.uniform(0.5, 2.5)
    box = (inset, inset, image.width - inset, image.height - inset)
    return Image.merge("RGB", (red.resize(image.size, Image.Resampling.BILINEAR, box=box), green, blue))


def _exposed(rng: Rng, image: Image.Image) -> Image.Image:
    values = pixels(image) / 255
    gain = rng.uniform(0.9, 1.1, 3).astype(np.float32)  # white balance
    if rng.random() < 0.7:  # exposed for the brighter parts, as cameras do
        gain *= np.clip(np.float32(rng.uniform(0.7, 1.1)) / (np.percentile(values[::5, ::5], 96) + 0.02), 0.7, 3)
    if rng.random() < 0.06:
        values = np.repeat(values.mean(-1, keepdims=True), 3, axis=-1)
    x, y = grid(image.width, image.height)
    light = 1 - max(rng.uniform(-0.3, 0.3), 0) * (x * x + y * y)
    strength = pick(rng, (0.0, 0.01, 0.02, 0.05))
    if strength:  # stronger in the light; then that of each colour by itself
        light = light * (1 + strength * piece(rng, image.width, image.height, tile(WHITE)))
    values = values * light[..., None] * (gain * 255)
    if strength:
        values += 128 * strength * np.dstack([piece(rng, image.width, image.height, tile(WHITE)) for _ in range(3)])
    return picture(values)
