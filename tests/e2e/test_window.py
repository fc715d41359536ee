"""The whole chain with nothing replaced: keys into the real window, the real engine, the real voice, heard as sound."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.resources import assets
from tests.support.desktop import ROOT, Desktop, Lines, missing, until
from tests.support.sound import (
    Recorder,
    SoundServer,
    expected,
    likeness,
    loud_seconds,
    missing_tools,
    sound_server,
    wait_until,
)

SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]
SECONDS_OF_SPEECH = 30  # more than the description takes
RIGHT = 0.9  # a sentence with one word changed is below 0.6
pytestmark = pytest.mark.skipif(bool(missing() + missing_tools()), reason="needs a desktop and a sound server")


@pytest.fixture(scope="module")
def description() -> str:
    """What the command line writes for the sample: the window must write and say the same."""
    command = [sys.executable, ROOT / "main.py", "describe", SAMPLE]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    with sound_server(tmp_path_factory.mktemp("sound")) as server:
        yield server


@pytest.fixture
def recorder(server: SoundServer) -> Iterator[Recorder]:
    recorder = Recorder(server.environment)
    yield recorder
    recorder.stop()


@pytest.fixture
def program(desktop: Desktop, server: SoundServer, tmp_path: Path) -> Iterator[Lines]:
    """`main.py` without arguments, in a home of its own, and its window in front."""
    own = {"HOME": str(tmp_path), "PULSE_SERVER": server.environment["PULSE_SERVER"]}
    program = desktop.start(sys.executable, str(ROOT / "main.py"), **own)
    desktop.activate(program, "SPARC Desktop")
    until(lambda: any(widget.focused for widget in desktop.widgets()), "the focus")
    yield program
    desktop.keys("ctrl+q")
    program.process.wait(20)
    program.end()
    assert [line for line in program.errors if "Traceback" in line] == []


def paste(desktop: Desktop) -> None:
    desktop.copy(SAMPLE, "image/png")
    desktop.keys("ctrl+v")


def caption(desktop: Desktop) -> str:
    return next(widget.text or "" for widget in desktop.widgets() if widget.role == "text").strip()


def test_a_pasted_picture_is_written_and_heard(
    desktop: Desktop, program: Lines, recorder: Recorder, description: str
) -> None:
    paste(desktop)
    until(lambda: caption(desktop) == description, "the description")
    first = description.split(". ")[0] + "."
    for _ in range(3):  # an overloaded machine breaks the sound now and then
        with contextlib.suppress(TimeoutError):
            wait_until(lambda: likeness(recorder.samples(), expected(first)) > RIGHT, SECONDS_OF_SPEECH)
            break
        desktop.keys("F5")
    assert likeness(recorder.samples(), expected(first)) > RIGHT
    wrong = first.replace("background", "elephant")
    assert likeness(recorder.samples(), expected(wrong)) < RIGHT


def test_escape_is_silence_and_the_text_stays(
    desktop: Desktop, program: Lines, server: SoundServer, recorder: Recorder, description: str
) -> None:
    paste(desktop)
    until(lambda: caption(desktop) == description, "the description")
    hush(desktop, server, recorder)
    recorder.forget()
    desktop.keys("F5")  # from the beginning, and without waiting for the engine
    until(lambda: loud_seconds(recorder.samples()) > 1, "the voice")
    heard = hush(desktop, server, recorder)
    assert 1 < heard < loud_seconds(expected(description))
    assert caption(desktop) == description


def hush(desktop: Desktop, server: SoundServer, recorder: Recorder) -> float:
    """Press Escape; the seconds recorded until then, after which nothing more of what was waiting may come."""
    desktop.keys("Escape")
    until(lambda: server.streams() == 0, "silence")
    recorder.settle(1.0)  # what was on its way; a busy machine takes its time
    heard = loud_seconds(recorder.samples())
    recorder.settle(1.0)
    assert loud_seconds(recorder.samples()) == heard
    return heard
