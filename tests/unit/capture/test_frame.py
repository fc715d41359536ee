"""Is there anything in the pixels, and do they come out of the PNG as they went in."""

import io
import random

import pytest
from PIL import Image

from sparc_desktop.capture import frame as module
from sparc_desktop.capture.frame import Frame
from sparc_desktop.domain.failure import Code, ExpectedError


def code(image: Image.Image) -> Code | None:
    try:
        Frame(image).check("Screen")
    except ExpectedError as error:
        return error.failure.code
    return None


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (17, 16), (640, 360)])
def test_the_png_holds_the_pixels(size: tuple[int, int]) -> None:
    width, height = size
    pixels = random.Random(4).randbytes(4 * width * height)
    png = Frame.from_bgrx(width, height, pixels).png()
    with Image.open(io.BytesIO(png)) as image:
        assert image.mode == "RGB"
        assert image.size == size
        image.load()
        assert image.tobytes("raw", "BGR") == b"".join(pixels[at : at + 3] for at in range(0, len(pixels), 4))


def test_what_is_too_large_for_the_engine_is_halved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 100_000)
    png = Frame(Image.linear_gradient("L").convert("RGB").resize((400, 200))).png()
    assert len(png) < 100_000
    with Image.open(io.BytesIO(png)) as image:
        assert image.size == (200, 100)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ((0, 0, 0), Code.SCREEN_BLACK),
        ((16, 0, 12), Code.SCREEN_BLACK),
        ((17, 17, 17), Code.SCREEN_BLANK),
        ((255, 255, 255), Code.SCREEN_BLANK),
    ],
)
def test_one_colour_is_nothing(colour: tuple[int, int, int], expected: Code) -> None:
    assert code(Image.new("RGB", (300, 200), colour)) is expected


def test_noise_within_the_tolerance_is_nothing() -> None:
    noise = Image.effect_noise((300, 200), 1).point(lambda value: max(0, min(8, value - 124)))
    assert code(Image.merge("RGB", (noise, noise, noise))) is Code.SCREEN_BLACK
    lighter = noise.point(lambda value: value + 200)
    assert code(Image.merge("RGB", (lighter, lighter, lighter))) is Code.SCREEN_BLANK


@pytest.mark.parametrize("place", [(0, 0), (299, 199), (7, 9), (150, 100)])
def test_one_letter_is_something_wherever_it_is(place: tuple[int, int]) -> None:
    image = Image.new("RGB", (300, 200))
    image.putpixel(place, (0, 0, 60))
    assert code(image) is None


def test_one_channel_alone_is_something() -> None:
    image = Image.new("RGB", (32, 32), (0, 0, 0))
    image.paste((0, 90, 0), (0, 0, 16, 32))
    assert code(image) is None


@pytest.mark.parametrize("untrusted", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + bytes(100)])
def test_a_png_that_is_none(untrusted: bytes) -> None:
    with pytest.raises(ExpectedError) as caught:
        Frame.from_png(untrusted)
    assert caught.value.failure.code is Code.CAPTURE_FAILED


def test_a_png_of_too_many_pixels_is_not_decoded() -> None:
    file = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    with pytest.raises(ExpectedError) as caught:
        Frame.from_png(file.getvalue())
    assert caught.value.failure.code is Code.CAPTURE_FAILED
