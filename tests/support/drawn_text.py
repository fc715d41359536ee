"""Pictures with known text in them, as screens and pages show it; drawn with the fonts that the set-up installs."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

LATIN, CHINESE = "DejaVuSans.ttf", "wqy-microhei.ttc"
LIGHT, DARK = ("white", (30, 30, 30)), ((32, 33, 36), (232, 234, 237))
LEFT_COLUMN = (
    "Lakes are bodies of standing water that lie in basins on land. They are fed by rivers, rain and springs, and most "
    "of them have an outlet. Many were made by glaciers, which dug deep valleys into the rock."
)
RIGHT_COLUMN = (
    "Mountains rise where the plates of the crust are pushed together. Wind, frost and water wear them down again over "
    "millions of years. The youngest are steep and high, the oldest are low and round."
)
MEASURE = 380  # pixels: the width of a column


def page(
    lines: Sequence[str], size: int = 14, font: str = LATIN, colours: tuple[object, object] = LIGHT
) -> Image.Image:
    """A sheet with a line of text every few lines' height."""
    background, ink = colours
    sheet = Image.new("RGB", (900, 40 + len(lines) * size * 3), background)  # type: ignore[arg-type]
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((30, 20 + number * size * 3), line, font=ImageFont.truetype(font, size), fill=ink)
    return sheet


def two_columns(size: int = 14) -> Image.Image:
    """Two columns of text below a heading."""
    sheet = Image.new("RGB", (900, 420), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((40, 15), "Lakes and mountains", font=ImageFont.truetype(LATIN, size + 6), fill="black")
    for left, text in ((40, LEFT_COLUMN), (480, RIGHT_COLUMN)):
        for number, line in enumerate(wrapped(text, size)):
            draw.text((left, 60 + number * size * 1.5), line, font=ImageFont.truetype(LATIN, size), fill="black")
    return sheet


def wrapped(text: str, size: int) -> list[str]:
    """The text in lines as wide as a column."""
    font, lines = ImageFont.truetype(LATIN, size), [""]
    for word in text.split():
        if font.getlength(f"{lines[-1]} {word}") > MEASURE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def png(image: Image.Image) -> bytes:
    """The bytes of a picture file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
