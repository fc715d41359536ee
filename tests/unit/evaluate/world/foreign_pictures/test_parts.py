"""What the pictures are made of: noise, rays, lines of text, a camera."""

import numpy as np
import pytest
from PIL import Image

from sparc_desktop.evaluate.world.foreign_pictures.camera import focused, photographed
from sparc_desktop.evaluate.world.foreign_pictures.fields import (
    CLOUDY,
    ROUGH,
    SIDE,
    SMOOTH,
    WHITE,
    field,
    look_up,
    picture,
    tile,
)  # fmt: skip
from sparc_desktop.evaluate.world.foreign_pictures.letters import strip
from sparc_desktop.evaluate.world.foreign_pictures.natural import SHADES, shade, tinted
from sparc_desktop.evaluate.world.foreign_pictures.painting import painted, scattered
from sparc_desktop.evaluate.world.foreign_pictures.rays import FAR, Scene, Solid, planes, rays, seen

GREY = np.full(3, 128, dtype=np.float32)


@pytest.mark.parametrize("fall", [WHITE, ROUGH, CLOUDY, SMOOTH])
def test_noise_gets_weaker_with_frequency_as_its_fall_says(fall: float) -> None:
    amplitude = np.abs(np.fft.rfft2(tile(fall)))
    frequency = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None, :])
    inside = (frequency > 0.02) & (frequency < 0.4)
    slope, _ = np.polyfit(np.log(frequency[inside]), np.log(amplitude[inside]), 1)
    assert slope == pytest.approx(-fall, abs=0.05)
    assert (tile(fall).mean(), tile(fall).std()) == pytest.approx((0, 1), abs=1e-3)


def test_a_field_may_be_larger_than_a_tile_and_coordinates_wrap() -> None:
    assert field(np.random.default_rng(0), SIDE + 100, 40).shape == (40, SIDE + 100)
    at = np.array([[3.0, 3.0 + SIDE]])
    first, beyond = look_up(tile(ROUGH), at, at)[0]
    assert first == beyond == tile(ROUGH)[3, 3]


def test_a_ray_meets_the_nearer_solid_where_it_begins() -> None:
    ball = Solid((0, 0, 5), (1, 1, 1), GREY, ball=True)
    box = Solid((0, 0, 9), (8, 8, 1), GREY * 0.5)
    along = rays(41, 31, 0.6, 0.0)
    _, distance = seen(Scene((ball, box), (0, 30, 0), 0.5, 0), (0, 0, 0), along, np.zeros_like(along))
    distance = planes(np.stack([distance] * 3), 41, 31)[..., 0]
    assert distance[15, 20] == pytest.approx(4, abs=0.01)
    assert distance[15, 2] == pytest.approx(8, abs=0.01)  # in lengths of the ray, whose z is 1


def test_beyond_all_solids_is_the_sky() -> None:
    along = rays(8, 6, 0.6, 0.0)
    sky = np.random.default_rng(0).random((3, 48)).astype(np.float32)
    colours, distance = seen(Scene((), (0, 9, 0), 0.5, 0), (0, 0, 0), along, sky)
    assert np.array_equal(colours, sky)
    assert (distance == FAR).all()


def test_a_solid_throws_a_shadow_unless_it_is_left_out_of_those_that_do() -> None:
    ball = Solid((0, 3, 6), (1, 1, 1), GREY, ball=True)
    ground = Solid((0, -1, 0), (50, 1, 50), GREY, grain=0)
    below = np.array([[0.0], [-1.0], [6.0]], dtype=np.float32)  # from (0, 1, 0) to the ground under the ball
    light = [
        float(seen(Scene((ball, ground), (0, 90, 6), 0.3, casting), (0, 1, 0), below, below * 0)[0].mean())
        for casting in (0, 1)
    ]
    assert light[1] < 0.6 * light[0]


def test_a_turned_box_is_met_elsewhere() -> None:
    def depth(turn: float) -> float:
        box = Solid((0, 0, 5), (1, 1, 1), GREY, turn=turn)
        return float(
            seen(Scene((box,), (0, 9, 0), 0.5, 0), (0, 0, 0), np.array([[0.0], [0], [1]]), np.zeros((3, 1)))[1][0]
        )

    assert depth(0.0) == pytest.approx(4)
    assert depth(np.pi / 4) == pytest.approx(5 - np.sqrt(2), abs=1e-3)  # its edge


def test_shades_have_the_hue_of_their_name() -> None:
    rng = np.random.default_rng(0)
    red, green, blue = shade(rng, "leaf", 200).T
    assert (green >= red - 1).mean() > 0.9
    assert (green >= blue).all()
    for name in SHADES:
        colours = shade(rng, name, 50)
        assert colours.shape == (50, 3)
        assert colours.min() >= 0
        assert colours.max() <= 255


def test_tinted_goes_from_the_first_colour_to_the_last() -> None:
    colours = np.array([[0, 10, 20], [200, 100, 0]], dtype=np.float32)
    shown = tinted(np.array([[0.0, 0.5, 1.0]]), colours)
    assert shown[0] == pytest.approx(np.array([[0, 10, 20], [100, 55, 10], [200, 100, 0]]), abs=1)


def test_regions_are_painted_in_their_own_colours() -> None:
    regions = Image.new("L", (60, 40))
    regions.paste(1, (30, 0, 60, 40))
    values = np.asarray(
        painted(np.random.default_rng(1), regions, np.array([[200, 20, 20], [20, 20, 200]], np.float32), 0)
    )
    assert values[:, :30, 0].mean() > 2 * values[:, :30, 2].mean()
    assert values[:, 30:, 2].mean() > 2 * values[:, 30:, 0].mean()
    assert len(np.unique(np.asarray(scattered(np.random.default_rng(0), 200, 200, 50, 8)))) > 20


@pytest.mark.parametrize("size", [3, 8, 13])
def test_a_strip_of_text_has_ink_and_the_width_that_fits(size: int) -> None:
    pieces = [strip(np.random.default_rng(seed), "", size, 60) for seed in range(6)]
    assert {piece.width for piece in pieces} == {60}
    assert len({piece.height for piece in pieces}) == 1
    assert all(0.02 < np.asarray(piece).mean() / 255 < 0.6 for piece in pieces)
    assert len({piece.tobytes() for piece in pieces}) == 6


def test_out_of_focus_is_blurred_and_in_focus_is_not() -> None:
    stripes = picture(np.tile(np.repeat([[0.0, 255.0]], 20, axis=0).reshape(1, 40, 1), (30, 1, 3)))
    depth = np.repeat(np.array([[1.0, 3.0]]), 2, axis=0)
    values = np.asarray(focused(stripes, depth, 1.0, 3.0), dtype=float)
    assert values[:, :8].std() > 100
    assert values[:, -8:].std() < 40


def test_a_camera_keeps_what_is_there() -> None:
    x = np.linspace(30, 220, 80)
    ramp = picture(np.broadcast_to(x[None, :, None], (60, 80, 3)))
    for seed in range(25):
        taken = np.asarray(photographed(np.random.default_rng(seed), ramp), dtype=float).mean(axis=(0, 2))
        assert taken.shape == (80,)
        assert abs(np.corrcoef(x[8:-8], taken[8:-8])[0, 1]) > 0.8, seed


def test_a_camera_keeps_colours_apart_but_in_the_few_grey_pictures() -> None:
    up, down = np.linspace(30, 220, 80), np.linspace(220, 30, 80)
    crossing = picture(np.broadcast_to(np.stack((up, np.full(80, 90), down), axis=-1), (60, 80, 3)))
    kept = 0
    for seed in range(40):
        left, right = np.asarray(photographed(np.random.default_rng(seed), crossing), dtype=float)[:, ::79].mean(axis=0)
        kept += (left[0] - left[2]) * (right[0] - right[2]) < -500  # red and blue change places
    assert 28 <= kept < 40  # cut to a part, one of them may stay ahead
