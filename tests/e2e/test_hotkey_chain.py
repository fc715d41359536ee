"""A key pressed in another program's window, with nothing replaced: its picture described by the engine, and heard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import Desktop, Lines, until
from tests.support.real_program import (
    DRAWING,
    SAMPLE,
    caption,
    description_of,
    picture_window,
    real_program,
    sentences,
)
from tests.support.sound import RIGHT, Recorder, SoundServer, expected, hear, likeness, loud_seconds

LEADER = "ctrl+shift+F11"
pytestmark = pytest.mark.timeout(300)  # a description is heard up to three times, at the pace of speech


@pytest.fixture
def program(desktop: Desktop, server: SoundServer, tmp_path: Path) -> Iterator[Lines]:
    with real_program(desktop, tmp_path, PULSE_SERVER=server.environment["PULSE_SERVER"]) as program:
        yield program


@pytest.fixture
def other(desktop: Desktop, program: Lines, tmp_path: Path) -> Iterator[Lines]:
    with picture_window(desktop, SAMPLE, tmp_path) as other:
        yield other


def test_the_window_in_front_is_described_aloud(desktop: Desktop, other: Lines, recorder: Recorder) -> None:
    def press() -> None:
        desktop.keys(LEADER, "w")

    press()
    until(lambda: caption(desktop) == description_of(SAMPLE), "the description")
    hear(recorder, [DRAWING, *sentences(description_of(SAMPLE))], again=press)
    assert likeness(recorder.samples(), expected(DRAWING.replace("Drawing", "Tractor"))) < RIGHT
    assert other.lines[1:] == ["focus in"], "the focus stays where it is"


def test_stop_is_silence_and_repeat_begins_anew(
    desktop: Desktop, other: Lines, server: SoundServer, recorder: Recorder
) -> None:
    def repeat() -> None:
        desktop.keys(LEADER, "a")

    desktop.keys(LEADER, "w")
    until(lambda: caption(desktop) == description_of(SAMPLE), "the description")
    until(lambda: server.streams() > 0, "the voice")
    desktop.keys(LEADER, "x")
    until(lambda: server.streams() == 0, "silence")
    recorder.settle(1.0)  # what was on its way; a busy machine takes its time
    recorder.forget()
    recorder.settle(1.0)
    assert loud_seconds(recorder.samples()) == 0.0
    repeat()
    hear(recorder, sentences(description_of(SAMPLE)), again=repeat)
    assert other.lines[1:] == ["focus in"], "the focus stays where it is"
