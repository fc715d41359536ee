"""The first start of the program with a screen reader running: all is heard once, and the real engine describes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.settings.store import SettingsStore
from tests.support import orca as real
from tests.support.desktop import ROOT, Desktop, Lines, missing, until
from tests.support.speechd import Daemon

pytestmark = pytest.mark.skipif(bool(missing() + real.missing()), reason="needs a desktop and orca")


@pytest.fixture
def desktop(orca_desktop: Desktop) -> Desktop:
    return orca_desktop


@pytest.fixture
def program(desktop: Desktop, daemon: Daemon, tmp_path: Path) -> Iterator[Lines]:
    with desktop.start(sys.executable, str(ROOT / "main.py"), HOME=str(tmp_path)) as program:
        desktop.activate(program, "First Steps")
        yield program
    assert [line for line in program.errors if "Traceback" in line] == []


def heard(daemon: Daemon, words: str) -> int:
    """How often, by whomever."""
    return sum(words in line["text"] for line in daemon.lines() if line.get("begun"))


def test_every_step_is_heard_once(desktop: Desktop, daemon: Daemon, program: Lines, tmp_path: Path) -> None:
    for last in ("Escape skips these steps", "a screen reader keeps its rate", "The settings can change all keys"):
        until(lambda last=last: heard(daemon, last), last)
        desktop.keys("Return")
    until(lambda: heard(daemon, "Tab, then Enter, goes on"), "the sample's step")
    desktop.keys("Return")
    until(lambda: heard(daemon, "drawing-1.png"), "the sample")
    until(lambda: "That was the description." in shown(desktop), "the description")
    desktop.keys("Tab", "Return")
    until(lambda: heard(daemon, "Enter ends the first steps"), "the last step")
    desktop.keys("Return")
    until(lambda: heard(daemon, "First steps done"), "the end")
    for once in (
        "Step 1 of 5: Welcome",
        "no picture and no description leaves it",
        "Step 2 of 5: Who speaks",
        "Step 3 of 5: The key",
        "Step 4 of 5: A first description",
        "Step 5 of 5: What else there is",
        "First steps done",
    ):
        assert heard(daemon, once) == 1, once
    assert SettingsStore(tmp_path / ".config" / "sparc-desktop" / "settings.json").load().settings.welcomed


def shown(desktop: Desktop) -> list[str]:
    return [widget.name for widget in desktop.widgets()]
