"""Who says what: never nobody, never two unless both were asked for."""

import threading

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.services.routing import RoutedVoice
from sparc_desktop.settings.model import Output, Settings, VoiceSettings
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.readers.base import ScreenReader
from tests.contract.recording_reader import RecordingReader
from tests.contract.recording_voice import RecordingVoice
from tests.support.sound import wait_until

GONE = "The screen reader is gone. This voice reads on."
MISSING = "No screen reader is running that can be used. This is the program's own voice."
NO_DEVICE = ExpectedError(Code.NO_SOUND_DEVICE)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


class Room:
    """A user with an own voice, perhaps a reader, and a choice."""

    def __init__(self, output: Output = "auto", reader: RecordingReader | None = None, pace: float = 0.0) -> None:
        self.output = output
        self.reader = reader
        self.own = RecordingVoice(pace)
        self.looked = 0
        self.rate = 175
        self.opened: list[int] = []
        self.voice = RoutedVoice(self.settings, self.open, self.find)

    def settings(self) -> Settings:
        return Settings(output=self.output, voice=VoiceSettings(rate=self.rate))

    def open(self, settings: VoiceSettings) -> RecordingVoice:
        self.opened.append(settings.rate)
        return self.own

    def find(self, _known: ScreenReader | None) -> ScreenReader | None:
        self.looked += 1
        return self.reader

    def tell(self, *sentences: str) -> None:
        """One description."""
        self.voice.begin()
        for sentence in sentences:
            assert self.voice.say(sentence)


@pytest.mark.parametrize(
    ("output", "has_reader", "by_reader", "by_own"),
    [
        ("auto", True, ["A.", "B."], []),
        ("auto", False, [], ["A.", "B."]),
        ("own", True, [], ["A.", "B."]),
        ("reader", True, ["A.", "B."], []),
        ("reader", False, [], [MISSING, "A.", "B."]),
        ("both", True, ["A.", "B."], ["A.", "B."]),
        ("both", False, [], ["A.", "B."]),
    ],
)
def test_each_sentence_goes_where_it_was_wanted(
    output: Output, has_reader: bool, by_reader: list[str], by_own: list[str]
) -> None:
    reader = RecordingReader()
    room = Room(output, reader if has_reader else None)
    room.tell("A.", "B.")
    assert (reader.heard, room.own.heard) == (by_reader, by_own)


def test_a_missing_reader_is_told_of_once() -> None:
    room = Room("reader")
    room.tell("A.")
    room.tell("B.")
    assert room.own.heard == [MISSING, "A.", "B."]


def test_a_reader_that_goes_between_two_sentences_leaves_the_rest_to_the_own_voice() -> None:
    reader = RecordingReader()
    room = Room("auto", reader)
    room.tell("A.", "B.")
    reader.runs = False
    assert room.voice.say("C.")
    assert room.voice.say("D.")
    assert (reader.heard, room.own.heard) == (["A.", "B."], [GONE, "C.", "D."])
    assert reader.closed


def test_a_sentence_that_died_with_the_reader_is_said_anew() -> None:
    reader = RecordingReader(30)
    room = Room("auto", reader)
    speaker = threading.Thread(target=lambda: room.tell("One two three.", "Four."))
    speaker.start()
    wait_until(reader.is_sounding)
    reader.die()
    speaker.join(5)
    assert (reader.heard, room.own.heard) == (["One"], [GONE, "One two three.", "Four."])


def test_a_reader_that_comes_takes_over_with_the_next_description() -> None:
    room = Room("auto")
    room.tell("A.")
    room.reader = RecordingReader()
    assert room.voice.say("B.")
    assert room.own.heard == ["A.", "B."]
    room.tell("C.")
    assert (room.own.heard, room.reader.heard) == (["A.", "B."], ["C."])
    assert room.looked == 2, "once a description"


def test_what_comes_after_a_stop_is_a_new_beginning() -> None:
    room = Room("auto")
    queue = SpeechQueue(room.voice, print)
    for sentence in ("A.", "B."):
        queue.add(sentence)
    assert queue.wait(5)
    room.reader = RecordingReader()
    queue.stop()
    queue.add("C.")
    assert queue.wait(5)
    assert (room.own.heard, room.reader.heard, room.looked) == (["A.", "B."], ["C."], 2)
    queue.close()


def test_another_choice_holds_from_the_next_sentence_on() -> None:
    reader = RecordingReader()
    room = Room("auto", reader)
    room.tell("A.")
    room.output = "own"
    assert room.voice.say("B.")
    assert (reader.heard, room.own.heard) == (["A."], ["B."])


@pytest.mark.parametrize("failing", ["reader", "own"])
def test_of_both_one_may_fail(failing: str) -> None:
    reader = RecordingReader()
    room = Room("both", reader)
    (reader if failing == "reader" else room.own).failure = NO_DEVICE
    room.tell("A.", "B.")
    assert (room.own if failing == "reader" else reader).heard == ["A.", "B."]


def test_where_nobody_can_be_heard_it_fails() -> None:
    reader = RecordingReader()
    room = Room("both", reader)
    reader.failure = room.own.failure = NO_DEVICE
    with pytest.raises(ExpectedError):
        room.tell("A.")


@pytest.mark.parametrize("output", ["auto", "both"])
def test_stop_silences_whoever_speaks(output: Output) -> None:
    reader = RecordingReader(30)
    room = Room(output, reader, pace=30)
    failures: list[Failure] = []
    queue = SpeechQueue(room.voice, failures.append)
    queue.add("One two three.")
    wait_until(lambda: reader.is_sounding() and (output == "auto" or room.own.is_sounding()))
    queue.stop()
    assert not reader.is_sounding()
    assert not room.own.is_sounding()
    queue.close()
    assert reader.closed
    assert failures == []


def test_stop_does_not_wait_for_a_search_that_hangs() -> None:
    room = Room("auto")
    found = threading.Event()
    searching = threading.Event()
    late = RecordingReader()

    def hang(_known: ScreenReader | None) -> ScreenReader:
        searching.set()
        found.wait(30)
        return late

    room.voice = RoutedVoice(room.settings, room.open, hang)
    said: list[bool] = []
    speaker = threading.Thread(target=lambda: said.append(room.voice.say("A.")))
    speaker.start()
    assert searching.wait(5)
    room.voice.stop()
    speaker.join(5)
    assert said == [False]
    found.set()
    wait_until(lambda: late.closed)
    assert (room.own.heard, late.heard) == ([], [])


def test_who_asks_beforehand_is_told() -> None:
    assert Room("auto", RecordingReader()).voice.has_reader()
    assert not Room("own", RecordingReader()).voice.has_reader()
    room = Room("auto")
    assert room.voice.open() is room.own


def test_another_rate_is_heard_from_the_next_sentence_on() -> None:
    room = Room("own")
    room.tell("A.", "B.")
    room.rate = 300
    assert room.voice.say("C.")
    assert room.opened == [175, 300]
    assert room.own.heard == ["A.", "B.", "C."]
