"""F1 on a real desktop: by the window's own key, in a modal dialog, in an open menu, and in the help itself."""

import sys
from collections.abc import Iterator

import pytest

from tests.support.desktop import Desktop, Lines, until

TITLE = "What can be done here"


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    with desktop.start(sys.executable, "-m", "tests.support.help_program") as running:
        desktop.activate(running, "Main")
        yield running


def said(program: Lines, count: int) -> str:
    until(lambda: len([line for line in program.lines if line.startswith("said")]) >= count, f"help number {count}")
    spoken = [line.removeprefix("said ") for line in program.lines if line.startswith("said")]
    assert len(spoken) == count  # the menu's own key and the filter's don't both answer
    return spoken[-1]


def test_f1_is_answered_everywhere_once_and_escape_leads_back(desktop: Desktop, program: Lines) -> None:
    desktop.keys("F1")
    assert said(program, 1).startswith("You are here: Question, in the window Main.")
    desktop.activate(program, TITLE)
    desktop.keys("F1")
    assert "This is the help itself." in said(program, 2)
    desktop.keys("Escape")
    until(lambda: not desktop.shows(TITLE), "the help to close")

    desktop.activate(program, "Main")
    desktop.keys("Return")
    desktop.activate(program, "Modal")
    desktop.keys("F1")
    assert "You are here: Send, in the window Modal. A button." in said(program, 3)
    desktop.activate(program, TITLE)
    desktop.keys("Escape")
    until(lambda: not desktop.shows(TITLE), "the help to close")
    desktop.activate(program, "Modal")
    desktop.keys("Escape")
    until(lambda: not desktop.shows("Modal"), "the dialog to close")

    desktop.activate(program, "Main")
    desktop.keys("alt+f")
    until(lambda: "menu" in program.lines, "the menu")
    desktop.keys("F1")
    assert "You are here: File, in the window Main. A menu." in said(program, 4)
    until(lambda: desktop.shows(TITLE), "the help over a menu")
    assert program.complaints() == []
