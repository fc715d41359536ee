"""What goes wrong in earnest after a key was pressed in another program: it is told, and nothing is lost."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import FIELD, ROOT, Desktop, Lines, until
from tests.support.fake_engine import TEXT
from tests.support.real_program import DRAWING, SAMPLE, caption, description_of, picture_window, real_program
from tests.support.sound import children

LEADER = "ctrl+shift+F11"
PRESSES = 10
LAST = "Nothing else is drawn."
SLOW = ("--engine", "--delay", "0.1")  # more than 3 seconds a description: longer than the ten presses


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    """The window with an engine that takes its time, behind the other one."""
    with desktop.window(*SLOW) as program:
        until(lambda: any(widget.focused for widget in desktop.widgets()), "the window")
        yield program


@pytest.fixture
def other(desktop: Desktop, program: Lines) -> Iterator[Lines]:
    with desktop.text_field() as other:
        yield other


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def shows(desktop: Desktop, text: str) -> bool:
    return any(text in widget.name for widget in desktop.widgets() if widget.showing)


def engine_of(program: Lines) -> int:
    processes = children(parent=program.process.pid)
    return next(pid for pid in processes if "fake_engine" in Path(f"/proc/{pid}/cmdline").read_text())


def played(program: Lines, earcon: str) -> int:
    return program.lines.count(f"played {earcon}")


def test_of_ten_pictures_in_a_second_the_newest_is_told(desktop: Desktop, program: Lines, other: Lines) -> None:
    until(lambda: shows(desktop, "Ready"), "the engine")
    desktop.run("xdotool", "key", "--delay", "10", *(LEADER, "s", LEADER, "w") * (PRESSES // 2))
    until(lambda: played(program, "done"), "the end")
    assert 0 < played(program, "captured") <= PRESSES, "what a newer press has overtaken is left out"
    assert " ".join(said(program)).endswith(f"{FIELD} {TEXT}")
    assert said(program).count(LAST) == 1
    assert played(program, "error") == 0
    desktop.keys(LEADER, "a")
    until(lambda: said(program).count(LAST) == 2, "the program to go on")
    assert "focus out" not in other.lines


def test_ten_presses_over_one_picture_ask_the_engine_once(desktop: Desktop, program: Lines, tmp_path: Path) -> None:
    until(lambda: shows(desktop, "Ready"), "the engine")
    with picture_window(desktop, SAMPLE, tmp_path) as other:
        desktop.run("xdotool", "key", "--delay", "10", *(LEADER, "w") * PRESSES)
        until(lambda: played(program, "done"), "the end")
        assert 1 < said(program).count(DRAWING) <= PRESSES, "unless the next press is quicker than the voice"
        assert " ".join(said(program)).endswith(f"{DRAWING} {TEXT}")
        assert said(program).count(LAST) == 1
        assert (played(program, "captured"), played(program, "error")) == (1, 0)
        assert other.lines[1:] == ["focus in"]


def test_an_engine_killed_while_it_writes_is_told_and_replaced(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys(LEADER, "w")
    written = until(lambda: caption(desktop), "the first words")
    os.kill(engine_of(program), signal.SIGKILL)
    until(lambda: "stopped unexpectedly" in said(program)[-1], "the sentence")
    assert played(program, "error") == 1
    assert caption(desktop).startswith(written)
    assert "stopped unexpectedly" in caption(desktop)
    desktop.keys(LEADER, "a")
    until(lambda: sum("stopped unexpectedly" in each for each in said(program)) == 2, "what was written, read again")
    assert said(program)[-2] in TEXT
    desktop.keys(LEADER, "w")
    until(lambda: said(program)[-1:] == [LAST], "the next description")
    assert caption(desktop) == TEXT
    assert "focus out" not in other.lines


def test_a_second_start_leads_to_the_first_and_nothing_is_said_twice(
    desktop: Desktop, program: Lines, other: Lines
) -> None:
    second = desktop.start(sys.executable, str(ROOT / "main.py"))
    second.process.wait(60)
    second.end()
    assert (second.process.returncode, second.errors) == (0, [])
    until(desktop.is_in_description, "the first's window")
    with desktop.text_field():
        asked = subprocess.run(
            [sys.executable, ROOT / "main.py", "trigger", "describe-window"], env=desktop.environment, timeout=60
        )
        assert asked.returncode == 0
        until(lambda: said(program)[-1:] == [LAST], "the description")
        until(lambda: played(program, "done"), "the end")
    assert played(program, "captured") == 1
    assert " ".join(said(program)) == f"{FIELD} {TEXT}"


@pytest.mark.skipif(bool(list(Path("/dev/snd").glob("pcm*p"))), reason="this machine has a sound card")
def test_without_a_sound_device_it_is_shown_and_announced(desktop: Desktop, tmp_path: Path) -> None:
    refused = "There is no sound device, so nothing can be spoken."
    reader = desktop.listen()

    def announced() -> list[str]:
        lines = [json.loads(line) for line in reader.lines]
        return [line["text"] for line in lines if "announcement" in line["type"] and line["text"].startswith(refused)]

    with (
        real_program(desktop, tmp_path, PULSE_SERVER="unix:/nowhere"),
        picture_window(desktop, SAMPLE, tmp_path) as other,
    ):
        for presses in (1, 2):
            desktop.keys(LEADER, "w")
            until(lambda presses=presses: len(announced()) == presses, "the announcement")
            until(lambda: caption(desktop) == description_of(SAMPLE), "the description")
            until(lambda: shows(desktop, refused), "the sentence")
        assert other.lines[1:] == ["focus in"]
    reader.end()
