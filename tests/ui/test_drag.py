"""Real drags from another program's window into ours, with the mouse."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sparc_desktop.evaluate.world.drawing import draw, sample
from tests.support.desktop import Desktop, Lines, until
from tests.support.fake_engine import TEXT


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    with desktop.window() as program:
        until(lambda: any("Ready" in widget.name for widget in desktop.widgets()), "the window")
        yield program


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    draw(sample("validation", 7, count=5), 960).save(tmp_path / "one.png")
    others = [tmp_path / "two 2.png", tmp_path / "三.png"]
    for other in others:
        shutil.copy(tmp_path / "one.png", other)
    return [tmp_path / "one.png", *others]


def place(desktop: Desktop, name: str) -> tuple[int, int]:
    """The middle of a window."""
    number = desktop.run("xdotool", "search", "--onlyvisible", "--name", name).split()[0]
    shell = desktop.run("xdotool", "getwindowgeometry", "--shell", number)
    fields = dict(line.split("=") for line in shell.splitlines())
    x, y, width, height = (int(fields[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
    return x + width // 2, y + height // 2


@contextmanager  # the source has to live until its data has been fetched
def drag(desktop: Desktop, kind: str, *names: object) -> Iterator[str]:
    """Drag this into the program's window; what the source says has become of it."""
    with desktop.start(sys.executable, "-m", "tests.support.drag_source", kind, *map(str, names)) as source:
        until(lambda: "ready" in source.lines and desktop.shows("^Handle$"), "the source")
        desktop.activate(source, "^Handle$")
        left, top = place(desktop, "^Handle$")
        x, y = place(desktop, "SPARC Desktop")
        desktop.run("xdotool", "mousemove", str(left), str(top), "mousedown", "1")
        for step in range(1, 11):  # as a hand does: the source notices only a movement, the target only where it passes
            at = (str(left + (x - left) * step // 10), str(top + (y - top) * step // 10))
            desktop.run("xdotool", "mousemove", *at, "sleep", "0.03")
        desktop.run("xdotool", "mousemove_relative", "1", "1", "sleep", "0.2", "mouseup", "1")
        yield str(until(lambda: source.lines[1:], "the end of the drag")[0])


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def rows(desktop: Desktop, parent: str) -> list[str]:
    return [widget.name for widget in desktop.widgets() if widget.role == "list item" and widget.parent == parent]


def test_a_file(desktop: Desktop, program: Lines, pictures: list[Path]) -> None:
    with drag(desktop, "files", pictures[0]) as action:
        assert action == "CopyAction"
        until(lambda: " ".join(desktop.sentences()) == TEXT, "the description")
    assert said(program)[0] == "one.png"


def test_several_files_become_a_queue(desktop: Desktop, program: Lines, pictures: list[Path]) -> None:
    described = [f"{picture.name}, described" for picture in pictures]
    with drag(desktop, "files", *pictures) as action:
        assert action == "CopyAction"
        until(lambda: rows(desktop, "Pictures") == described, "all of them")
    until(lambda: any(text.startswith("All waiting pictures are described.") for text in said(program)), "the end")
    until(lambda: "Nothing else is drawn." in said(program), "the end of the first")
    assert said(program)[0] == "one.png"
    assert said(program).count("Nothing else is drawn.") == 1, "only the first is read without being asked"
    desktop.activate(program, "SPARC Desktop")
    desktop.keys("ctrl+Next")
    until(lambda: "two 2.png: picture 2 of 3." in said(program), "the next one")
    assert " ".join(desktop.sentences()) == TEXT
    count = said(program).count("Nothing else is drawn.")
    desktop.keys("F5")
    until(lambda: said(program).count("Nothing else is drawn.") > count, "its description, read")


def test_the_pixels_of_a_picture(desktop: Desktop, program: Lines, pictures: list[Path]) -> None:
    with drag(desktop, "image", pictures[0]) as action:
        assert action == "CopyAction"
        until(lambda: " ".join(desktop.sentences()) == TEXT, "the description")
    assert said(program)[0] == "Dropped picture"


def test_a_name_as_text(desktop: Desktop, program: Lines, pictures: list[Path]) -> None:
    with drag(desktop, "text", pictures[1]) as action:
        assert action == "CopyAction"
        until(lambda: said(program)[:1] == ["two 2.png"], "the picture")


def test_an_address_of_the_web_is_not_taken(desktop: Desktop, program: Lines) -> None:
    """Nothing is fetched from the network."""
    with drag(desktop, "address", "https://example.org/cat.png") as action:
        assert action == "IgnoreAction"
    assert said(program) == []
