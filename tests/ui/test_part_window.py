"""A part of the screen chosen in the program's own window, with the real mouse and the real keys of an X server."""

from collections.abc import Iterator

import pytest

from tests.support.desktop import Desktop, Lines, until


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    with desktop.window() as program:
        yield program


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def choose(desktop: Desktop, program: Lines) -> None:
    desktop.keys("ctrl+shift+p")
    begun = "Choose a part of the screen. All of it: 1280 by 1024, at 0, 0. H for help."
    until(lambda: begun in said(program), "the choice")
    desktop.activate(program, "^Choose a Part of the Screen")


def drag(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    (left, top), (right, bottom) = start, end
    desktop.run("xdotool", "mousemove", str(left), str(top), "mousedown", "1")
    desktop.run("xdotool", "mousemove", str(right - 5), str(bottom), "mousemove", str(right), str(bottom))
    desktop.run("xdotool", "mouseup", "1")


def is_back(desktop: Desktop) -> bool:
    return desktop.is_in_description()


def test_with_the_mouse(desktop: Desktop, program: Lines) -> None:
    with desktop.text_field():
        desktop.activate(program, "SPARC Desktop")
        choose(desktop, program)
        drag(desktop, (40, 40), (1240, 980))
        until(lambda: said(program)[-1] == "Centre: 1200 by 940, at 40, 40.", "what was drawn")
        drag(desktop, (100, 100), (104, 104))
        desktop.run("xdotool", "mousemove", "300", "300", "click", "--repeat", "2", "--delay", "50", "1")
        until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
        assert "Region 1200 by 940" in said(program)
        until(lambda: is_back(desktop), "the window again")


def test_with_keys(desktop: Desktop, program: Lines) -> None:
    with desktop.text_field():
        desktop.activate(program, "SPARC Desktop")
        choose(desktop, program)
        desktop.keys("7")
        until(lambda: said(program)[-1] == "Upper left: 426 by 341, at 0, 0.", "the step")
        focused = next(widget for widget in desktop.widgets() if widget.focused)
        # Without a description that changes: a screen reader would say it, too.
        assert (focused.name, focused.description) == ("Choose a Part of the Screen", "")
        desktop.keys("Escape")
        until(lambda: said(program)[-1] == "No part of the screen was chosen.", "the end")
        until(lambda: is_back(desktop), "the window again")


def test_closed_by_the_desktop_it_gives_the_window_back(desktop: Desktop, program: Lines) -> None:
    with desktop.text_field():
        desktop.activate(program, "SPARC Desktop")
        choose(desktop, program)
        desktop.keys("alt+F4")
        until(lambda: said(program)[-1] == "No part of the screen was chosen.", "the end")
        until(lambda: is_back(desktop), "the window again")
        assert said(program).count("No part of the screen was chosen.") == 1


def test_a_black_screen_gives_the_window_back(desktop: Desktop, program: Lines) -> None:
    desktop.run("xsetroot", "-solid", "black")
    desktop.keys("ctrl+shift+p")
    until(lambda: any("screen curtain" in text for text in said(program)), "the sentence")
    until(lambda: is_back(desktop), "the window again")
