"""What is spoken of a description, and when."""

from collections.abc import Callable

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Started, TextDelta, TextRead
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.narration import Narration

CRASH = Failed(1, Failure(Code.ENGINE_CRASHED))
CRASH_WORDS = "The description engine stopped unexpectedly and is being started again. Please try once more."

NO_FILE = Failed(None, Failure(Code.FILE_MISSING, {"path": "/no/such.png"}))
NO_FILE_WORDS = "There is no file /no/such.png. Check the name, or choose another file."


class Recorder:
    """A speaker that says nothing and remembers what still waits to be said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.closed = False
        self.paused = False
        self.can_speak = True
        self.begun = 0

    def begin(self) -> None:
        self.begun += 1

    def add(self, sentence: str) -> None:
        self.said.append(sentence)

    def aside(self, sentence: str, *, instead: bool = False) -> None:
        self.said.append(sentence)

    def stop(self) -> None:
        self.said.clear()

    def wait(self, timeout: float | None = None) -> bool:
        return not self.said

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


@pytest.fixture
def speaker() -> Recorder:
    return Recorder()


@pytest.fixture
def narration(speaker: Recorder) -> Narration:
    return Narration(speaker)


def tell(narration: Narration, *events: Event) -> None:
    for event in events:
        narration.receive(event)


def finished(text: str) -> Finished:
    return Finished(1, text, 4, 0.1, True, False)


def test_the_label_is_said_first_and_sentences_while_more_is_written(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"))
    assert speaker.said == ["cat.jpg"]
    tell(narration, TextDelta(1, "A cat. A "))
    assert speaker.said == ["cat.jpg", "A cat."]
    tell(narration, TextDelta(1, "dog"), finished("A cat. A dog"))
    assert speaker.said == ["cat.jpg", "A cat.", "A dog"]


def test_each_description_is_a_new_beginning_for_the_speaker(narration: Narration, speaker: Recorder) -> None:
    """As on the command line, where nothing is stopped between two pictures."""
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat."), finished("A cat."))
    assert speaker.begun == 1
    tell(narration, Started(2, "dog.jpg"))
    assert speaker.begun == 2


def test_nothing_more_is_told_of_a_stopped_request(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat. A"))
    narration.stop()
    tell(narration, TextDelta(1, " dog. A cow."), Cancelled(1))
    assert speaker.said == []


def test_what_was_written_until_the_stop_can_be_read_again(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat. A"))
    narration.stop()
    narration.read_again()
    assert speaker.said == ["A cat.", "A"]


def test_reading_again_while_it_is_written_goes_on_with_the_rest(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat. A "))
    narration.read_again()
    tell(narration, TextDelta(1, "dog."), finished("A cat. A dog."))
    assert speaker.said == ["A cat.", "A dog."]


def test_a_crash_is_told_after_what_was_written(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat. A"), CRASH)
    assert speaker.said == ["cat.jpg", "A cat.", "A", CRASH_WORDS]


def test_what_fails_now_is_not_kept_waiting_by_an_old_description(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat."), finished("A cat."), NO_FILE)
    assert speaker.said == [NO_FILE_WORDS]
    narration.read_again()
    assert speaker.said == ["A cat.", NO_FILE_WORDS]


def test_what_fails_beside_a_description_in_work_waits_its_turn(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat. A "), NO_FILE)
    assert speaker.said == ["cat.jpg", "A cat.", NO_FILE_WORDS]


def test_a_failed_picture_lets_the_one_before_be_heard_out(narration: Narration, speaker: Recorder) -> None:
    """As on the command line, where pictures come one after the other."""
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat."), finished("A cat."), Failed(2, NO_FILE.failure))
    assert speaker.said == ["cat.jpg", "A cat.", NO_FILE_WORDS]


def test_one_failure_told_twice_is_read_again_once(narration: Narration, speaker: Recorder) -> None:
    tell(narration, NO_FILE, NO_FILE)
    narration.read_again()
    assert speaker.said == [NO_FILE_WORDS]


def test_the_voice_is_not_asked_to_tell_of_its_own_failure(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), finished(""), Failed(None, Failure(Code.NO_SOUND_DEVICE)))
    assert speaker.said == ["cat.jpg"]
    narration.read_again()
    assert speaker.said == []


def test_a_failure_without_any_text_can_be_read_again(narration: Narration, speaker: Recorder) -> None:
    tell(narration, CRASH)
    narration.read_again()
    assert speaker.said == [CRASH_WORDS]


def test_the_next_description_waits_for_the_one_before(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat."), finished("A cat."), Started(2, "dog.jpg"))
    assert speaker.said == ["cat.jpg", "A cat.", "dog.jpg"]


def test_text_of_another_request_is_not_told(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(2, "dog.jpg"), TextDelta(1, "A cat. "), Cancelled(1), TextDelta(2, "A dog. A"))
    assert speaker.said == ["dog.jpg", "A dog."]


def test_clearing_forgets_everything(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat. A"), CRASH)
    narration.clear()
    narration.read_again()
    assert speaker.said == []


def test_silently_it_keeps_the_text_for_later(speaker: Recorder) -> None:
    narration = Narration(speaker, aloud=False)
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat."), finished("A cat."))
    assert speaker.said == []
    narration.aloud = True
    narration.read_again()
    assert speaker.said == ["A cat."]


def test_switching_off_silences(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"))
    narration.aloud = False
    assert speaker.said == []


def test_another_speaker_replaces_the_first(narration: Narration, speaker: Recorder) -> None:
    other = Recorder()
    narration.use(other)
    tell(narration, Started(1, "cat.jpg"))
    assert speaker.closed
    assert other.said == ["cat.jpg"]


def test_what_is_said_in_between_keeps_the_description(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat sits. "))
    narration.interrupt("Help.")
    tell(narration, TextDelta(1, "It is grey. "), finished("A cat sits. It is grey. "))
    assert speaker.said == ["Help."]
    narration.read_again(with_label=True)
    assert speaker.said == ["cat.jpg", "A cat sits.", "It is grey."]


def test_reading_again_after_what_was_said_in_between_goes_on_with_what_follows(
    narration: Narration, speaker: Recorder
) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat sits. "))
    narration.interrupt("Help.")
    narration.read_again()
    tell(narration, TextDelta(1, "It is grey. "), finished("A cat sits. It is grey. "))
    assert speaker.said == ["A cat sits.", "It is grey."]


def test_the_text_in_the_picture_follows_the_description(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "Screen"), TextDelta(1, "A cat."), finished("A cat."))
    tell(narration, TextRead(1, "Save all. Then close\nCancel\n保存更改。关闭"))
    assert speaker.said == ["Screen", "A cat.", "Text: Save all.", "Then close", "Cancel", "保存更改。", "关闭"]
    narration.read_again()
    assert speaker.said == ["A cat.", "Text: Save all.", "Then close", "Cancel", "保存更改。", "关闭"]


def test_the_text_is_what_is_left_of_a_picture_that_cannot_be_described(
    narration: Narration, speaker: Recorder
) -> None:
    tell(narration, Failed(1, NO_FILE.failure), TextRead(1, "Save"))
    assert speaker.said == [NO_FILE_WORDS, "Text: Save"]
    narration.read_again()
    assert speaker.said == [NO_FILE_WORDS, "Text: Save"]


def test_what_is_added_follows_the_description_and_is_not_read_again(narration: Narration, speaker: Recorder) -> None:
    for event in (Started(1, "a.png"), TextDelta(1, "A cat. A dog"), Finished(1, "A cat. A dog", 4, 1.0, True, False)):
        narration.receive(event)
    narration.add("It was quick.")
    assert speaker.said == ["a.png", "A cat.", "A dog", "It was quick."]
    narration.read_again()
    assert speaker.said == ["A cat.", "A dog"]


def test_of_no_text_nothing_is_said(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), finished(""), TextRead(1, ""))
    assert speaker.said == ["cat.jpg"]
    narration.read_again()
    assert speaker.said == []


def test_that_the_text_cannot_be_read_waits_for_the_description(narration: Narration, speaker: Recorder) -> None:
    unread = Failed(None, Failure(Code.OCR_UNAVAILABLE, {"remedy": "Install it."}))
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat."), finished("A cat."), unread)
    assert speaker.said[:2] == ["cat.jpg", "A cat."]
    assert "Install it." in speaker.said[2]


def test_the_text_of_the_picture_before_is_forgotten(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "Screen"), finished(""), TextRead(1, "Save"), Started(2, "cat.jpg"), finished(""))
    narration.read_again()
    assert speaker.said == []


def test_text_that_comes_after_something_else_was_said_instead_is_kept(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "Screen"), TextDelta(1, "A cat."), finished("A cat."))
    narration.interrupt("Help.")
    tell(narration, TextRead(1, "Save"))
    assert speaker.said == ["Help."]
    narration.read_again()
    assert speaker.said == ["A cat.", "Text: Save"]


def test_the_label_is_said_before_the_engine_has_looked_and_only_once(narration: Narration, speaker: Recorder) -> None:
    narration.expect("cat.jpg")
    assert speaker.said == ["cat.jpg"]
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat sits. "), finished("A cat sits. "))
    assert speaker.said == ["cat.jpg", "A cat sits."]
    assert speaker.begun == 1
    narration.clear()
    narration.expect("cat.jpg")
    narration.read_again(with_label=True)
    assert speaker.said == ["cat.jpg"]


def test_help_before_the_first_word_keeps_the_description_silent(narration: Narration, speaker: Recorder) -> None:
    narration.expect("cat.jpg")
    narration.interrupt("Help.")
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat sits. "), finished("A cat sits. "))
    assert speaker.said == ["Help."]


def test_several_failures_are_all_heard(narration: Narration, speaker: Recorder) -> None:
    another = Failed(None, Failure(Code.HOTKEY_TAKEN, {"keys": "F9"}))
    tell(narration, NO_FILE, another)
    assert [speaker.said[0], len(speaker.said)] == [NO_FILE_WORDS, 2]
    tell(narration, another)
    assert len(speaker.said) == 1  # the same once more: from its beginning


def test_a_failure_is_heard_though_the_description_is_paused(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat sits. "))
    speaker.paused = True
    tell(narration, NO_FILE, TextDelta(1, "It is grey. "), finished("A cat sits. It is grey. "))
    assert speaker.said == [NO_FILE_WORDS]
    narration.read_again()
    assert speaker.said == ["A cat sits.", "It is grey.", NO_FILE_WORDS]


def test_a_question_that_fails_leaves_the_description(narration: Narration, speaker: Recorder) -> None:
    tell(narration, Started(1, "cat.jpg"), TextDelta(1, "A cat sits. "), finished("A cat sits. "))
    narration.stop()
    tell(narration, Failed(2, Failure(Code.QUESTION_UNANSWERABLE, {"label": "Starter"})))
    narration.read_again()
    assert speaker.said[0] == "A cat sits."


@pytest.mark.parametrize("tell_aside", [Narration.remark, Narration.notice, Narration.interrupt])
def test_who_answers_learns_whether_it_is_heard(
    narration: Narration, speaker: Recorder, tell_aside: Callable[[Narration, str], bool]
) -> None:
    assert tell_aside(narration, "Copied.")
    assert speaker.said == ["Copied."]
    speaker.said.clear()
    speaker.can_speak = False
    assert not tell_aside(narration, "Copied.")
    speaker.can_speak, narration.aloud = True, False
    assert not tell_aside(narration, "Copied.")
    assert speaker.said == []
