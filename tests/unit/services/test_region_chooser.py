"""The choice of a part of the screen, key by key, in words."""

from collections.abc import Callable

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle, around
from sparc_desktop.domain.region import LastRegion
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.domain.target import Monitor, OneMonitor, Region, Target, WholeScreen
from sparc_desktop.services.region_chooser import RegionChooser, last_region

LEFT, RIGHT = Rectangle(-1200, 0, 1200, 900), Rectangle(0, 0, 1920, 1080)


class Desk:
    """Monitors side by side, the focus on the last; it takes no pictures."""

    def __init__(self, *monitors: Rectangle, tells: bool = True) -> None:
        self._rectangles = monitors
        self._tells = tells

    def capture(self, target: Target) -> Capture:
        raise AssertionError("nothing is to be captured while a region is chosen")

    def rectangle(self, target: Target) -> Rectangle:
        match target:
            case WholeScreen():
                return around(self._rectangles)
            case OneMonitor():
                return self._rectangles[-1]
        raise AssertionError(target)

    def monitors(self) -> tuple[Monitor, ...]:
        return tuple(Monitor(number, each) for number, each in enumerate(self._rectangles, 1) if self._tells)

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


@pytest.fixture
def choose() -> Callable[..., RegionChooser]:
    def chooser(*monitors: Rectangle, last: LastRegion | None = None, tells: bool = True) -> RegionChooser:
        return RegionChooser(Desk(*monitors or (RIGHT,), tells=tells), last or LastRegion())

    return chooser


def test_each_key_is_answered_with_the_place(choose: Callable[..., RegionChooser]) -> None:
    chooser = choose()
    assert chooser.begin() == "Choose a part of the screen. All of it: 1920 by 1080, at 0, 0. H for help."
    keys = (RegionKey.ZOOM_7, RegionKey.HALF_DOWN, RegionKey.MOVE_RIGHT, RegionKey.SHRINK_LEFT, RegionKey.UNDO)
    assert [chooser.press(key) for key in keys] == [
        "Upper left: 640 by 360, at 0, 0.",
        "Upper left: 640 by 180, at 0, 180.",
        "Upper left: 640 by 180, at 160, 180.",
        "Upper left: 480 by 180, at 320, 180.",
        "Upper left: 640 by 180, at 160, 180.",
    ]
    assert chooser.press(RegionKey.WHERE) == "Upper left: 640 by 180, at 160, 180."
    assert chooser.press(RegionKey.TAKE) == Region(Rectangle(160, 180, 640, 180))


def test_every_key_has_an_answer(choose: Callable[..., RegionChooser]) -> None:
    for key in RegionKey:
        answer = choose().press(key)
        assert isinstance(answer, Region) if key is RegionKey.TAKE else (answer is None) == (key is RegionKey.CANCEL)


def test_an_edge_is_told(choose: Callable[..., RegionChooser]) -> None:
    assert choose().press(RegionKey.MOVE_LEFT) == "No further. All of it: 1920 by 1080, at 0, 0."
    assert choose().press(RegionKey.UNDO) == "No further. All of it: 1920 by 1080, at 0, 0."


def test_the_help_names_every_key(choose: Callable[..., RegionChooser]) -> None:
    text = choose().press(RegionKey.HELP)
    assert isinstance(text, str)
    for name in ("1 to 9", "Alt", "Shift", "Ctrl", "Backspace", "0:", "M:", "Space", "Enter", "Escape"):
        assert name in text


def test_monitors(choose: Callable[..., RegionChooser]) -> None:
    chooser = choose(LEFT, RIGHT)
    assert "Monitor 2: 1920 by 1080, at 0, 0." in chooser.begin()
    assert chooser.press(RegionKey.NEXT_MONITOR) == "Monitor 1: 1200 by 900, at -1200, 0."
    assert chooser.press(RegionKey.ZOOM_5) == "Centre: 400 by 300, at -800, 300."
    assert chooser.press(RegionKey.TAKE) == Region(Rectangle(-800, 300, 400, 300))
    assert choose().press(RegionKey.NEXT_MONITOR) == "There is only one monitor. All of it: 1920 by 1080, at 0, 0."
    assert "All of it: 3120 by 1080, at -1200, 0." in choose(around((LEFT, RIGHT)), tells=False).begin()


def test_the_last_region_is_found_on_its_monitor(choose: Callable[..., RegionChooser]) -> None:
    last = LastRegion()
    assert str(choose(last=last).press(RegionKey.LAST)).startswith("No part of the screen has been described yet.")
    with pytest.raises(ExpectedError) as none:
        last_region(Desk(RIGHT), last)
    assert none.value.failure.code == Code.NO_LAST_REGION
    first = choose(LEFT, RIGHT, last=last)
    first.press(RegionKey.NEXT_MONITOR)
    first.press(RegionKey.ZOOM_1)
    first.press(RegionKey.TAKE)
    second = choose(LEFT, RIGHT, last=last)
    assert second.press(RegionKey.LAST) == "Lower left: 400 by 300, at -1200, 600."
    assert (
        second.press(RegionKey.TAKE) == last_region(Desk(LEFT, RIGHT), last) == Region(Rectangle(-1200, 600, 400, 300))
    )


def test_a_region_that_was_given_up_is_not_the_last(choose: Callable[..., RegionChooser]) -> None:
    last = LastRegion()
    chooser = choose(last=last)
    chooser.press(RegionKey.ZOOM_1)
    assert chooser.press(RegionKey.CANCEL) is None
    assert last.recall(RIGHT) is None
