"""The whole chain with nothing replaced: keys into the real window, the real engine, the real voice, heard as sound."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import Desktop, Lines, until
from tests.support.real_program import SAMPLE, caption, description_of, real_program, sentences
from tests.support.sound import RIGHT, Recorder, SoundServer, expected, hear, likeness, loud_seconds

pytestmark = pytest.mark.timeout(300)  # a description is heard up to three times, at the pace of speech


@pytest.fixture(scope="module")
def description() -> str:
    return description_of(SAMPLE)


@pytest.fixture
def program(desktop: Desktop, server: SoundServer, tmp_path: Path) -> Iterator[Lines]:
    with real_program(desktop, tmp_path, PULSE_SERVER=server.environment["PULSE_SERVER"]) as program:
        yield program


def paste(desktop: Desktop) -> None:
    desktop.copy(SAMPLE, "image/png")
    desktop.keys("ctrl+v")


def test_a_pasted_picture_is_written_and_heard(
    desktop: Desktop, program: Lines, recorder: Recorder, description: str
) -> None:
    paste(desktop)
    until(lambda: caption(desktop) == description, "the description")
    first = sentences(description)[0]
    hear(recorder, [first], again=lambda: desktop.keys("F5"))
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
