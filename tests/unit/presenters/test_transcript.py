"""Sentences come one by one, and none that is there is moved."""

import pytest

from sparc_desktop.presenters.transcript import Row, Transcript

TEXT = "A red cat sits. Two dogs (e.g. pugs) play! 一只猫。"


@pytest.fixture
def transcript() -> Transcript:
    return Transcript()


def texts(transcript: Transcript) -> list[str]:
    return [row.text for row in transcript.rows]


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_the_sentences_are_the_same_whatever_the_pieces(transcript: Transcript, size: int) -> None:
    added: list[int] = []
    transcript.added.connect(added.append)
    for start in range(0, len(TEXT), size):
        before = transcript.rows
        transcript.grow(TEXT[start : start + size])
        assert transcript.rows[: max(len(before) - 1, 0)] == before[:-1], "only the last one grows"
    transcript.end()
    assert texts(transcript) == ["A red cat sits.", "Two dogs (e.g. pugs) play!", "一只猫。"]
    assert added == [0, 1, 2]
    assert all(row.complete for row in transcript.rows)
    assert transcript.description == TEXT


def test_what_is_being_written_is_shown_but_not_read(transcript: Transcript) -> None:
    transcript.grow("One cat. Two do")
    assert transcript.rows[-1] == Row("description", "Two do", complete=False)
    assert transcript.spoken() == ["One cat."]
    transcript.end()
    assert transcript.spoken(1) == ["Two do"]


def test_a_question_its_answer_and_the_text_follow(transcript: Transcript) -> None:
    transcript.grow("One cat.")
    transcript.end()
    transcript.add_text("Save\nCancel")
    transcript.ask("What colour?")
    transcript.grow("Red. Dark ")
    transcript.grow("red.")
    transcript.end()
    transcript.ask("Why?")
    transcript.grow("I can't tell.")
    transcript.end()
    assert [(row.kind, row.text) for row in transcript.rows] == [
        ("description", "One cat."),
        ("text", "Text: Save"),
        ("text", "Cancel"),
        ("question", "Question: What colour?"),
        ("answer", "Red."),
        ("answer", "Dark red."),
        ("question", "Question: Why?"),
        ("answer", "I can't tell."),
    ]
    assert transcript.description == "One cat."
    lines = ["One cat.", "Text: Save", "Cancel", "Question: What colour?", "Red. Dark red.", "Question: Why?"]
    assert transcript.whole.splitlines() == [*lines, "I can't tell."]


def test_a_question_may_come_first(transcript: Transcript) -> None:
    transcript.ask("What is it?")
    transcript.grow("A cat.")
    transcript.end()
    assert transcript.description == ""
    assert transcript.whole == "Question: What is it?\nA cat."


def test_a_note_is_read_but_not_kept_and_comes_once(transcript: Transcript) -> None:
    transcript.grow("One cat.")
    transcript.end()
    transcript.note("It failed.")
    transcript.note("It failed.")
    assert transcript.spoken() == ["One cat.", "It failed."]
    assert transcript.whole == "One cat."


@pytest.mark.parametrize("text", ["", "   \n\n ", "***", "---\n"])
def test_what_says_nothing_leaves_no_row(transcript: Transcript, text: str) -> None:
    transcript.grow(text)
    transcript.end()
    assert transcript.rows == ()
    assert transcript.whole == text.strip("\n") if text.strip() else transcript.whole == ""


def test_markdown_is_not_shown(transcript: Transcript) -> None:
    transcript.grow("**A cat.** A `dog`")
    assert texts(transcript) == ["A cat.", "A dog"]
