"""Counting words, in languages with and without spaces between them."""

import re

# A run of letters and digits, with inner apostrophes and hyphens; each Chinese character is a word of its own.
WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")


def count_words(text: str) -> int:
    """How many words a listener hears."""
    return sum(1 for _ in WORD.finditer(text))
