"""Pictures that show nothing: noise, one colour, pieces of others, and pictures of the world beyond recognition."""

import numpy as np
from PIL import Image, ImageFilter

from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick
from sparc_desktop.evaluate.world.foreign_pictures.landscapes import terrain
from sparc_desktop.evaluate.world.foreign_pictures.natural import some
from sparc_desktop.evaluate.world.foreign_pictures.papers import page, plot, table
from sparc_desktop.evaluate.world.foreign_pictures.surfaces import formulas, leaves, stuff


def noise(rng: Rng, width: int, height: int) -> Image.Image:
    """Squares of colours by chance, as of a broken signal."""
    grain = pick(rng, (1, 2, 4, 8))
    small = rng.integers(0, 256, (-(-height // grain), -(-width // grain), 3), dtype=np.uint8)
    if rng.random() < 0.3:
        small = np.repeat(small[..., :1], 3, axis=-1)
    return (
        Image.fromarray(small)
        .resize((small.shape[1] * grain, small.shape[0] * grain), Image.Resampling.NEAREST)
        .crop((0, 0, width, height))
    )


def blank(rng: Rng, width: int, height: int) -> Image.Image:
    """One colour, or hardly more: a covered lens, a switched-off screen, an empty sheet."""
    tone = some(rng) if rng.random() < 0.5 else (pick(rng, (0, 12, 128, 243, 255)),) * 3
    plain = Image.new("RGB", (width, height), tone)
    return Image.blend(plain, stuff(rng, width, height), pick(rng, (0.0, 0.0, 0.03, 0.1)))


def collage(rng: Rng, width: int, height: int) -> Image.Image:
    """Pieces of several of the others, beside or over one another."""
    makers = (leaves, stuff, terrain, page, table, formulas, noise, plot)
    image = pick(rng, makers)(rng, width, height)
    for _ in range(int(rng.integers(1, 5))):
        w, h = int(rng.uniform(0.2, 0.8) * width), int(rng.uniform(0.2, 0.8) * height)
        piece = pick(rng, makers)(rng, max(w, 16), max(h, 16))
        place = int(rng.uniform(0, width - w)), int(rng.uniform(0, height - h))
        image.paste(piece, place, Image.new("L", piece.size, pick(rng, (255, 255, 128))))
    return image


def spoilt(seed: int, image: Image.Image) -> Image.Image:
    """A picture of the world beyond recognition: out of focus, in huge pixels, or shuffled in pieces; the same size."""
    rng = np.random.default_rng([78, seed])
    side = max(image.size)
    match int(rng.integers(3)):
        case 0:
            return image.filter(ImageFilter.GaussianBlur(side * rng.uniform(0.03, 0.08)))
        case 1:
            few = int(rng.integers(6, 14))
            small = image.resize(
                (max(2, image.width * few // side), max(2, image.height * few // side)), Image.Resampling.BOX
            )
            return small.resize(image.size, Image.Resampling.NEAREST)
        case _:
            return _shuffled(rng, image, max(4, side // int(rng.integers(18, 32))))


def _shuffled(rng: Rng, image: Image.Image, size: int) -> Image.Image:
    across, down = -(-image.width // size), -(-image.height // size)
    padded = np.asarray(image.resize((across * size, down * size)))
    pieces = padded.reshape(down, size, across, size, 3).swapaxes(1, 2).reshape(-1, size, size, 3)
    mixed = pieces[rng.permutation(len(pieces))].reshape(down, across, size, size, 3).swapaxes(1, 2)
    return Image.fromarray(mixed.reshape(padded.shape)).crop((0, 0, *image.size))
