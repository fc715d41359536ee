"""Where the first sentence ends, and what of a text is sure to belong to it while that isn't known."""

import pytest

from sparc_desktop.domain.sentence_end import has_end, next_end


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A cat sits. A dog", "A cat sits."),
        ("Mr. Smith of the U.S. Army stands. He", "Mr. Smith of the U.S. Army stands."),
        ("It is 3.5 m. tall. It", "It is 3.5 m. tall."),
        ("It says “Exit.” It", "It says “Exit.”"),
        ('"Stop!" he said. "Go." She', '"Stop!" he said.'),
        ("图中有一只猫。它", "图中有一只猫。"),
        ("牌子上写着：“出口。”它", "牌子上写着：“出口。”"),
        ("Objects:\n- a cat", "Objects:\n"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert next_end(text) == (True, len(first))


@pytest.mark.parametrize(
    ("text", "known", "sure"),
    [
        ("", False, ""),
        ("A cat", False, "A cat"),
        ("A cat.", None, "A cat."),  # a number or a quotation mark could follow
        ("It is 3.5", False, "It is 3.5"),
        ("At 5 p.m. ", None, "At 5 p.m."),
        ("一只猫。", None, "一只猫。"),
        ("A cat\n- a", True, "A cat\n"),
        ("A cat\nand", None, "A cat"),
        ("A cat [with a. Name", None, "A cat "),
    ],
)
def test_what_is_sure(text: str, known: bool | None, sure: str) -> None:
    assert next_end(text) == (known, len(sure))


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [("A cat.", True), ("“Exit.” ", True), ("**Bold!**", True), ("好。", True), ("# Title\n", False), ("- cat", False)],
)
def test_what_ends_as_a_sentence(sentence: str, ends: bool) -> None:
    assert has_end(sentence) is ends
