"""What is particular to X11: windows above others, shadows, a server that goes away, other programs' odd properties."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from Xlib import Xatom
from Xlib.display import Display

from sparc_desktop.capture.x11 import X11Screen
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import FocusedWindow, WholeScreen
from tests.contract.screen_capture_contract import decoded, painting, refusal, same
from tests.support.desktop import Desktop, until
from tests.support.x11_stage import X11Stage, missing_for_stage, stage_desktop

pytestmark = pytest.mark.skipif(bool(missing_for_stage()), reason=f"a screen needs {', '.join(missing_for_stage())}")


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with stage_desktop() as desktop:
        yield desktop


@pytest.fixture
def stage(desktop: Desktop, tmp_path: Path) -> Iterator[X11Stage]:
    screen = X11Screen(desktop.environment["DISPLAY"])
    stage = X11Stage(desktop, screen, tmp_path)
    yield stage
    stage.close()
    screen.close()


def set_on_window(desktop: Desktop, name: str, kind: int, bits: int, values: list[int] | bytes) -> None:
    """A property of the focused window."""
    display = Display(desktop.environment["DISPLAY"])
    atom = display.get_atom("_NET_ACTIVE_WINDOW")
    number = display.screen().root.get_full_property(atom, Xatom.WINDOW).value[0]
    window = display.create_resource_object("window", number)
    window.change_property(display.get_atom(name), kind, bits, values)
    display.sync()
    display.close()


def test_it_is_said_when_another_window_lies_over_it(desktop: Desktop, stage: X11Stage) -> None:
    stage.show(painting(200, 150), 50, 40, title=b"above")
    above = str(stage.number)
    stage.show(painting(300, 200), 20, 20, title=b"below")
    assert stage.screen.capture(FocusedWindow()).label == "Painter: below, 300 by 200"
    desktop.run("xdotool", "windowraise", above)
    until(
        lambda: stage.screen.capture(FocusedWindow()).label == "Painter: below, partly covered, 300 by 200",
        "the other window to be above",
    )


def test_the_shadow_that_a_window_draws_itself_is_left_out(desktop: Desktop, stage: X11Stage) -> None:
    picture = painting(300, 200)
    stage.show(picture, 100, 100)
    set_on_window(desktop, "_GTK_FRAME_EXTENTS", Xatom.CARDINAL, 32, [10, 20, 30, 40])
    assert stage.screen.rectangle(FocusedWindow()) == Rectangle(110, 130, 270, 130)
    assert same(decoded(stage.screen.capture(FocusedWindow())), picture.crop((10, 30, 280, 160)))


@pytest.mark.parametrize("extents", [[], [1], [10**6] * 4, [2**32 - 1] * 4])
def test_senseless_shadows(desktop: Desktop, stage: X11Stage, extents: list[int]) -> None:
    stage.show(painting(300, 200), 100, 100)
    set_on_window(desktop, "_GTK_FRAME_EXTENTS", Xatom.CARDINAL, 32, extents)
    try:
        assert stage.screen.capture(FocusedWindow()).label
    except ExpectedError as error:
        assert error.failure.code is Code.TARGET_OFF_SCREEN


@pytest.mark.parametrize("name", ["_NET_WM_PID", "_NET_WM_NAME", "WM_CLASS", "_NET_WM_STATE"])
def test_properties_of_another_kind(desktop: Desktop, stage: X11Stage, name: str) -> None:
    stage.show(painting(300, 200), 100, 100)
    for bits, values in ((8, b"odd"), (16, [1, 2, 3]), (32, [])):
        set_on_window(desktop, name, Xatom.STRING, bits, values)
        assert stage.screen.capture(FocusedWindow()).label


def test_a_window_that_is_gone(desktop: Desktop, stage: X11Stage) -> None:
    display = Display(desktop.environment["DISPLAY"])
    root = display.screen().root
    root.change_property(display.get_atom("_NET_ACTIVE_WINDOW"), Xatom.WINDOW, 32, [0x7FFFFF])
    display.sync()
    assert refusal(stage.screen, FocusedWindow()) is Code.NO_FOCUSED_WINDOW
    display.close()


def test_a_server_that_goes_away_and_comes_back() -> None:
    number = f":{40_000 + os.getpid() % 10_000}"
    with server(number):
        screen = X11Screen(number)
        assert refusal(screen, WholeScreen()) is Code.SCREEN_BLACK
    with server(number):
        assert refusal(screen, WholeScreen()) is Code.SCREEN_BLACK
        screen.close()


@contextmanager
def server(number: str) -> Iterator[None]:
    files = Path(f"/tmp/.X{number[1:]}-lock"), Path(f"/tmp/.X11-unix/X{number[1:]}")
    command = ["Xvfb", number, "-screen", "0", "320x200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: all(file.exists() for file in files), "the server")
            yield
        finally:
            process.terminate()
            process.wait()
            for file in files:  # it may be ended before it could clear up
                file.unlink(missing_ok=True)
