"""Whole sentences out of text that arrives in pieces.

A boundary is decided from the text alone, never from where a piece happened to end: where the next characters could
still change the decision, the splitter waits for them. So the sentences are the same whatever the pieces, and the
first is spoken while the rest is being written.

`_find_end` walks from mark to mark through the beginning of the waiting text; what each of them is,
`domain.sentence_end` decides. A sentence that reaches `LONG` without an end is broken at its last comma.
"""

import re
import unicodedata

from sparc_desktop.domain.sentence_end import MARK, judge
from sparc_desktop.speech.markdown import plain

LONG = 200  # characters; about 15 seconds of speech, the most to sit through before one can hear it again
TOO_SHORT = 40  # no part is broken off that is shorter: "However," alone sounds like a stumble
TOO_LONG = 400  # characters without even a comma: break at a space

_BREAK = re.compile(r"[,;:](?=\s)|[，、；：,;:](?=[\u3400-\u9fff])|[，、；：]|\s[-–—](?=\s)|—")


class SentenceSplitter:
    """Feed it pieces, take out sentences; without Markdown, and no word is lost."""

    def __init__(self) -> None:
        self._waiting = ""

    def feed(self, delta: str) -> list[str]:
        """The sentences that this piece has made complete."""
        self._waiting += delta.replace("\r", "")
        return self._take(final=False)

    @property
    def unfinished(self) -> str:
        """What has come of the sentence that is not complete yet."""
        return plain(self._waiting.strip())

    def flush(self) -> list[str]:
        """What is left, after the last piece; the splitter is then as new."""
        sentences = self._take(final=True)
        self._waiting = ""
        return sentences

    def _take(self, final: bool) -> list[str]:
        sentences: list[str] = []
        while True:
            self._waiting = self._waiting.lstrip()
            end = _find_end(self._waiting, final)
            if not end:
                return sentences
            sentence = plain(self._waiting[:end])
            self._waiting = self._waiting[end:]
            if _can_be_said(sentence):
                sentences.append(sentence)


def _can_be_said(text: str) -> bool:
    """Has it a letter, a number or a pictograph? Marks alone say nothing."""
    return any(unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "So" for char in text)


def _find_end(text: str, final: bool) -> int | None:
    """Where the first sentence of the text ends; None where more text is needed to know."""
    position = 0
    broken_until = LONG
    while True:
        mark = MARK.search(text, position)
        if mark is None or mark.start() >= broken_until:
            if len(text) <= broken_until:
                return len(text) if final else None
            if end := _find_break(text, broken_until):
                return end
            broken_until = TOO_LONG  # _find_break always breaks there
            continue
        known, position = judge(text, mark.start(), final)
        if known is None:
            return None
        if known:
            return position


def _find_break(text: str, limit: int) -> int | None:
    """Where to break the first `limit` characters of a text that is longer: after the last comma, or else a space."""
    ends = (found.end() for found in _BREAK.finditer(text, 0, limit + 1))
    commas = [end for end in ends if TOO_SHORT <= end <= limit]
    if commas:
        return commas[-1]
    if limit < TOO_LONG:
        return None
    space = max(text.rfind(" ", 0, limit), text.rfind("\n", 0, limit))
    return space if space > 0 else limit
