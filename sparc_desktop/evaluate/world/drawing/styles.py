"""Styles computed from the emoji font's pictures: one that is held out for testing, and some that only training has.

They keep the outlines but for a line around, so that a scene is the same in all of them. Those for training make the
model look for more than the font's own colours and shades. Each is near the held-out one in something, in its colours
or in that there is a line, and none has its dark line: a look that is truly another is that of another artist.
"""

from collections.abc import Callable, Mapping

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from sparc_desktop.evaluate.world.drawing.scene import Look

FEW_COLOURS = 6
LINE = 7  # pixels at the font's own size
EDGE = 5
STICKER = (255, 255, 255)


def styled(picture: Image.Image, look: Look) -> Image.Image:
    """The emoji, RGBA, in a look that is computed; as it is in any other."""
    return STYLES[look](picture) if look in STYLES else picture


def _held_out(picture: Image.Image) -> Image.Image:
    """Flat, in few colours that are not the font's own, with a thick dark line around."""
    alpha = picture.getchannel("A").point(lambda value: 255 if value > 128 else 0)
    flat = Image.new("RGB", picture.size, (128, 128, 128))
    flat.paste(picture, mask=alpha)
    flat = flat.filter(ImageFilter.MedianFilter(5)).quantize(FEW_COLOURS).convert("RGB")
    other = _turned(flat, 14, 0.8)  # a twentieth of the way around
    wide = alpha.filter(ImageFilter.MaxFilter(LINE))
    return Image.merge(
        "RGBA", (*Image.composite(other, Image.new("RGB", other.size, (40, 30, 60)), alpha).split(), wide)
    )


def _sticker(picture: Image.Image) -> Image.Image:
    """With a white line around."""
    wide = picture.getchannel("A").filter(ImageFilter.MaxFilter(EDGE))
    white = Image.new("RGBA", picture.size, STICKER)
    white.putalpha(wide)
    return Image.alpha_composite(white, picture)


def _of_colours(change: Callable[[Image.Image], Image.Image]) -> Callable[[Image.Image], Image.Image]:
    """A style that changes the colours alone."""

    def changed(picture: Image.Image) -> Image.Image:
        return Image.merge("RGBA", (*change(picture.convert("RGB")).split(), picture.getchannel("A")))

    return changed


def _turned(picture: Image.Image, steps: int, saturated: float) -> Image.Image:
    """Hues so many of 256 steps around, and a share of the saturation."""
    hue, saturation, value = picture.convert("HSV").split()
    around = hue.point(lambda h: (h + steps) % 256)
    less = saturation.point(lambda s: round(s * saturated))
    return Image.merge("HSV", (around, less, value)).convert("RGB")


TRAINED: Mapping[Look, Callable[[Image.Image], Image.Image]] = {
    "sticker": _sticker,
    "smooth": _of_colours(lambda rgb: rgb.filter(ImageFilter.MedianFilter(7))),
    "posterized": _of_colours(lambda rgb: ImageOps.posterize(rgb, 2)),
    "washed": _of_colours(lambda rgb: Image.blend(rgb, Image.new("RGB", rgb.size, (190, 190, 190)), 0.4)),
    "vivid": _of_colours(lambda rgb: ImageEnhance.Color(ImageEnhance.Contrast(rgb).enhance(1.4)).enhance(1.8)),
    "turned": _of_colours(lambda rgb: _turned(rgb, -20, 1.0)),
    "grey": _of_colours(lambda rgb: rgb.convert("L").convert("RGB")),
}
STYLES: Mapping[Look, Callable[[Image.Image], Image.Image]] = {"held out": _held_out, **TRAINED}
