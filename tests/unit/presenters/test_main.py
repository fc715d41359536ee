"""What the window shows and says, decided without Qt."""

from pathlib import Path

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Failed, Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.services.silence import Silence
from tests.support.desktop import until
from tests.unit.presenters.conftest import Room

CAT = Capture("cat.jpg", b"cat")
DOG = Capture("dog.jpg", b"dog")


def test_a_picture_is_described_shown_and_said(room: Room) -> None:
    room.ready()
    room.main.describe(CAT)
    assert room.view.shown[-1] == (room.album.entries[0], CAT)
    room.write("A cat. It sleeps.")
    assert room.rows() == ["A cat.", "It sleeps."]
    assert room.heard() == ["cat.jpg", "A cat.", "It sleeps."]
    assert room.view.alternative == "A cat. It sleeps."
    assert room.states() == ["done"]
    assert room.finished == [room.album.entries[0]]


def test_a_model_that_fails_once_more_after_another_one_was_loaded_is_told_once_more(room: Room) -> None:
    broken = Failed(None, Failure(Code.MODEL_MISSING, {"path": "/none"}))
    room.send(broken, broken, Ready("tiny"), broken)
    assert sum(text.startswith("There is no model in /none") for text in room.view.told) == 2


def test_the_next_picture_is_another_one_and_the_first_is_kept(room: Room) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.describe(DOG)
    room.write("A dog.")
    room.main.step(-1)
    assert room.rows() == ["A cat."]
    assert room.view.shown[-1] == (room.album.entries[0], CAT)
    room.main.step(-1)
    assert room.view.told[-1] == "There is no picture before this one."
    room.main.step(1)
    room.main.step(1)
    assert room.view.told[-1] == "There is no further picture."
    assert room.rows() == ["A dog."]


def test_describing_again_begins_anew_in_the_same_place(room: Room) -> None:
    room.main.describe_again()
    assert room.view.told[-1].startswith("There is no picture yet.")
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.describe_again()
    room.write("A red cat.")
    assert room.rows() == ["A red cat."]
    assert len(room.album.entries) == 1


def test_a_newer_picture_wins_and_the_other_keeps_what_was_written(room: Room) -> None:
    room.main.describe(CAT)
    room.send(Started(1, "cat.jpg"), TextDelta(1, "A cat. It"))
    room.main.describe(DOG)
    assert room.states() == ["stopped", "writing"]
    assert [row.text for row in room.album.entries[0].transcript.rows] == ["A cat.", "It"]
    room.send(TextDelta(1, "late"))
    room.write("A dog.")
    assert room.rows() == ["A dog."]
    assert "Left off: cat.jpg." in room.heard()


def test_a_question_waits_for_the_first_picture(room: Room) -> None:
    assert not room.main.ask("")
    assert room.main.ask("What is it?")
    assert "next picture" in room.view.told[-1]
    room.main.describe(CAT)
    assert [request.question for request in room.engine.asked] == ["What is it?"]
    room.write("A cat.")
    assert room.rows() == ["Question: What is it?", "A cat."]
    room.main.describe(DOG)
    assert room.engine.asked[-1].question is None, "it was asked once"


def test_a_question_about_the_picture_that_is_looked_at(room: Room) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.describe(DOG)
    room.write("A dog.")
    room.main.step(-1)
    room.main.ask("What colour?")
    assert room.engine.asked[-1].capture == CAT
    room.write("Red.")
    assert room.rows() == ["A cat.", "Question: What colour?", "Red."]
    assert room.finished[-1] is room.album.entries[0]


def test_what_can_not_be_answered_leaves_the_description_done(room: Room) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.ask("What colour?")
    room.send(Failed(2, Failure(Code.QUESTION_UNANSWERABLE, {"label": "tiny"})))
    assert room.states() == ["done"]
    assert room.rows()[:2] == ["A cat.", "Question: What colour?"]


def test_a_stop_keeps_what_was_written(room: Room) -> None:
    room.main.describe(CAT)
    room.send(Started(1, "cat.jpg"), TextDelta(1, "A cat. It"))
    room.main.stop()
    assert room.rows() == ["A cat.", "It"]
    assert room.states() == ["stopped"]
    assert room.view.told[-1] == "Stopped."
    assert room.view.alternative == "A cat. It"


def test_what_fails_before_there_is_a_picture_can_be_read(room: Room) -> None:
    room.main.take(_nothing)
    assert room.rows()[0].startswith("There is no picture on the clipboard.")
    assert len(room.heard()) == 1
    room.main.listening.read_from(0)
    assert len(room.heard()) == 2


def _nothing() -> Capture:
    raise ExpectedError(Code.CLIPBOARD_EMPTY)


def test_a_failure_beside_a_description_is_noted_under_what_is_looked_at(room: Room, files: list[Path]) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.describe(DOG)
    room.send(Started(2, "dog.jpg"), TextDelta(2, "A do"))
    room.main.take(_nothing)
    assert room.rows() == ["A do"], "not in the middle of a sentence"
    room.send(TextDelta(2, "g."), Finished(2, "A dog.", 2, 0.1, True, False))
    assert len(room.rows()) == 2
    room.main.step(-1)
    room.main.open([Path("/no/such/file.png")])
    assert room.rows()[1].startswith("There is no file")


def test_an_engine_that_has_given_up_is_told_at_once(room: Room) -> None:
    room.engine.answer = lambda request: Failed(request.id, Failure(Code.ENGINE_GAVE_UP, {"restarts": "3"}))
    room.main.describe(CAT)
    assert room.states() == ["failed"]
    assert len(room.rows()) == 1
    assert room.view.told[-1] == room.rows()[0]


def test_loading_is_shown_until_it_is_done(room: Room) -> None:
    room.send(Loading(0.5))
    assert room.view.loading == 0.5
    room.main.describe(CAT)
    assert "as soon as the model is loaded" in room.view.told[-1]
    room.ready()
    assert room.view.loading is None


def test_a_model_that_lacks_the_language_says_so_once(room: Room) -> None:
    room.send(Ready("Starter", languages=("en",)))
    captions = room.preferences.settings.captions.model_copy(update={"language": "zh_CN"})
    room.preferences.change(captions=captions)
    for _ in range(2):
        room.main.describe(CAT)
        room.write("A cat.")
        assert sum("does not write Chinese" in text for text in room.heard()) == 1


def test_the_length_is_chosen_and_said(room: Room) -> None:
    room.main.wishes.set_length("short")
    assert room.preferences.settings.captions.length == "short"
    assert room.view.told[-1] == "Length of descriptions: Short."
    room.main.describe(CAT)
    assert room.engine.asked[-1].length == "short"


def test_an_own_prompt_is_chosen_and_said(room: Room) -> None:
    captions = room.preferences.settings.captions
    room.preferences.change(captions=captions.model_copy(update={"prompts": {"colours": "Name the colours."}}))
    room.main.wishes.set_prompt("colours")
    assert room.view.told[-1] == "Descriptions follow your prompt: colours."
    room.main.describe(CAT)
    assert room.engine.asked[-1].prompt == "Name the colours."
    room.main.wishes.set_prompt("")
    assert room.view.told[-1] == "Descriptions follow no prompt of yours."
    room.main.describe(CAT)
    assert room.engine.asked[-1].prompt is None


def test_a_picture_that_was_let_go_is_told(room: Room) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.describe(DOG)
    room.album.entries[0].source = None
    room.main.step(-1)
    assert room.view.shown[-1] == (room.album.entries[0], None)
    assert room.rows() == ["A cat."]
    room.main.describe_again()
    assert room.rows()[-1].startswith("The picture cat.jpg is not at hand")


def test_copying_takes_all_that_was_said(room: Room) -> None:
    room.main.copy()
    assert room.view.told[-1] == "There is no description yet."
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.ask("Why?")
    room.write("Because.")
    room.main.copy()
    assert room.view.copied == "A cat.\nQuestion: Why?\nBecause."


def test_why_a_picture_is_not_described_is_explained_once(room: Room) -> None:
    for number in (1, 2):
        room.main.describe(CAT)
        room.send(Failed(number, Failure(Code.IMAGE_UNFAMILIAR, {"label": "cat.jpg"})))
        assert room.states()[-1] == "failed"
        room.heard()
    assert len(room.rows()[0]) < len(room.album.entries[0].transcript.rows[0].text) / 2


def test_the_text_of_a_picture_that_can_not_be_described_is_kept_and_an_empty_one_is_not(room: Room) -> None:
    room.preferences.change(read_text="always")
    for text in ("Save", ""):
        room.text = text
        room.main.describe(CAT)
        room.send(Failed(room.engine.asked[-1].id, Failure(Code.IMAGE_UNFAMILIAR, {"label": "cat.jpg"})))
        until(lambda: room.posted, "the text")
        room.posted.pop()()
        assert room.states()[-1] == "failed"
    assert room.finished == [room.album.entries[0]]


def test_a_question_right_after_the_description_leaves_the_text_its_turn(room: Room) -> None:
    room.preferences.change(read_text="always")
    room.main.describe(CAT)
    room.write("A cat.")
    until(lambda: room.posted, "the text")
    room.main.ask("Why?")
    room.posted.pop()()
    assert room.rows() == ["A cat.", "Question: Why?"]
    room.write("Because.", 2)
    assert room.rows() == ["A cat.", "Question: Why?", "Because.", "Text: Save", "Cancel"]


def test_reading_before_the_first_sentence_is_complete_follows_what_comes(room: Room) -> None:
    room.main.describe(CAT)
    room.send(Started(1, "cat.jpg"), TextDelta(1, "A cat"))
    room.narration.interrupt("Something else.")
    room.main.listening.read_from(0)
    room.send(TextDelta(1, " sits. It sleeps."), Finished(1, "A cat sits. It sleeps.", 5, 0.1, True, False))
    assert room.heard()[-2:] == ["A cat sits.", "It sleeps."]


def test_a_question_about_another_picture_leaves_nothing_to_recall(room: Room) -> None:
    room.main.describe(DOG)
    room.write("A dog.")
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.step(-1)
    room.main.ask("Why?")
    room.main.stop()
    assert not room.describing.can_recall(), "the cat's words are not the dog's"


def test_a_recalled_picture_is_looked_at(room: Room) -> None:
    room.main.describe(DOG)
    room.write("A dog.")
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.step(-1)
    room.main.recall()
    assert room.rows() == room.view.rows == ["A cat."]
    assert room.heard()[-2:] == ["cat.jpg", "A cat."]


def test_a_failure_of_the_engine_belongs_to_the_picture_in_work(room: Room) -> None:
    room.main.describe(DOG)
    room.write("A dog.")
    room.main.describe(CAT)
    room.main.step(-1)
    room.send(Failed(None, Failure(Code.MODEL_MISSING, {"path": "/nowhere"})))
    assert room.rows() == ["A dog."]
    assert room.album.entries[1].transcript.rows[0].text.startswith("There is no model")


def test_a_note_is_never_lost(room: Room) -> None:
    room.main.describe(CAT)
    room.send(Started(1, "cat.jpg"), TextDelta(1, "A cat si"))
    room.main.take(_nothing)
    room.main.ask("Why?")
    room.write("Because.")
    assert [row.kind for row in room.album.entries[0].transcript.rows] == ["description", "note", "question", "answer"]


def test_a_held_question_is_forgotten_by_a_stop(room: Room) -> None:
    room.main.ask("What is it?")
    room.main.stop()
    room.main.describe(CAT)
    assert room.engine.asked[-1].question is None


def test_answers_are_announced_where_no_voice_is_heard(room: Room) -> None:
    room.narration.use(Silence())
    room.main.copy()
    assert room.view.announced[-1] == "There is no description yet."


def test_an_answer_in_another_window_is_announced_once_the_voice_has_failed(room: Room) -> None:
    room.main.say("Copied.")
    assert room.view.announced == []
    room.voice.failure = ExpectedError(Code.SPEECH_FAILED, reason="gone")
    room.main.describe(CAT)
    until(lambda: not room.narration.is_heard, "the failure")
    room.main.say("Saved.")
    assert room.view.announced[-1] == "Saved."


def test_a_description_that_fails_anew_leaves_the_one_before(room: Room) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    for event in (Failed(2, Failure(Code.OUT_OF_MEMORY)), None):
        room.main.describe_again()
        if event:
            room.send(event)
        else:
            room.main.stop()
        assert room.rows()[0] == "A cat."
        assert room.view.rows == room.rows()
        assert room.states() == ["done"]
    assert room.rows()[1].startswith("There was not enough memory")
    assert room.album.transcript.whole == "A cat."


def test_a_question_without_an_answer_is_shown_and_not_copied(room: Room) -> None:
    room.main.describe(CAT)
    room.write("A cat.")
    room.main.ask("Where?")
    room.send(Failed(2, Failure(Code.QUESTION_UNANSWERABLE, {"label": "tiny"})))
    room.main.copy()
    assert room.view.copied == "A cat."
    assert "Question: Where?" in room.rows()
    assert room.states() == ["done"]


def test_a_question_to_a_model_that_answers_none_is_refused_at_once(room: Room) -> None:
    room.send(Ready("tiny", answers=False))
    assert not room.main.ask("Where?")
    assert "can't answer questions" in room.view.told[-1]
    room.main.describe(CAT)
    assert room.engine.asked[-1].question is None


def test_a_question_asked_before_the_model_was_known_gives_way_to_a_description(room: Room) -> None:
    assert room.main.ask("Where?")
    room.send(Ready("tiny", answers=False))
    room.main.describe(CAT)
    assert room.engine.asked[-1].question is None
    room.write("A cat.")
    assert room.rows() == ["A cat."]
    assert [text for text in room.heard() if "can't answer questions" in text]


def test_a_question_that_waits_for_the_model_gives_way_to_a_description(room: Room) -> None:
    assert room.main.ask("Where?")
    room.main.describe(CAT)
    assert room.engine.asked[-1].question == "Where?"
    room.send(Ready("tiny", answers=False))
    assert room.engine.asked[-1].question is None
    room.write("A cat.")
    assert room.rows() == ["A cat."]
    assert room.states() == ["done"]
    assert [text for text in room.heard() if "can't answer questions" in text]


def test_what_has_become_of_a_picture_is_said_on_the_way_to_it(room: Room) -> None:
    room.main.describe(CAT)
    room.send(Failed(1, Failure(Code.OUT_OF_MEMORY)))
    room.main.describe(DOG)
    room.write("A dog.")
    room.main.step(-1)
    assert room.view.told[-1] == "cat.jpg, not described: picture 1 of 2."
    room.main.step(1)
    assert room.view.told[-1] == "dog.jpg: picture 2 of 2."


def test_what_is_not_there_is_not_told_of(room: Room) -> None:
    room.main.tell_zoom(100)
    assert room.view.told[-1] == "There is no picture yet. Open, paste or drop one first."
    room.main.listening.pause()
    assert room.view.told[-1] == "There is no description yet."
    room.main.describe(CAT)
    room.main.tell_zoom(150)
    assert room.view.told[-1] == "Picture at 150 percent."


def test_a_length_says_that_it_ends_a_prompt(room: Room) -> None:
    captions = room.preferences.settings.captions
    room.preferences.change(captions=captions.model_copy(update={"prompts": {"a": "Count."}, "prompt": "a"}))
    room.main.wishes.set_length("short")
    assert room.view.told[-1] == "Length of descriptions: Short. Descriptions follow no prompt of yours."
