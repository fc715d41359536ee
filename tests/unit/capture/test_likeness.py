"""Is it still the same picture?"""

import pytest
from PIL import Image, ImageDraw, ImageFont

from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.likeness import alike
from sparc_desktop.domain.capture import Capture

SIZE = (800, 600)


def screen(label: str = "Editor: letter", size: tuple[int, int] = SIZE, *drawn: tuple[int, int, int, int]) -> Capture:
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 100, 300, 200), fill="navy")
    for box in drawn:
        draw.rectangle(box, fill="black")
    return Capture(label, Frame(image).png(), is_screen=True)


@pytest.mark.parametrize(
    ("second", "same"),
    [
        (screen(), True),
        (screen("Editor: letter", SIZE, (400, 400, 401, 415)), True),  # a caret
        (screen("Editor: letter", SIZE, (400, 400, 500, 411)), False),  # a word
        (screen("Editor: another letter"), False),
        (screen("Editor: letter", (800, 601)), False),
    ],
)
def test_a_caret_makes_no_other_picture_and_a_word_does(second: Capture, same: bool) -> None:
    assert alike(screen(), second) is same


@pytest.mark.parametrize("size", [(1280, 1024), (1920, 1080), (3840, 2160), (5760, 1080)])
@pytest.mark.parametrize("at", [(0, 0), (45, 20), (1100, 1000)])
def test_a_word_counts_however_large_the_screen_is(size: tuple[int, int], at: tuple[int, int]) -> None:
    before = Image.new("RGB", size, "white")
    after = before.copy()
    ImageDraw.Draw(after).text(at, "Error: disk full", font=ImageFont.load_default(13), fill="black")
    first, second = (Capture("a", Frame(image).png(), is_screen=True) for image in (before, after))
    assert not alike(first, second)
    assert alike(second, second)


def test_the_colour_counts_not_only_the_brightness() -> None:
    red, green = (Frame(Image.new("RGB", SIZE, colour)).png() for colour in ((200, 0, 0), (0, 102, 0)))
    assert not alike(Capture("a", red), Capture("a", green))
