"""What counts as named in a description."""

import pytest

from sparc_desktop.cli_verify import _is_named


@pytest.mark.parametrize(
    ("word", "text"), [("red", "a red ball"), ("tile", "tiles"), ("9", "open 9 to 5"), ("5", "5:00")]
)
def test_a_word_is_named_also_where_it_goes_on(word: str, text: str) -> None:
    assert _is_named(word, text)


@pytest.mark.parametrize(
    ("word", "text"), [("red", "a colored ball"), ("rain", "a train"), ("9", "kind 39"), ("5", "50")]
)
def test_another_word_that_has_it_inside_is_none(word: str, text: str) -> None:
    assert not _is_named(word, text)
