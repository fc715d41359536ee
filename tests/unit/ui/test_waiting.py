"""The sounds around a description, at the moment when they are due."""

from collections.abc import Iterator

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.events import Finished, Started, TextDelta
from sparc_desktop.domain.failure import Failure
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.narration import Narration
from sparc_desktop.settings.model import Settings
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.post import Post
from sparc_desktop.ui.waiting import Waiting
from tests.contract.recording_text_reader import RecordingTextReader
from tests.contract.recording_voice import RecordingVoice

LONG = "A cat that sleeps. " * 200


class Room:
    """What is played while a voice reads."""

    def __init__(self) -> None:
        self.played: list[Earcon] = []
        self.failures: list[Failure] = []
        self.voice = RecordingVoice(seconds_per_word=60)
        self.narration = Narration(SpeechQueue(self.voice, self.failures.append))
        engine = EngineProcess(["no engine"])
        self.describing = Describing(engine, self.narration, RecordingTextReader, Post())
        self.waiting = Waiting(self.describing, self)
        self.describing.describe(Capture("cat.jpg", b"cat"), Settings(read_text="never"))
        finished = Finished(1, LONG, 800, 0.1, True, False)
        for event in (Started(1, "cat.jpg"), TextDelta(1, LONG), finished):
            engine.happened.emit(event)

    def play(self, earcon: Earcon) -> None:
        self.played.append(earcon)

    def close(self) -> None:
        pass


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(EngineProcess, "describe", lambda *_: None)  # the test says what the engine says
    room = Room()
    yield room
    room.narration.close()
    room.describing.close()


def test_the_end_is_heard_when_all_has_been_read(room: Room) -> None:
    room.waiting._look()
    assert room.played == [Earcon.CAPTURED], "it is still being read"
    room.narration.stop()  # the voice has come to its end
    room.waiting._look()
    assert room.played == [Earcon.CAPTURED, Earcon.DONE]


def test_what_was_stopped_has_no_end_to_be_heard(room: Room) -> None:
    room.describing.stop()
    room.waiting._look()
    assert room.played == [Earcon.CAPTURED]
