"""The program with nothing replaced, in a home of its own, and what it must say about a sample picture."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sparc_desktop.resources import assets
from sparc_desktop.settings.model import CaptionSettings, Settings
from sparc_desktop.settings.store import SettingsStore
from tests.support.desktop import ROOT, Desktop, Lines, until

SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]
SHORT = CaptionSettings(length="short")  # each word is heard, at the pace of speech
DRAWING = "Painter: Drawing, 960 by 960"  # what is said of a picture of `picture_window` with the sample


@cache
def description_of(picture: Path) -> str:
    """What the command line writes: the window must write and say the same."""
    command = [sys.executable, ROOT / "main.py", "describe", "--length", SHORT.length, picture]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def sentences(description: str) -> list[str]:
    """One by one."""
    return [f"{sentence}." for sentence in description.removesuffix(".").split(". ")]


@contextmanager
def real_program(desktop: Desktop, home: Path, **environment: str) -> Iterator[Lines]:
    """`main.py` with its own voice, its window in front; it must end without a complaint."""
    SettingsStore(home / ".config" / "sparc-desktop" / "settings.json").save(
        Settings(output="own", welcomed=True, captions=SHORT)
    )
    with desktop.start(sys.executable, str(ROOT / "main.py"), HOME=str(home), **environment) as program:
        desktop.activate(program, "SPARC Desktop")
        until(lambda: any(widget.focused for widget in desktop.widgets()), "the focus")
        yield program
        desktop.activate(program, "SPARC Desktop")
        desktop.keys("ctrl+q")
        program.process.wait(20)
    assert [line for line in program.errors if "Traceback" in line] == []


@contextmanager
def picture_window(desktop: Desktop, picture: Path, folder: Path, title: str = "Drawing") -> Iterator[Lines]:
    """Another program, which has the focus: its window, called `title`, is the picture and nothing else."""
    named = folder / "title"
    named.write_text(title)
    command = (sys.executable, "-m", "tests.support.painted_window", str(picture), "0", "0")
    with desktop.start(*command, "--title", str(named), "--stay") as window:
        number = until(lambda: window.lines, "the window")[0]
        until(lambda: desktop.run("xdotool", "windowactivate", number) == "", "the window to come to the front")
        until(lambda: "focus in" in window.lines, "the focus")
        yield window


def caption(desktop: Desktop) -> str:
    """The description in the window."""
    return " ".join(desktop.sentences())
