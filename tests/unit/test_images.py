"""Any bytes end as a picture or as one expected failure, whatever they are."""

import io
import random
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.images import MAX_MEGAPIXELS, decode


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 30), colour: object = None) -> Image.Image:
    """Of one colour but for its lower right corner, which is lighter."""
    image = Image.new("RGB", size, colour)  # type: ignore[arg-type]
    image.paste((255, 255, 255), (size[0] - 8, size[1] - 8, *size))
    if not mode.startswith("I"):
        return image.convert(mode)
    values = np.asarray(image.convert("L"), dtype=np.uint16 if mode == "I;16" else np.int32)
    return Image.fromarray(values * 257)


def refused(data: bytes) -> Code:
    with pytest.raises(ExpectedError) as caught:
        decode(Capture("x", data))
    return caught.value.failure.code


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "TGA", "AVIF"])
def test_formats(form: str) -> None:
    image = decode(Capture("x", encoded(picture(colour=(200, 30, 30)), form)))
    assert image.mode == "RGB"
    red, green, blue = image.getpixel((5, 5))  # type: ignore[misc]
    assert red > 180
    assert max(green, blue) < 60


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_modes_become_rgb(mode: str) -> None:
    form = "TIFF" if mode in ("CMYK", "F", "I", "I;16", "LA") else "PNG"
    assert decode(Capture("x", encoded(picture(mode), form))).mode == "RGB"


def test_sixteen_bits_are_scaled_not_cut_off() -> None:
    image = Image.new("I;16", (40, 30), 0x8000)
    image.putpixel((39, 29), 0xFFFF)
    grey = decode(Capture("x", encoded(image, "PNG")))
    assert grey.getpixel((0, 0)) == (127, 127, 127)


def test_transparency_lies_on_white() -> None:
    clear = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (20, 0, 40, 30))
    image = decode(Capture("x", encoded(clear, "PNG")))
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert image.getpixel((30, 0)) == (0, 0, 0)


def test_transparent_palette_lies_on_white() -> None:
    image = Image.new("P", (40, 30))
    image.putpalette([0, 0, 0, 255, 0, 0])
    image.paste(1, (20, 0, 40, 30))
    assert decode(Capture("x", encoded(image, "GIF", transparency=0))).getpixel((0, 0)) == (255, 255, 255)


def test_orientation_from_exif() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter clockwise
    assert decode(Capture("x", encoded(picture(size=(40, 20)), "JPEG", exif=exif))).size == (20, 40)


def test_broken_exif_is_ignored() -> None:
    data = encoded(picture(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7fgarbage")
    assert decode(Capture("x", data)).size == (40, 30)


def test_first_frame_of_an_animation() -> None:
    frames = [picture(colour=c) for c in ((255, 0, 0), (0, 255, 0), (0, 0, 255))]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert decode(Capture("x", data)).getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_one_plain_colour_is_blank(form: str) -> None:
    assert refused(encoded(Image.new("RGB", (64, 64), (0, 90, 200)), form)) == Code.IMAGE_BLANK


def test_one_pixel_is_too_small() -> None:
    assert refused(encoded(picture(size=(1, 1)), "PNG")) == Code.IMAGE_TOO_SMALL


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    data = png_header(20000, 20000)  # no pixel data at all: only the header is read
    assert refused(data) == Code.IMAGE_TOO_LARGE


def test_icons_are_not_opened_at_all() -> None:
    """Pillow decodes them before it tells their size."""
    assert refused(encoded(picture(size=(64, 64)), "ICO")) == Code.IMAGE_NOT_RECOGNISED


def test_the_limit_itself_is_not_over_it() -> None:
    assert refused(png_header(MAX_MEGAPIXELS * 1000, 1000)) == Code.IMAGE_BROKEN


@pytest.mark.parametrize("data", [b"", b"not a picture", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"<svg/>", b"\0" * 1000])
def test_not_a_picture(data: bytes) -> None:
    assert refused(data) == Code.IMAGE_NOT_RECOGNISED


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_truncated(form: str) -> None:
    noise = Image.effect_noise((64, 64), 80).convert("RGB")
    data = encoded(noise, form)
    assert refused(data[: len(data) // 2]) in (Code.IMAGE_BROKEN, Code.IMAGE_NOT_RECOGNISED)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "TGA", "PPM", "AVIF"])
def test_damaged_bytes_never_end_in_another_exception(form: str) -> None:
    data = encoded(Image.effect_noise((48, 48), 80).convert("RGB"), form)
    chance = random.Random(form)
    for _ in range(150):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            decode(Capture("x", bytes(damaged)))
        except ExpectedError as error:
            assert error.failure.code.startswith("image-")


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
