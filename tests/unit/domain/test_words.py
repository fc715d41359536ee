"""Words are counted as a listener hears them."""

import pytest

from sparc_desktop.domain.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("A cat.", 2),
        ("A well-fed cat's bowl, 3.5 cm", 7),
        ("一只猫坐在垫子上。", 8),
        ("一只 cat 在 iPhone 旁", 6),
        (" … — !", 0),
    ],
)
def test_count(text: str, words: int) -> None:
    assert count_words(text) == words
