"""The queue's promises, above all that of `stop`, under every timing that threads can make up."""

import random
import threading
import time
from collections.abc import Iterator

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.speech.queue import SpeechQueue
from tests.contract.recording_voice import RecordingVoice
from tests.support.sound import wait_until


class Desk:
    """A queue with its voice and what was reported."""

    def __init__(self, voice: RecordingVoice) -> None:
        self.voice = voice
        self.failures: list[Failure] = []
        self.queue = SpeechQueue(voice, self.failures.append)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(RecordingVoice())
    yield desk
    desk.queue.close()


def test_sentences_are_said_in_order(desk: Desk) -> None:
    sentences = [f"Sentence {number}." for number in range(20)]
    for sentence in sentences:
        desk.queue.add(sentence)
    assert desk.queue.wait(5)
    assert desk.voice.heard == sentences


def test_wait_gives_up_in_time() -> None:
    desk = Desk(RecordingVoice(seconds_per_word=30))
    desk.queue.add("Slow")
    assert not desk.queue.wait(0.01)
    desk.queue.close()


def test_stop_silences_and_drops_and_begins_anew() -> None:
    desk = Desk(RecordingVoice(seconds_per_word=30))
    desk.queue.add("One two")
    desk.queue.add("Three")
    wait_until(desk.voice.is_sounding)
    desk.queue.stop()
    assert not desk.voice.is_sounding()
    assert desk.queue.wait(0)
    assert desk.voice.heard == ["One"]
    desk.queue.add("Four")
    wait_until(lambda: desk.voice.heard == ["One", "Four"])
    desk.queue.close()
    assert desk.failures == []


def test_nothing_from_before_is_heard_after_stop() -> None:
    for seed in range(150):
        rng = random.Random(seed)
        desk = Desk(RecordingVoice(seconds_per_word=rng.choice((0.0, 0.0002))))
        for number in range(5):
            desk.queue.add(f"old {number}")
        time.sleep(rng.random() * 0.001)
        desk.queue.stop()
        heard = list(desk.voice.heard)
        assert not desk.voice.is_sounding()
        desk.queue.add("new")
        assert desk.queue.wait(5)
        assert desk.voice.heard == [*heard, "new"]
        desk.queue.close()


class SlowStarter(RecordingVoice):
    """Lingers between being asked to speak and beginning, where a voice can't hear `stop`."""

    def __init__(self) -> None:
        super().__init__(seconds_per_word=30)
        self.asked = threading.Event()

    def say(self, text: str) -> bool:
        self.asked.set()
        time.sleep(0.05)
        return super().say(text)


def test_a_sentence_that_is_just_starting_is_silenced_too() -> None:
    voice = SlowStarter()
    desk = Desk(voice)
    desk.queue.add("Just starting")
    assert voice.asked.wait(5)
    desk.queue.stop()
    assert not voice.is_sounding()
    assert voice.heard in ([], ["Just"])
    time.sleep(0.1)
    assert voice.heard in ([], ["Just"])
    desk.queue.close()


def test_stop_from_many_threads_at_once() -> None:
    desk = Desk(RecordingVoice(seconds_per_word=30))
    for _ in range(3):
        desk.queue.add("word " * 10)
    wait_until(desk.voice.is_sounding)
    stoppers = [threading.Thread(target=desk.queue.stop) for _ in range(8)]
    for stopper in stoppers:
        stopper.start()
    for stopper in stoppers:
        stopper.join(5)
    assert desk.queue.wait(0)
    assert len(desk.voice.heard) == 1
    desk.queue.close()


def test_a_failure_is_reported_once_until_stop() -> None:
    desk = Desk(RecordingVoice(failure=ExpectedError(Code.NO_SOUND_DEVICE)))
    for _ in range(5):
        desk.queue.add("Nobody hears this.")
    assert desk.queue.wait(5)
    desk.queue.add("Nor this.")
    assert desk.queue.wait(5)
    assert desk.failures == [Failure(Code.NO_SOUND_DEVICE)]
    desk.queue.stop()
    desk.queue.add("Nor this, but it is a new run.")
    assert desk.queue.wait(5)
    assert len(desk.failures) == 2
    desk.voice.failure = None
    desk.queue.stop()
    desk.queue.add("Heard.")
    assert desk.queue.wait(5)
    assert desk.voice.heard == ["Heard."]
    desk.queue.close()


class Buggy(RecordingVoice):
    """Breaks the rule to raise only ExpectedError."""

    def say(self, text: str) -> bool:
        if text == "bug":
            raise ZeroDivisionError
        return super().say(text)


def test_a_voices_bug_is_a_failure_and_the_queue_lives_on() -> None:
    desk = Desk(Buggy())
    desk.queue.add("bug")
    assert desk.queue.wait(5)
    assert desk.failures == [Failure(Code.SPEECH_FAILED, {"reason": "unexpected error ZeroDivisionError"})]
    desk.queue.stop()
    desk.queue.add("fine")
    assert desk.queue.wait(5)
    assert desk.voice.heard == ["fine"]
    desk.queue.close()


def test_the_listener_may_stop_and_add_and_even_fail() -> None:
    voice = RecordingVoice(failure=ExpectedError(Code.SPEECH_FAILED))

    def on_failure(failure: Failure) -> None:
        voice.failure = None
        queue.stop()
        queue.add("After all.")
        raise ZeroDivisionError

    queue = SpeechQueue(voice, on_failure)
    queue.add("First.")
    assert queue.wait(5)
    assert voice.heard == ["After all."]
    queue.close()


def test_another_thread_may_stop_while_a_failure_is_reported() -> None:
    stopped: list[bool] = []

    def on_failure(failure: Failure) -> None:
        stopper = threading.Thread(target=queue.stop)
        stopper.start()
        stopper.join(1)
        stopped.append(not stopper.is_alive())

    queue = SpeechQueue(RecordingVoice(failure=ExpectedError(Code.SPEECH_FAILED)), on_failure)
    queue.add("First.")
    assert queue.wait(5)
    assert stopped == [True]
    queue.close()


def test_close_ends_the_thread_and_the_voice(desk: Desk) -> None:
    desk.queue.close()
    desk.queue.close()
    desk.queue.add("Too late.")
    assert desk.queue.wait(1)
    assert desk.voice.heard == []
    assert desk.voice.closed
    assert "speech" not in [thread.name for thread in threading.enumerate()]


class Unwritable(RecordingVoice):
    """Fails in the end, as a file voice may."""

    def close(self) -> None:
        raise ExpectedError(Code.WAV_UNWRITABLE, path="x.wav")


def test_a_failure_to_finish_is_reported() -> None:
    desk = Desk(Unwritable())
    desk.queue.close()
    assert [failure.code for failure in desk.failures] == [Code.WAV_UNWRITABLE]


THREE = ["One two three.", "Four five.", "Six."]


@pytest.fixture
def reading() -> Iterator[Desk]:
    """In the middle of the second of three sentences."""
    desk = Desk(RecordingVoice(seconds_per_word=0.02))
    for sentence in THREE:
        desk.queue.add(sentence)
    wait_until(lambda: len(desk.voice.heard) == 2)
    yield desk
    desk.queue.close()
    assert desk.failures == []


def test_a_pause_is_silence_and_then_the_same_sentence_anew(reading: Desk) -> None:
    assert reading.queue.pause()
    assert reading.queue.paused
    assert not reading.voice.is_sounding()
    heard = list(reading.voice.heard)
    reading.queue.add("Seven.")
    assert not reading.queue.wait(0.1)
    assert reading.voice.heard == heard
    reading.queue.resume()
    assert reading.queue.wait(5)
    assert reading.voice.heard == [*heard, "Four five.", "Six.", "Seven."]


def test_there_is_no_pause_where_nothing_is_said(desk: Desk) -> None:
    assert not desk.queue.pause()
    desk.queue.add("Heard.")
    assert desk.queue.wait(5)
    assert not desk.queue.pause()
    assert not desk.queue.paused


@pytest.mark.parametrize(
    ("steps", "found", "then"),
    [(1, True, ["Six."]), (-1, True, THREE), (0, True, THREE[1:]), (2, False, []), (-5, True, THREE)],
)
@pytest.mark.parametrize("paused", [False, True])
def test_moving_goes_on_from_another_sentence(
    reading: Desk, steps: int, found: bool, then: list[str], paused: bool
) -> None:
    if paused:
        reading.queue.pause()
    assert reading.queue.move(steps) is found
    heard = len(reading.voice.heard)
    assert reading.queue.wait(5)
    assert [said for said in reading.voice.heard[2:] if said] == then
    assert heard <= 3, "what was left is silent once the move is over"


def test_one_can_go_back_when_all_is_said(desk: Desk) -> None:
    for sentence in THREE:
        desk.queue.add(sentence)
    assert desk.queue.wait(5)
    assert desk.queue.move(-1)
    assert desk.queue.wait(5)
    assert not desk.queue.move(1)
    assert desk.voice.heard == [*THREE, "Six."]


def test_one_can_go_on_after_a_stop_until_something_else_is_said(reading: Desk) -> None:
    reading.queue.stop()  # in the second of three
    heard = list(reading.voice.heard)
    assert reading.queue.move(-1)
    assert reading.queue.wait(5)
    assert reading.voice.heard == [*heard, *THREE]
    reading.queue.stop()
    reading.queue.add("New.")
    assert reading.queue.wait(5)
    assert reading.queue.move(-2)
    assert reading.queue.wait(5)
    assert reading.voice.heard[-2:] == ["New.", "New."], "nothing is left of what was stopped"


def test_an_aside_is_said_between_two_sentences_and_nobody_goes_back_to_it(reading: Desk) -> None:
    reading.queue.aside("Aside.")
    assert reading.queue.wait(5)
    assert reading.voice.heard == [THREE[0], THREE[1], "Aside.", THREE[2]]
    assert reading.queue.move(-2)
    assert reading.queue.wait(5)
    assert reading.voice.heard[4:] == THREE[1:]


def test_an_aside_is_said_in_a_pause(reading: Desk) -> None:
    reading.queue.pause()
    reading.queue.aside("Paused.")
    wait_until(lambda: reading.voice.heard[-1] == "Paused.")
    assert reading.queue.paused
    reading.queue.resume()
    assert reading.queue.wait(5)
    assert reading.voice.heard[-2:] == THREE[1:]


def test_the_newest_of_several_asides_takes_the_place_of_the_others() -> None:
    desk = Desk(RecordingVoice(seconds_per_word=30))
    desk.queue.aside("A long one that takes a while.")
    wait_until(desk.voice.is_sounding)
    desk.queue.aside("Second.")
    desk.queue.aside("Third.", instead=True)
    wait_until(lambda: desk.voice.heard[-1] == "Third.")
    assert desk.voice.heard == ["A", "Third."]
    desk.queue.close()


def test_an_aside_leaves_a_sentence_whole(reading: Desk) -> None:
    reading.queue.aside("Aside.", instead=True)
    assert reading.queue.wait(5)
    assert reading.voice.heard == [THREE[0], THREE[1], "Aside.", THREE[2]]


def test_a_stop_ends_asides_too(reading: Desk) -> None:
    reading.queue.aside("Aside.")
    reading.queue.stop()
    assert reading.queue.wait(5)
    assert "Aside." not in reading.voice.heard


def test_stop_ends_a_pause_too(reading: Desk) -> None:
    reading.queue.pause()
    reading.queue.stop()
    assert not reading.queue.paused
    heard = list(reading.voice.heard)
    reading.queue.add("New.")
    assert reading.queue.wait(5)
    assert reading.voice.heard == [*heard, "New."]


def test_a_pause_holds_under_every_timing() -> None:
    for seed in range(100):
        rng = random.Random(seed)
        desk = Desk(RecordingVoice(seconds_per_word=rng.choice((0.0, 0.0002))))
        for number in range(5):
            desk.queue.add(f"sentence {number}")
        time.sleep(rng.random() * 0.001)
        if desk.queue.pause():
            heard = list(desk.voice.heard)
            time.sleep(0.001)
            assert desk.voice.heard == heard
            desk.queue.resume()
        assert desk.queue.wait(5)
        assert [said for said in desk.voice.heard if said.startswith("sentence")][-1] == "sentence 4"
        desk.queue.close()


def test_what_a_run_begins_with_is_heard_before_what_is_said_of_it() -> None:
    desk = Desk(RecordingVoice(seconds_per_word=0.2))
    desk.queue.aside("Before it.")
    wait_until(desk.voice.is_sounding)
    desk.queue.aside("Before it, too.")
    desk.queue.add("Label.")
    desk.queue.aside("Of it.")
    desk.queue.add("Sentence.")
    assert desk.queue.wait(5)
    assert desk.voice.heard == ["Before it.", "Before it, too.", "Label.", "Of it.", "Sentence."]
    desk.queue.close()


def test_the_answer_to_a_key_does_not_wait_for_what_a_run_begins_with() -> None:
    desk = Desk(RecordingVoice(seconds_per_word=30))
    desk.queue.aside("A long one.")
    wait_until(desk.voice.is_sounding)
    desk.queue.add("Label.")
    desk.queue.aside("Answer.", instead=True)
    wait_until(lambda: len(desk.voice.heard) > 1)
    assert desk.voice.heard == ["A", "Answer."]
    desk.queue.close()


def test_an_aside_outlives_the_beginning_of_a_run(desk: Desk) -> None:
    desk.queue.stop()
    desk.queue.aside("Aside.")
    desk.queue.add("First.")
    assert desk.queue.wait(5)
    assert desk.voice.heard == ["Aside.", "First."]


def test_whoever_moves_in_an_aside_goes_on_from_the_sentence_before_it(reading: Desk) -> None:
    reading.queue.aside("Aside one two three four five six seven eight nine ten.")
    wait_until(lambda: reading.voice.heard[-1].startswith("Aside"))
    assert reading.queue.move(1)
    assert reading.queue.wait(5)
    assert reading.voice.heard[-1] == THREE[2]
    assert THREE[0] not in reading.voice.heard[2:]


def test_a_voice_that_has_failed_is_not_heard_until_a_stop() -> None:
    desk = Desk(RecordingVoice(failure=ExpectedError(Code.SPEECH_FAILED, reason="")))
    assert desk.queue.can_speak
    desk.queue.add("One.")
    wait_until(lambda: not desk.queue.can_speak)
    desk.queue.stop()
    assert desk.queue.can_speak
    desk.queue.close()
