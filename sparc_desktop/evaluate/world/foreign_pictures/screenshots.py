"""Pictures of whole screens, scaled down until nothing can be read."""

from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.foreign_pictures.fields import Rng, pick
from sparc_desktop.evaluate.world.foreign_pictures.landscapes import terrain
from sparc_desktop.evaluate.world.foreign_pictures.letters import typeface, write
from sparc_desktop.evaluate.world.foreign_pictures.natural import some
from sparc_desktop.evaluate.world.foreign_pictures.papers import page, plot, program, table
from sparc_desktop.evaluate.world.foreign_pictures.pen_work import handwriting
from sparc_desktop.evaluate.world.foreign_pictures.surfaces import formulas, leaves, stuff

CONTENTS = (page, page, program, program, table, table, plot, terrain, leaves, handwriting)


def desktop(rng: Rng, width: int, height: int) -> Image.Image:
    """A desktop of windows full of small things, as a large screen is when it is scaled down."""
    large = rng.uniform(1.1, 1.7)  # drawn larger than asked for, and scaled down as a screenshot is
    wide, high = round(width * large), round(height * large)
    image = _wallpaper(rng, width, height).resize((wide, high))
    for _ in range(int(rng.integers(0, 12))):  # icons
        x, y, size = float(rng.integers(0, 3)) * 24 + 4, float(rng.integers(0, 12)) * 26, int(rng.integers(8, 14))
        image.paste(some(rng), (round(x), round(y), round(x) + size, round(y) + size))
        write(rng, image, (x - 2, y + size + 1), "", 5, 18, (255, 255, 255))
    for _ in range(pick(rng, (1, 1, 2, 3, 4))):
        w, h = int(rng.uniform(0.35, 1) * wide), int(rng.uniform(0.35, 1) * high)
        image.paste(
            _window(rng, w, h), (int(rng.uniform(-0.1, 1) * (wide - w)), int(rng.uniform(-0.1, 1) * (high - h)))
        )
    bar = int(rng.integers(8, 16))
    strip = _strip(rng, wide, bar)
    image.paste(strip, (0, 0 if rng.random() < 0.3 else high - bar))
    return image.resize((width, height), Image.Resampling.BOX if rng.random() < 0.5 else Image.Resampling.LANCZOS)


def _wallpaper(rng: Rng, width: int, height: int) -> Image.Image:
    if rng.random() < 0.4:
        return Image.new("RGB", (width, height), some(rng))
    return pick(rng, (terrain, formulas, stuff))(rng, width // 2, height // 2)


def _window(rng: Rng, width: int, height: int) -> Image.Image:
    """A title, a row of tools, sometimes a list at the left, and one or two contents."""
    image = Image.new("RGB", (width, height), (246, 246, 246) if rng.random() < 0.6 else (44, 46, 52))
    bar = int(rng.integers(7, 12))
    image.paste(_strip(rng, width, bar), (0, 0))
    image.paste(_strip(rng, width, bar), (0, bar))
    left, top = int(width * pick(rng, (0.0, 0.15, 0.25))), 2 * bar
    for line in range(top, height - 6, 8) if left else ():
        write(rng, image, (3, line), "", 5, left * rng.uniform(0.2, 0.8), (128, 128, 128))
    parts = 2 if rng.random() < 0.3 else 1
    wide = (width - left) // parts
    for part in range(parts):
        maker = pick(rng, CONTENTS)
        image.paste(maker(rng, max(wide - 1, 16), max(height - top, 16)), (left + part * wide, top))
    ImageDraw.Draw(image).rectangle((0, 0, width - 1, height - 1), outline=(120, 120, 120))
    return image


def _strip(rng: Rng, width: int, high: int) -> Image.Image:
    """A bar of small words and coloured squares."""
    ground = some(rng) if rng.random() < 0.5 else (pick(rng, (30, 60, 220, 240)),) * 3
    image = Image.new("RGB", (width, high), ground)
    ink, font, x = (240, 240, 240) if sum(ground) < 380 else (40, 40, 40), typeface(rng), 3.0
    while x < width * rng.uniform(0.3, 1):
        if rng.random() < 0.3:
            image.paste(some(rng), (round(x), 2, round(x) + high - 4, high - 2))
            x += high
        else:
            long = rng.uniform(8, 40)
            write(rng, image, (x, (high - 7) / 2), font, 5, long, ink)
            x += long + 5
    return image
