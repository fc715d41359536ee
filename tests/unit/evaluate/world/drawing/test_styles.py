"""Styles computed from the emoji font: other colours within the same outlines, and none like the held-out one."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from sparc_desktop.evaluate.world.drawing.glyphs import glyph
from sparc_desktop.evaluate.world.drawing.scene import Look
from sparc_desktop.evaluate.world.drawing.styles import STYLES, TRAINED, styled

KINDS = ("strawberry", "bus", "dog")


@pytest.fixture(params=KINDS)
def picture(request: pytest.FixtureRequest) -> Image.Image:
    canvas = Image.new("RGBA", (160, 160))
    canvas.paste(glyph(request.param, "usual", 128), (16, 16))
    return canvas


def values(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture, dtype=np.float64)


@pytest.mark.parametrize("look", STYLES)
def test_a_style_keeps_the_outline_but_for_a_line_around(picture: Image.Image, look: Look) -> None:
    before, after = (values(each)[..., 3] > 128 for each in (picture, styled(picture, look)))
    assert (after | ~before).all(), "nothing of the thing is gone"
    assert after.sum() < 1.35 * before.sum()


@pytest.mark.parametrize("look", [look for look in STYLES if look not in ("sticker", "grey")])
def test_a_style_changes_the_colours(picture: Image.Image, look: Look) -> None:
    before, after = values(picture), values(styled(picture, look))
    assert np.abs(after - before)[before[..., 3] > 200][:, :3].mean() > 1


def test_grey_has_no_colour(picture: Image.Image) -> None:
    assert np.ptp(values(styled(picture, "grey"))[..., :3], axis=-1).max() == 0


@pytest.mark.parametrize("look", TRAINED)
def test_no_style_for_training_has_the_dark_line_of_the_held_out_one(picture: Image.Image, look: Look) -> None:
    solid = values(picture)[..., 3] > 128
    held_out, other = (values(styled(picture, each)) for each in ("held out", look))
    line = (held_out[..., 3] > 128) & ~solid
    assert held_out[line][:, :3].mean() < 60
    around = line & (other[..., 3] > 128)
    assert not around.any() or other[around][:, :3].mean() > 230


def test_a_look_that_is_not_computed_is_as_it_is(picture: Image.Image) -> None:
    assert styled(picture, "usual") is picture
