"""Choosing a region with keys alone."""

import pytest

from sparc_desktop.domain.rectangle import Rectangle, around
from sparc_desktop.domain.region import MIN_SIDE, LastRegion, Position, RegionChoice, Side

SCREEN = Rectangle(0, 0, 1920, 1080)
BESIDE = Rectangle(-1280, -100, 1280, 1024)  # a monitor to the left of the first


def test_the_keys_are_where_the_ninths_are() -> None:
    start = RegionChoice.start(SCREEN)
    assert start.zoomed(7).rectangle == Rectangle(0, 0, 640, 360)
    assert start.zoomed(9).rectangle == Rectangle(1280, 0, 640, 360)
    assert start.zoomed(5).rectangle == Rectangle(640, 360, 640, 360)
    assert start.zoomed(1).rectangle == Rectangle(0, 720, 640, 360)
    assert start.zoomed(3).rectangle == Rectangle(1280, 720, 640, 360)


@pytest.mark.parametrize("bounds", [SCREEN, BESIDE, Rectangle(3, 5, 1366, 767), Rectangle(-7, -7, 100, 101)])
def test_the_ninths_fill_the_whole_without_gap_or_overlap(bounds: Rectangle) -> None:
    ninths = [RegionChoice.start(bounds).zoomed(key).rectangle for key in range(1, 10)]
    assert sum(each.area for each in ninths) == bounds.area
    assert around(ninths) == bounds
    assert all(a.clipped(b).area == 0 for a in ninths for b in ninths if a is not b)


@pytest.mark.parametrize("key", [0, 10, -1])
def test_there_are_nine_keys(key: int) -> None:
    with pytest.raises(ValueError, match="no key"):
        RegionChoice.start(SCREEN).zoomed(key)


@pytest.mark.parametrize("bounds", [SCREEN, BESIDE, Rectangle(0, 0, 101, 51)])
def test_two_halves_are_the_whole(bounds: Rectangle) -> None:
    start = RegionChoice.start(bounds)
    for one, other in ((Side.LEFT, Side.RIGHT), (Side.UP, Side.DOWN)):
        first, second = start.halved(one).rectangle, start.halved(other).rectangle
        assert around([first, second]) == bounds
        assert first.clipped(second).area <= max(bounds.width, bounds.height)  # an odd side: the middle is in both
    assert start.halved(Side.LEFT).rectangle.left == bounds.left
    assert start.halved(Side.DOWN).rectangle.bottom == bounds.bottom


def test_moving_keeps_the_size_and_stops_at_the_edge() -> None:
    choice = RegionChoice.start(BESIDE).zoomed(5)
    size = choice.rectangle.width, choice.rectangle.height
    for _ in range(20):
        choice = choice.moved(Side.LEFT).moved(Side.UP)
    assert (choice.rectangle.left, choice.rectangle.top) == (-1280, -100)
    assert (choice.rectangle.width, choice.rectangle.height) == size
    assert choice.moved(Side.LEFT) is choice


def test_an_edge_moves_out_and_in_again() -> None:
    choice = RegionChoice(SCREEN, Rectangle(400, 400, 400, 200))
    assert choice.grown(Side.LEFT).rectangle == Rectangle(300, 400, 500, 200)
    assert choice.grown(Side.RIGHT).rectangle == Rectangle(400, 400, 500, 200)
    assert choice.grown(Side.UP).rectangle == Rectangle(400, 350, 400, 250)
    assert choice.grown(Side.DOWN).rectangle == Rectangle(400, 400, 400, 250)
    assert choice.shrunk(Side.LEFT).rectangle == Rectangle(500, 400, 300, 200)
    assert choice.shrunk(Side.DOWN).rectangle == Rectangle(400, 400, 400, 150)


def test_growing_ends_at_the_bounds_and_shrinking_at_something_to_see() -> None:
    choice = RegionChoice.start(SCREEN)
    assert choice.grown(Side.RIGHT) is choice
    for _ in range(100):
        choice = choice.shrunk(Side.RIGHT).shrunk(Side.UP)
    assert MIN_SIDE <= choice.rectangle.width < 2 * MIN_SIDE
    assert MIN_SIDE <= choice.rectangle.height < 2 * MIN_SIDE
    assert choice.zoomed(5) is choice
    assert choice.halved(Side.LEFT).halved(Side.LEFT).rectangle.width >= MIN_SIDE


def test_each_step_can_be_undone_back_to_the_start() -> None:
    start = RegionChoice.start(SCREEN)
    choice = start.zoomed(5).halved(Side.UP).moved(Side.RIGHT).grown(Side.DOWN).shrunk(Side.LEFT)
    for _ in range(4):
        choice = choice.undone()
    assert choice == start.zoomed(5)
    assert choice.undone() == start
    assert start.undone() is start


def test_a_step_that_is_not_possible_needs_no_undoing() -> None:
    choice = RegionChoice.start(SCREEN).zoomed(7)
    assert choice.moved(Side.UP).undone() == RegionChoice.start(SCREEN)


def test_the_position_is_what_is_said() -> None:
    start = RegionChoice.start(SCREEN)
    assert start.position == Position(None, None, SCREEN)
    assert start.zoomed(7).position == Position(0, 0, Rectangle(0, 0, 640, 360))
    assert start.zoomed(6).position == Position(1, 2, Rectangle(1280, 360, 640, 360))
    assert RegionChoice.start(BESIDE).zoomed(3).zoomed(3).position.row == 2


def test_it_can_start_from_a_window_or_the_last_region() -> None:
    window = Rectangle(-50, 100, 500, 400)
    assert RegionChoice.start(SCREEN, window).rectangle == Rectangle(0, 100, 450, 400)
    assert RegionChoice.start(SCREEN, Rectangle(5000, 0, 10, 10)).rectangle == SCREEN


def test_the_last_region_is_remembered_as_far_as_it_is_on_the_screen() -> None:
    last = LastRegion()
    assert last.recall(SCREEN) is None
    last.remember(Rectangle(1800, 0, 400, 300))
    assert last.recall(SCREEN) == Rectangle(1800, 0, 120, 300)
    last.remember(BESIDE)
    assert last.recall(SCREEN) is None
