"""Near things before a blurred background: lights at night, something small, a face."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from sparc_desktop.evaluate.world.foreign_pictures.fields import SMOOTH, Plane, Rng, field, pick, picture, pixels, unit
from sparc_desktop.evaluate.world.foreign_pictures.landscapes import terrain
from sparc_desktop.evaluate.world.foreign_pictures.natural import one, palette, shade, tinted, tone
from sparc_desktop.evaluate.world.foreign_pictures.painting import outline, oval, painted
from sparc_desktop.evaluate.world.foreign_pictures.solid_scenes import rooms
from sparc_desktop.evaluate.world.foreign_pictures.surfaces import fur, leaves, stuff


def lights(rng: Rng, width: int, height: int) -> Image.Image:
    """Night: lamps out of focus, dark houses, their reflection on a wet road."""
    dark = tinted(unit(field(rng, width, height, SMOOTH)), palette(rng, 3)) * np.float32(rng.uniform(0.05, 0.3))
    image = picture(dark)
    hues = np.concatenate((shade(rng, "dusk", 6), shade(rng, "vivid", 3), shade(rng, "sky", 2)))
    size = rng.uniform(1.5, 18)
    for _ in range(2):
        layer = Image.new("RGB", (width, height))
        pen = ImageDraw.Draw(layer)
        for _ in range(int(rng.integers(12, 50))):
            x, y = rng.uniform(0, width), rng.normal(0.45, 0.2) * height
            radius = size * rng.uniform(0.5, 1.4)
            oval(pen, x, y, radius, radius, tone(one(rng, hues) * rng.uniform(0.2, 0.9)))
        image = ImageChops.add(image, layer.filter(ImageFilter.GaussianBlur(rng.uniform(1.2, 4))))
    if rng.random() < 0.5:
        _wet(rng, image)
    return image


def _wet(rng: Rng, image: Image.Image) -> None:
    level = int(image.height * rng.uniform(0.5, 0.8))
    mirrored = image.crop((0, max(0, 2 * level - image.height), image.width, level))
    smeared = mirrored.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((image.width, 12)).resize(mirrored.size)
    image.paste(smeared.point(lambda value: value // 2), (0, level))


def macro(rng: Rng, width: int, height: int) -> Image.Image:
    """One irregular, round-looking thing, sharp before a blur."""
    image = _background(rng, width, height, rng.uniform(6, 20))
    for _ in range(int(rng.integers(1, 4))):
        half = int(min(width, height) * rng.uniform(0.15, 0.45))
        mask = Image.new("L", (2 * half, 2 * half))
        corners = outline(rng, half, half, half * 0.6, waves=int(rng.integers(1, 6)), rough=0.2)
        ImageDraw.Draw(mask).polygon(corners, fill=255)
        skin = pixels(pick(rng, (stuff, fur, leaves))(rng, *mask.size))
        place = int(rng.uniform(0, width)) - half, int(rng.uniform(0.2, 1) * height) - half
        image.paste(picture(skin * _roundness(rng, mask)[..., None]), place, mask.filter(ImageFilter.GaussianBlur(0.7)))
    return image


def portraits(rng: Rng, width: int, height: int) -> Image.Image:
    """Head and shoulders of one to three people, made of shaded ovals."""
    image = _background(rng, width, height, rng.uniform(2, 12))
    people = pick(rng, (1, 1, 2, 3))
    for person in range(people):
        size = height * rng.uniform(0.14, 0.34) / people**0.5
        middle = width * (person + rng.uniform(0.35, 0.65)) / people
        _person(rng, image, middle, height * rng.uniform(0.35, 0.5), size)
    return image


def _person(rng: Rng, image: Image.Image, x: float, y: float, size: float) -> None:
    """Drawn into the picture; size: half the height of the face, in pixels."""
    skin, hair, cloth = shade(rng, "skin")[0], shade(rng, "earth")[0] * rng.uniform(0.1, 1.0), palette(rng, 1)[0]
    lips = skin * (0.8, 0.4, 0.45)
    table = np.stack((skin, cloth, hair, skin * 0.85, skin, hair * 0.6, hair, skin * 0.7, lips, hair * 0))
    parts = Image.new("L", image.size)
    pen = ImageDraw.Draw(parts)
    wide = rng.uniform(0.68, 0.85)
    for number, across, down, half, high in _features(rng, wide):
        oval(pen, x + across * size, y + down * size, half * size, high * size, number)
    pen.chord((x - wide * size, y - 1.02 * size, x + wide * size, y), 180, 360, fill=2)  # fringe
    mask = parts.point(lambda part: 255 if part else 0)
    face = pixels(painted(rng, parts, table.astype(np.float32), 0.12)) * _roundness(rng, mask)[..., None]
    image.paste(picture(face).filter(ImageFilter.GaussianBlur(size / 60)), mask=mask)


def _features(rng: Rng, wide: float) -> list[tuple[int, float, float, float, float]]:
    """The ovals of a person from the back to the front: number of colour, middle and half sides, in half faces."""
    open_, turn, long = rng.uniform(0.04, 0.09), rng.normal(0, 0.12), pick(rng, (0.3, 0.6, 1.6))
    body = [
        (1, 0.0, 3.0, rng.uniform(1.6, 2.2), 1.75),
        (2, 0.0, -0.25 + 0.3 * long, wide * 1.2, 1 + 0.45 * long),  # hair behind
        (3, 0.0, 1.0, wide * 0.5, 0.7),
        (4, 0.0, 0.0, wide, 1.0),
    ]
    for eye in (turn - wide * 0.42, turn + wide * 0.42):
        body += [(5, eye, -0.3, 0.2, 0.035), (9, eye, -0.12, 0.13, open_), (6, eye, -0.12, 0.06, open_)]
    mouth = (8, turn, 0.52, rng.uniform(0.18, 0.32), rng.uniform(0.04, 0.14))
    return [*body, (7, turn * 1.5, 0.2, 0.1, 0.12), mouth]


def _roundness(rng: Rng, mask: Image.Image) -> Plane:
    """The light on what a mask shows, as if it were swollen, [height, width]: its blurred edges, lit from a side."""
    small = mask.resize((max(8, mask.width // 4), max(8, mask.height // 4)))
    swollen = pixels(small.filter(ImageFilter.GaussianBlur(max(small.size) / 14))) / 255
    down, across = np.gradient(swollen)
    angle = rng.uniform(0, 2 * np.pi)
    slope = (across * np.cos(angle) + down * np.sin(angle)) * np.float32(max(small.size) / 10)
    light = np.clip(0.55 + 0.5 * swollen + slope, 0.15, 1.7).astype(np.float32)
    return pixels(Image.fromarray(light).resize(mask.size, Image.Resampling.BILINEAR))


def _background(rng: Rng, width: int, height: int, radius: float) -> Image.Image:
    """Some other picture out of focus; made at a quarter of the size, as nobody sees its details."""
    maker = pick(rng, (leaves, terrain, rooms, stuff))
    small = maker(rng, max(16, width // 4), max(16, height // 4))
    return small.filter(ImageFilter.GaussianBlur(radius / 4)).resize((width, height), Image.Resampling.BICUBIC)
