"""What every way to the screen must do, asked of each that this machine can run.

A `Stage` holds one and can put things on the screen that it sees. Pictures are compared pixel by pixel.
"""

import io
import threading
from abc import ABC, abstractmethod

import pytest
from PIL import Image, ImageDraw

from sparc_desktop.capture.base import ScreenCapture
from sparc_desktop.capture.label import with_size
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import FocusedControl, FocusedWindow, OneMonitor, Region, Target, WholeScreen

SIZE = (800, 600)  # of the stage's screen
WIDE = 400  # where the second monitor of the stage begins
TITLE = "Swans on a lake — Painter".encode()
HOSTILE = {
    "control characters": (b"a\x00b\x1b[2J\r\nc\x07", None),
    "not UTF-8": (b"caf\xe9 \xff\xfe", None),
    "very long": (b"x" * 1_000_000, None),
    "cut in mid-letter": ("猫".encode() * 100_000, None),
    "right to left override": ("safe\u202egpj.exe".encode(), "Painter: safegpj.exe, 50 by 50"),
    "nothing but blanks": (b" \t\n ", "Painter, 50 by 50"),
    "a template": (b"{label} {0} %s", "Painter: {label} {0} %s, 50 by 50"),
}


def painting(width: int, height: int) -> Image.Image:
    """Each column and row different, so that a picture shifted by one pixel is another."""
    image = Image.linear_gradient("L").resize((width, height))
    image = Image.merge(
        "RGB", (image, image.transpose(Image.Transpose.ROTATE_180), image.rotate(90).resize(image.size))
    )
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width - 1, height - 1), outline="red")
    draw.line((0, 0, width, height), fill="white")
    return image


def decoded(capture: Capture) -> Image.Image:
    image = Image.open(io.BytesIO(capture.untrusted_data))
    assert image.format == "PNG"
    return image.convert("RGB")


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and one.tobytes() == other.convert("RGB").tobytes()


def refusal(screen: ScreenCapture, target: Target) -> Code:
    with pytest.raises(ExpectedError) as caught:
        screen.capture(target)
    return caught.value.failure.code


class Stage(ABC):
    """A way to the screen and the means to put something on it."""

    screen: ScreenCapture

    @abstractmethod
    def paint(self, picture: Image.Image) -> None:
        """It fills the whole screen."""


class ScreenContract:
    """Subclasses give the fixture `stage`."""

    def test_the_whole_screen_pixel_for_pixel(self, stage: Stage) -> None:
        picture = painting(*SIZE)
        stage.paint(picture)
        capture = stage.screen.capture(WholeScreen())
        assert capture.label == with_size("Screen", *SIZE)
        assert same(decoded(capture), picture)

    def test_a_second_capture_shows_what_is_there_now(self, stage: Stage) -> None:
        stage.paint(painting(*SIZE))
        stage.screen.capture(WholeScreen())
        turned = painting(*SIZE).transpose(Image.Transpose.ROTATE_180)
        stage.paint(turned)
        assert same(decoded(stage.screen.capture(WholeScreen())), turned)

    def test_a_black_screen_is_refused(self, stage: Stage) -> None:
        stage.paint(Image.new("RGB", SIZE, (3, 0, 9)))
        assert refusal(stage.screen, WholeScreen()) is Code.SCREEN_BLACK

    def test_one_plain_colour_is_refused(self, stage: Stage) -> None:
        stage.paint(Image.new("RGB", SIZE, (200, 210, 220)))
        assert refusal(stage.screen, WholeScreen()) is Code.SCREEN_BLANK

    def test_a_few_dots_on_black_are_no_black_screen(self, stage: Stage) -> None:
        picture = Image.new("RGB", SIZE)
        picture.putpixel((333, 77), (255, 255, 255))
        stage.paint(picture)
        assert same(decoded(stage.screen.capture(WholeScreen())), picture)

    @pytest.mark.parametrize(
        "target",
        [FocusedWindow(), OneMonitor(), OneMonitor(1), OneMonitor(0), OneMonitor(99), FocusedControl()]
        + [Region(Rectangle(*each)) for each in ((0, 0, 9, 9), (-9, -9, 5, 5), (0, 0, 0, 0), (0, 0, 10**6, 10**6))],
        ids=str,
    )
    def test_any_target_is_captured_or_refused_with_a_reason(self, stage: Stage, target: Target) -> None:
        stage.paint(painting(*SIZE))
        try:
            capture = stage.screen.capture(target)
        except ExpectedError:
            return
        assert capture.label
        assert decoded(capture).width > 0

    def test_many_threads_at_once(self, stage: Stage) -> None:
        picture = painting(*SIZE)
        stage.paint(picture)
        right: list[bool] = []
        threads = [
            threading.Thread(target=lambda: right.append(same(decoded(stage.screen.capture(WholeScreen())), picture)))
            for _ in range(5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert right == [True] * 5

    def test_it_can_be_closed_twice(self, stage: Stage) -> None:
        stage.screen.close()
        stage.screen.close()

    def test_it_says_what_it_needs(self, stage: Stage) -> None:
        assert type(stage.screen).remedy().endswith(".")


class RectangleStage(Stage):
    """One where windows have places."""

    @abstractmethod
    def show(
        self, picture: Image.Image, left: int, top: int, title: bytes = TITLE, application: str = "painter"
    ) -> None:
        """A window of another program, with the focus."""

    @abstractmethod
    def show_own(self, picture: Image.Image) -> None:
        """A window of the process that asks, with the focus."""

    @abstractmethod
    def minimise(self) -> None:
        """The window shown; it keeps the focus."""

    def split(self) -> None:
        """The left and the right part become two monitors."""
        pytest.skip("this way takes its monitors from where the test can't change them")


class RectangleContract(ScreenContract):
    """What more is asked where windows have places."""

    def test_a_window_pixel_for_pixel(self, stage: RectangleStage) -> None:
        picture = painting(301, 199)
        stage.show(picture, 123, 45)
        capture = stage.screen.capture(FocusedWindow())
        assert capture.label == "Painter: Swans on a lake, 301 by 199"
        assert same(decoded(capture), picture)
        assert stage.screen.rectangle(FocusedWindow()) == Rectangle(123, 45, 301, 199)

    def test_a_window_that_lies_half_beside_the_screen(self, stage: RectangleStage) -> None:
        picture = painting(300, 200)
        stage.show(picture, -100, 500)
        assert same(decoded(stage.screen.capture(FocusedWindow())), picture.crop((100, 0, 300, 100)))

    @pytest.mark.parametrize("kind", HOSTILE)
    def test_a_hostile_title_becomes_one_short_line(self, stage: RectangleStage, kind: str) -> None:
        title, expected = HOSTILE[kind]
        stage.show(painting(50, 50), 10, 10, title=title)
        label = stage.screen.capture(FocusedWindow()).label
        assert label.isprintable()
        assert label.startswith("Painter")
        assert len(label) < 150
        if expected is not None:
            assert label == expected

    def test_a_black_window_is_refused_by_its_name(self, stage: RectangleStage) -> None:
        # Not the black of an empty screen, from which the stage could not tell whether the window is there.
        stage.show(Image.new("RGB", (300, 200), (2, 2, 2)), 10, 10)
        with pytest.raises(ExpectedError) as caught:
            stage.screen.capture(FocusedWindow())
        assert caught.value.failure.code is Code.SCREEN_BLACK
        assert caught.value.failure.params["label"] == "Painter: Swans on a lake"

    def test_our_own_window_is_refused(self, stage: RectangleStage) -> None:
        stage.show_own(painting(300, 200))
        assert refusal(stage.screen, FocusedWindow()) is Code.WINDOW_IS_OURS
        assert refusal(stage.screen, FocusedControl()) is Code.WINDOW_IS_OURS
        assert stage.screen.capture(OneMonitor()).label == with_size("Screen", *SIZE)

    def test_a_minimised_window_is_refused(self, stage: RectangleStage) -> None:
        stage.show(painting(300, 200), 10, 10)
        stage.minimise()
        assert refusal(stage.screen, FocusedWindow()) is Code.WINDOW_MINIMISED

    def test_without_a_window_there_is_none_to_describe(self, stage: RectangleStage) -> None:
        assert refusal(stage.screen, FocusedWindow()) is Code.NO_FOCUSED_WINDOW

    def test_a_region_pixel_for_pixel(self, stage: RectangleStage) -> None:
        picture = painting(*SIZE)
        stage.paint(picture)
        capture = stage.screen.capture(Region(Rectangle(17, 33, 201, 99)))
        assert capture.label == "Region 201 by 99"
        assert same(decoded(capture), picture.crop((17, 33, 218, 132)))

    def test_a_region_is_what_of_it_is_on_the_screen(self, stage: RectangleStage) -> None:
        picture = painting(*SIZE)
        stage.paint(picture)
        capture = stage.screen.capture(Region(Rectangle(-50, -10, 100, 100)))
        assert capture.label == "Region 50 by 90"
        assert same(decoded(capture), picture.crop((0, 0, 50, 90)))

    def test_a_region_beside_the_screen_is_refused(self, stage: RectangleStage) -> None:
        assert refusal(stage.screen, Region(Rectangle(5000, 0, 100, 100))) is Code.TARGET_OFF_SCREEN
        assert refusal(stage.screen, Region(Rectangle(-100, 0, 100, 100))) is Code.TARGET_OFF_SCREEN

    def test_the_only_monitor_is_the_screen(self, stage: RectangleStage) -> None:
        picture = painting(*SIZE)
        stage.paint(picture)
        capture = stage.screen.capture(OneMonitor(1))
        assert capture.label == with_size("Screen", *SIZE)
        assert same(decoded(capture), picture)
        assert [each.number for each in stage.screen.monitors()] == [1]
        assert refusal(stage.screen, OneMonitor(2)) is Code.NO_SUCH_MONITOR

    def test_two_monitors_are_told_apart(self, stage: RectangleStage) -> None:
        picture = painting(*SIZE)
        stage.paint(picture)
        stage.split()
        both = stage.screen.capture(WholeScreen())
        second = stage.screen.capture(OneMonitor(2))
        assert both.label == with_size("Screen, 2 monitors", *SIZE)
        assert second.label == with_size("Monitor 2", SIZE[0] - WIDE, SIZE[1])
        assert same(decoded(both), picture)
        assert same(decoded(second), picture.crop((WIDE, 0, *SIZE)))

    def test_the_monitor_with_the_focus(self, stage: RectangleStage) -> None:
        stage.split()
        stage.show(painting(300, 200), WIDE + 20, 20)
        assert stage.screen.capture(OneMonitor()).label.startswith("Monitor 2, ")
        assert stage.screen.capture(FocusedWindow()).label == "Painter: Swans on a lake, monitor 2, 300 by 200"
