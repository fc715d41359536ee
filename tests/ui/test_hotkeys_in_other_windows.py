"""Keys pressed in another program's window, and `sparc-desktop trigger`: described aloud, and the focus stays there."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.evaluate.world.drawing import draw, sample
from tests.support.desktop import FIELD, ROOT, SCREEN, Desktop, Lines, until
from tests.support.fake_engine import TEXT

LEADER = "ctrl+shift+F11"


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    """Ours, with its window behind the other one."""
    with desktop.window() as program:
        until(lambda: any(widget.focused for widget in desktop.widgets()), "the window")
        yield program


@pytest.fixture
def other(desktop: Desktop, program: Lines) -> Iterator[Lines]:
    """A text field of another process, which has the focus."""
    with desktop.text_field() as other:
        yield other


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def test_a_key_describes_the_window_in_front(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys("a", LEADER, "w", "b")
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
    assert said(program)[0] == FIELD
    assert " ".join(said(program)[1:]) == TEXT
    played = [line.removeprefix("played ") for line in program.lines if line.startswith("played ")]
    assert played[:2] == ["thinking", "captured"]
    assert "focus out" not in other.lines
    until(lambda: other.lines[-1] == "text ab", "what was typed, without the keys of the layer")


def test_reading_is_stopped_and_repeated_from_there(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys(LEADER, "s")
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description of the screen")
    assert said(program)[0] == SCREEN
    count = len(said(program))
    desktop.keys(LEADER, "a")
    until(lambda: len(said(program)) > count, "the description again")
    desktop.keys(LEADER, "x")
    until(lambda: program.lines.count("silenced") > 1, "silence")
    desktop.keys(LEADER, "h")
    until(lambda: "Escape: nothing." in said(program)[-1], "the help")
    assert "focus out" not in other.lines


def test_a_command_does_the_same(desktop: Desktop, program: Lines, other: Lines) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "trigger", "describe-window"], env=desktop.environment, timeout=30
    )
    assert done.returncode == 0
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
    assert "Another program" in said(program)[0]
    desktop.run(sys.executable, str(ROOT / "main.py"), "trigger", "open-result")
    until(desktop.is_in_description, "the description")
    assert "focus out" in other.lines


def test_a_black_screen_is_told_and_not_described(desktop: Desktop, program: Lines, tmp_path: Path) -> None:
    desktop.with_window("--name", "SPARC Desktop", "windowunmap", "--sync")
    desktop.run("xsetroot", "-solid", "black")
    desktop.keys(LEADER, "s")
    until(lambda: any("screen curtain" in text for text in said(program)), "the sentence")
    assert not any("drawing" in text for text in said(program))


def test_our_own_window_is_told_apart(desktop: Desktop, program: Lines) -> None:
    desktop.keys(LEADER, "w")
    until(lambda: any("this program's own" in text for text in said(program)), "the sentence")


def test_a_question_about_what_was_described(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys(LEADER, "w")
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
    desktop.keys(LEADER, "q")
    until(lambda: any(each.focused and each.name == "Question:" for each in desktop.widgets()), "the question's field")
    desktop.type("What is it?")
    desktop.keys("Return")
    until(lambda: said(program)[-1:] == ["You asked: What is it?"], "the answer")
    last = ["Nothing else is drawn.", "Question: What is it?", "You asked: What is it?"]
    assert desktop.sentences()[-3:] == last


def test_the_control_with_the_focus_is_found_behind_the_layer(desktop: Desktop, program: Lines) -> None:
    """While the layer has the keyboard, the window in front believes that it has lost the focus."""
    with desktop.start(sys.executable, "-m", "tests.support.form_window", "3") as form:
        until(lambda: form.lines, "the form")
        desktop.activate(form, "Order")
        for key, label in (("Tab", "Send, push button, Form, "), ("Tab", "Pear, list item, Form, ")):
            desktop.keys(key, LEADER)
            time.sleep(0.5)  # as a person does; windows hear of a shorter grab only when it is over
            desktop.keys("f")
            until(lambda: any(text.startswith(label) for text in said(program)), label)  # noqa: B023  (at once)
    assert not any("can't be found" in text for text in said(program))


def test_a_part_of_the_screen_is_chosen_with_keys(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys(LEADER, "l")
    until(lambda: any(text.startswith("No part of the screen has been described") for text in said(program)), "a word")
    focus = desktop.run("xdotool", "getwindowfocus")
    desktop.keys("a", LEADER, "r")
    begun = "Choose a part of the screen. All of it: 1280 by 1024, at 0, 0. H for help."
    until(lambda: begun in said(program), "the choice")
    desktop.keys("5")
    until(lambda: "Centre: 427 by 341, at 426, 341." in said(program), "the place")
    assert desktop.run("xdotool", "getwindowfocus") == focus
    desktop.keys("Return", "b")
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
    assert said(program)[-5] == "Region 427 by 341"
    assert other.lines[-1] == "text ab"
    # Qt takes it for a loss of the focus when the keyboard is grabbed for long; the server knows better.
    assert desktop.run("xdotool", "getwindowfocus") == focus


def test_the_choice_is_given_up_and_begun_by_a_command(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.run(sys.executable, str(ROOT / "main.py"), "trigger", "describe-region")
    until(lambda: any(text.startswith("Choose a part") for text in said(program)), "the choice")
    desktop.keys("7", "Escape", "c")
    until(lambda: said(program)[-1] == "No part of the screen was chosen.", "the end")
    until(lambda: other.lines[-1] == "text c", "the keyboard")


def test_a_key_pressed_again_recalls_the_description(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys(LEADER, "w")
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
    first = said(program)
    captured = program.lines.count("played captured")
    desktop.keys(LEADER, "w")
    until(lambda: len(said(program)) >= 2 * len(first), "the description again")
    assert said(program) == first * 2
    assert program.lines.count("played captured") == captured
    desktop.keys("a", LEADER, "d")
    until(lambda: program.lines.count("played captured") > captured, "the picture described anew")


def test_a_newer_picture_wins_and_it_is_said(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.window("--engine", "--delay", "0.2") as program, desktop.text_field():
        desktop.keys(LEADER, "s")
        until(lambda: f"said {SCREEN}" in program.lines, "the first description")
        desktop.keys(LEADER, "w")
        until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
        heard = said(program)
        left = heard.index(f"Left off: {SCREEN}.")
        assert heard[left + 1] == FIELD
        assert heard.count("Nothing else is drawn.") == 1


def test_the_help_in_the_middle_keeps_the_description(desktop: Desktop) -> None:
    with desktop.window("--engine", "--delay", "0.1") as program, desktop.text_field():
        desktop.keys(LEADER, "s")
        until(lambda: f"said {SCREEN}" in program.lines, "the description")
        desktop.keys(LEADER, "h")
        until(lambda: "Escape: nothing." in said(program)[-1], "the help")
        until(lambda: " ".join(desktop.sentences()) == TEXT, "all of it in the window")
        desktop.keys(LEADER, "a")
        until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")


def test_a_picture_on_the_clipboard_is_described(
    desktop: Desktop, program: Lines, other: Lines, tmp_path: Path
) -> None:
    picture = tmp_path / "drawing.png"
    draw(sample("validation", 7, count=5), 960).save(picture)
    desktop.copy(picture, "image/png")
    desktop.keys(LEADER, "c")
    until(lambda: said(program)[-1:] == ["Nothing else is drawn."], "the description")
    assert said(program)[0] == "Pasted picture"
    assert "focus out" not in other.lines
