"""The icon in a real tray, its menu, and closing into the background; all of it goes without a tray, too."""

import json
import shutil
from collections.abc import Iterator

import pytest

from tests.support.desktop import Desktop, Lines, until

TRAY = ("trayer", "--edge", "bottom", "--align", "right", "--height", "32", "--widthtype", "request")
BACKGROUND = (
    "The program goes on in the background. Ctrl+Shift+F11, then O shows its window; there Ctrl+Q ends the program."
)
LARGEST = 40  # pixels that an icon in a tray is high at most
HIDING = ("--set", json.dumps({"close_hides": True}))


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    with desktop.window(*HIDING) as program:
        yield program
    assert program.complaints() == []


@pytest.fixture
def tray(desktop: Desktop) -> Iterator[Lines]:
    if shutil.which("trayer") is None:
        pytest.skip("a tray needs trayer")
    with desktop.start(*TRAY) as tray:
        yield tray


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def windows(desktop: Desktop, program: Lines) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of all that the program has on the screen."""
    found = []
    for window in desktop._try("xdotool", "search", "--onlyvisible", "--pid", str(program.process.pid)).stdout.split():
        shown = desktop._try("xdotool", "getwindowgeometry", "--shell", window).stdout.split()
        if place := dict(line.split("=") for line in shown):
            found.append((int(place["X"]), int(place["Y"]), int(place["WIDTH"]), int(place["HEIGHT"])))
    return found


def icon(desktop: Desktop, program: Lines) -> tuple[int, int] | None:
    """Where its middle is."""
    for left, top, width, height in windows(desktop, program):
        if 8 < height <= LARGEST and top > 900:
            return left + width // 2, top + height // 2
    return None


def at_rest(desktop: Desktop, program: Lines) -> tuple[int, int] | None:
    """The same once it moves no more: a tray makes room for a new icon."""
    place = icon(desktop, program)
    return place if place == icon(desktop, program) else None


def is_open(desktop: Desktop, program: Lines) -> bool:
    """Is the icon's menu? The window is closed."""
    return any(height > LARGEST for *_, height in windows(desktop, program))


def click(desktop: Desktop, program: Lines, button: int) -> None:
    x, y = until(lambda: at_rest(desktop, program), "the icon")
    desktop.run("xdotool", "mousemove", str(x), str(y), "click", str(button))


def close(desktop: Desktop, program: Lines) -> None:
    desktop.activate(program, "SPARC Desktop")
    desktop.keys("alt+F4")
    until(lambda: not desktop.shows("SPARC Desktop"), "the empty screen")


def test_an_icon_in_a_tray_that_comes_later(desktop: Desktop, program: Lines, tray: Lines) -> None:
    close(desktop, program)
    until(lambda: BACKGROUND in said(program), "the sentence")
    click(desktop, program, 1)
    until(lambda: desktop.shows("SPARC Desktop"), "the window")
    close(desktop, program)
    click(desktop, program, 3)
    until(lambda: is_open(desktop, program), "the menu")
    desktop.keys("d")
    until(lambda: "Screen, 1280 by 1024" in said(program), "the screen")
    assert said(program).count(BACKGROUND) == 1


def test_without_a_tray_the_keys_bring_it_back_and_end_it(desktop: Desktop, program: Lines) -> None:
    close(desktop, program)
    until(lambda: BACKGROUND in said(program), "the sentence")
    assert icon(desktop, program) is None
    desktop.keys("ctrl+shift+F11")
    desktop.keys("o")
    until(lambda: desktop.shows("SPARC Desktop"), "the window")
    close(desktop, program)
    desktop.keys("ctrl+shift+F11")
    desktop.keys("o")
    desktop.activate(program, "SPARC Desktop")
    desktop.keys("ctrl+q")
    until(lambda: program.process.poll() is not None, "the end")
    assert program.process.returncode == 0
    assert said(program).count(BACKGROUND) == 1


def test_without_the_setting_there_is_no_icon(desktop: Desktop, tray: Lines) -> None:
    with (
        desktop.window("--set", json.dumps({"tray": False})) as without,
        desktop.window() as with_icon,
    ):
        until(lambda: icon(desktop, with_icon), "the other program's icon")
        assert icon(desktop, without) is None
