"""The first steps in the real program, with keys alone: from its first start to the window."""

import json
from collections.abc import Callable, Iterator

import pytest

from tests.support.desktop import Desktop, Lines, until

BEGIN = "Step 1 of 5: Welcome."
PICTURE = "drawing-1.png"


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    with desktop.window("--set", json.dumps({"welcomed": False})) as program:
        desktop.activate(program, "First Steps")
        yield program


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def hears(program: Lines, sentence: str) -> None:
    until(lambda: sentence in said(program), sentence)


def is_on(desktop: Desktop, name: str) -> Callable[[], bool]:
    return lambda: any(widget.focused and widget.name == name for widget in desktop.widgets())


def test_from_the_first_to_the_last(desktop: Desktop, program: Lines) -> None:
    hears(program, BEGIN)
    until(is_on(desktop, "English"), "the first control")
    desktop.keys("Return")
    hears(program, "Step 2 of 5: Who speaks.")
    until(is_on(desktop, "Own voice"), "the choice")
    desktop.keys("Tab", "Tab", "Return")
    hears(program, "The program's own voice: 200 words a minute.")
    desktop.keys("Tab", "Return")
    hears(program, "Step 3 of 5: The key.")
    until(is_on(desktop, "Next"), "the button")
    desktop.keys("ctrl+shift+F11")
    hears(program, "The key was heard.")
    desktop.keys("h")
    hears(program, "That works. Enter goes on.")
    assert any("W: describe the window." in sentence for sentence in said(program))
    desktop.keys("Return")
    hears(program, "Step 4 of 5: A first description.")
    until(is_on(desktop, "Describe the Picture"), "the button")
    desktop.keys("Return")
    hears(program, PICTURE)
    until(lambda: said(program)[-1] == "Nothing else is drawn.", "the description")
    desktop.keys("Tab", "Return")
    hears(program, "Step 5 of 5: What else there is.")
    desktop.keys("Return")
    hears(program, "First steps done.")
    until(lambda: not desktop.shows("First Steps"), "the window alone")
    until(lambda: any(widget.focused for widget in desktop.widgets()), "the focus in the window")
    assert said(program).count(BEGIN) == 1


def test_skipped_and_begun_again_in_the_menu(desktop: Desktop, program: Lines) -> None:
    hears(program, BEGIN)
    desktop.keys("Escape")
    hears(program, "First steps skipped.")
    until(lambda: not desktop.shows("First Steps"), "the window alone")
    desktop.activate(program, "SPARC Desktop")
    desktop.keys("alt+h", "f")
    until(lambda: said(program).count(BEGIN) == 2, "the first step again")
