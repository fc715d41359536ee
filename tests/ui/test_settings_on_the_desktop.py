"""The settings window among other programs: real keys, and what a screen reader is told of its controls."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.services.key_binding import DIRECT_SLOTS, slot_name
from sparc_desktop.settings.store import SettingsStore
from tests.support.desktop import Desktop, Lines, Widget, until

FIRST, SECOND = "ctrl+shift+F11", "ctrl+shift+F12"
PROGRAM = "sparc-settings"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def program(desktop: Desktop, file: Path) -> Iterator[Lines]:
    """The settings window, with the focus."""
    command = (sys.executable, "-m", "tests.support.settings_program", "--settings", str(file), "--page", "keys")
    with desktop.start(*command) as program:
        desktop.activate(program, "Settings")
        until(lambda: focused(desktop), "the focus")
        yield program
    assert program.complaints() == []


def focused(desktop: Desktop) -> Widget | None:
    """What has the focus. The current item of each list says so of itself, too, wherever the focus is."""
    return next((each for each in desktop.widgets(PROGRAM) if each.focused and each.role != "list item"), None)


def focus(desktop: Desktop, name: str, key: str = "Tab") -> Widget:
    """Press this until a control of that name has the focus."""
    for _ in range(60):
        if (at := focused(desktop)) and at.name.startswith(name):
            return at
        desktop.keys(key)
    raise AssertionError(f"{key} does not lead to {name}")


def test_a_new_leader_is_pressed_in_the_window_and_works_in_another(
    desktop: Desktop, program: Lines, file: Path
) -> None:
    leader = focus(desktop, "The leader key")
    assert (leader.name, leader.role) == ("The leader key: Ctrl+Shift+F11", "push button")
    assert leader.description == "Default: Ctrl+Shift+F11."
    reader = desktop.listen()
    desktop.keys("Return")
    until(lambda: any("Press the new key. Escape" in line for line in reader.lines), "the invitation")
    desktop.keys(SECOND)
    until(lambda: (at := focused(desktop)) and at.name == "The leader key: Ctrl+Shift+F12", "the name of the button")
    assert SettingsStore(file).load().settings.hotkeys.leader == "Ctrl+Shift+F12"
    assert not any(line.startswith("heard") for line in program.lines)
    with desktop.text_field() as field:
        desktop.keys("a", FIRST, "x", SECOND, "x", "b")
        until(lambda: field.lines[-1] == "text axb", "what is not ours")
        until(lambda: program.lines.count("heard stop") == 1, "the new key, and it alone")


def test_our_own_leader_can_be_pressed_where_it_is_refused(desktop: Desktop, program: Lines) -> None:
    focus(desktop, f"{slot_name(DIRECT_SLOTS[-1])}: none", "shift+Tab")
    reader = desktop.listen()
    desktop.keys("space")
    until(lambda: any("Press the new key. Escape" in line for line in reader.lines), "the invitation")
    desktop.keys(FIRST)
    until(lambda: any("is needed for something else" in line for line in reader.lines), "the refusal")
    assert not any(line.startswith(("heard", "changed")) for line in program.lines)
    desktop.keys(FIRST, "x")
    until(lambda: "heard stop" in program.lines, "the leader again")


def test_what_a_screen_reader_is_told(desktop: Desktop, program: Lines) -> None:
    desktop.keys("ctrl+Prior")
    until(lambda: any(each.name == "Rate:" and each.showing for each in desktop.widgets(PROGRAM)), "the page")
    shown = [each for each in desktop.widgets(PROGRAM) if each.showing and each.focusable]
    roles = {(each.role, each.name.rstrip(":")) for each in shown}
    assert {("list", "Pages"), ("spin button", "Rate"), ("check box", "Picture taken")} <= roles
    assert {each.name for each in shown if not each.name and each.role != "combo box"} == set()
    (rate,) = [each for each in shown if each.role == "spin button" and each.name.startswith("Rate")]
    assert "words a minute" in rate.description
    assert (rate.text, rate.value) == ("175 words a minute", 175)
