"""A first picture for a model that has just come, and what is told at its end."""

from pathlib import Path

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.presenters.trial import Trial
from tests.unit.presenters.conftest import Room

SPEED = "The first word came after"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def trial(room: Room, files: list[Path], told: list[str]) -> Trial:
    room.ready()
    return Trial(room.describing, lambda: room.main.open(files[:1]), told.append)


def test_its_pace_is_said_after_the_last_sentence_and_shown(room: Room, trial: Trial, told: list[str]) -> None:
    trial.begin()
    room.write("A jug. Two pears.")
    assert [each.startswith(SPEED) for each in told] == [True]
    assert room.heard() == ["one.png", "A jug.", "Two pears.", told[0]]
    room.main.describe_again()
    room.write("A jug.")
    assert len(told) == 1, "other descriptions are not timed"


def test_a_voice_that_fails_takes_nothing_from_it(room: Room, trial: Trial, told: list[str]) -> None:
    trial.begin()
    room.describing.fail(Failure(Code.NO_SOUND_DEVICE))
    room.write("A jug.")
    assert len(told) == 1


def test_it_follows_the_text_in_the_picture(room: Room, trial: Trial, told: list[str]) -> None:
    room.preferences.change(read_text="always")
    trial.begin()
    room.write("A jug.")
    while not told:
        room.posted.pop(0)() if room.posted else None
    assert room.heard()[-2:] == ["Cancel", told[0]]


def test_of_what_was_stopped_or_replaced_nothing_is_told(room: Room, trial: Trial, told: list[str]) -> None:
    trial.begin()
    room.main.stop()
    trial.begin()
    room.main.describe(Capture("cat.jpg", b"cat"))
    room.write("A cat.")
    assert told == []
