"""Whole sentences out of text that arrives in pieces.

A boundary is decided from the text alone, never from where a piece happened to end: where the next characters could
still change the decision, the splitter waits for them. So the sentences are the same whatever the pieces, and the
first is spoken while the rest is being written.

`_find_end` walks from mark to mark through the beginning of the waiting text. Each mark is an end, is none, or (None)
is not to be decided yet. A sentence that reaches `LONG` without an end is broken at its last comma.
"""

import re
import unicodedata

from sparc_desktop.speech.abbreviations import NUMBERED, SHORTENED, TITLES
from sparc_desktop.speech.markdown import plain

LONG = 200  # characters; about 15 seconds of speech, the most to sit through before one can hear it again
TOO_SHORT = 40  # no part is broken off that is shorter: "However," alone sounds like a stumble
TOO_LONG = 400  # characters without even a comma: break at a space
LINK_LIMIT = 300  # characters; "[" without its end in so many is just a bracket
LINE_START = 8  # characters that tell whether a new line begins a list item or a heading

_CLOSERS = "\"'”’)]}»*_`~」』）》】〉"
_CHINESE_ENDS = "。！？｡"
_ENDS = ".!?…" + _CHINESE_ENDS
_MARK = re.compile(rf"[\n\[{_ENDS}]")
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_NEW_BLOCK = re.compile(r"[^\S\n]*(?:[-*+•>]\s|#{1,6}\s|\d{1,3}[.)]\s|---|\*\*\*|```)")
_LINK = re.compile(r"\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK_BEGINNING = re.compile(r"\[[^\[\]\n]*(?:\](?:\([^()\n]*)?)?")
_BREAK = re.compile(r"[,;:](?=\s)|[，、；：,;:](?=[\u3400-\u9fff])|[，、；：]|\s[-–—](?=\s)|—")
_WORD_BEFORE = re.compile(r"[^\W_](?:[^\W_]|\.(?=[^\W_]))*$")
_LIST_NUMBER = re.compile(r"[\W_]*\d{1,3}$")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")


class SentenceSplitter:
    """Feed it pieces, take out sentences; without Markdown, and no word is lost."""

    def __init__(self) -> None:
        self._waiting = ""

    def feed(self, delta: str) -> list[str]:
        """The sentences that this piece has made complete."""
        self._waiting += delta.replace("\r", "")
        return self._take(final=False)

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
        mark = _MARK.search(text, position)
        if mark is None or mark.start() >= broken_until:
            if len(text) <= broken_until:
                return len(text) if final else None
            if end := _find_break(text, broken_until):
                return end
            broken_until = TOO_LONG  # _find_break always breaks there
            continue
        known, position = _judge(text, mark.start(), final)
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


def _judge(text: str, start: int, final: bool) -> tuple[bool | None, int]:
    """Is the mark at `start` the end of a sentence, and where does it, with all that belongs to it, end?"""
    if text[start] == "[":
        return _judge_bracket(text, start, final)
    if text[start] == "\n":
        return _judge_line(text, start, final)
    ends = _skip(text, start, _ENDS)
    after = _skip(text, ends, _CLOSERS)
    if after == len(text):  # the run of marks may go on
        return (True if final else None), after
    if text[ends - 1] in _CHINESE_ENDS:
        return True, after
    if not text[after].isspace():
        return _is_chinese(text[after]) and text[ends - 1] in "!?", after
    return _judge_spaced(text, start, ends, after, final), after


def _judge_spaced(text: str, start: int, ends: int, after: int, final: bool) -> bool | None:
    """A space follows the marks from `start` to `ends` at `after`: an end, unless they belong to the word before."""
    needs_next = ends < after or text[start:ends] not in (".", "!", "?")  # "Stop!" he said. Well... maybe.
    if not needs_next and text[start] == ".":
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        word = before.group().lower() if before else ""
        if word in TITLES or (_INITIALS.fullmatch(word) and word != "i" and word not in SHORTENED):
            return False
        if _LIST_NUMBER.fullmatch(text, 0, start):
            return False
        needs_next = word in NUMBERED or word in SHORTENED
        if word in NUMBERED:
            return _next_begins_sentence(text, after, final, numbers=False)
    return True if not needs_next else _next_begins_sentence(text, after, final, numbers=True)


def _next_begins_sentence(text: str, after: int, final: bool, numbers: bool) -> bool | None:
    """Could what follows the space begin a sentence? Not with a small letter, nor, unless `numbers`, with a number."""
    next_at = len(text) - len(text[after:].lstrip())
    if text.count("\n", after, next_at) > 1:  # a new paragraph
        return True
    if next_at == len(text):
        return True if final else None
    char = text[next_at]
    return not char.islower() and (numbers or not char.isdigit())


def _judge_line(text: str, start: int, final: bool) -> tuple[bool | None, int]:
    """A line's end is an end after a heading and before a blank line, a list item, a heading; else a wrapped line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[start + 1 : start + 1 + LINE_START]
    if line.startswith(("#", "---", "***")) or _BLANK_LINE.match(rest) or _NEW_BLOCK.match(rest):
        return True, start + 1
    if len(rest) < LINE_START and not final:
        return None, start
    return False, start + 1


def _judge_bracket(text: str, start: int, final: bool) -> tuple[bool | None, int]:
    """A link is stepped over as a whole: the dots inside its address end nothing."""
    window = text[start : start + LINK_LIMIT]
    if link := _LINK.match(window):
        return False, start + link.end()
    beginning = _LINK_BEGINNING.match(window)
    if beginning is not None and beginning.end() == len(window) < LINK_LIMIT and not final:
        return None, start
    return False, start + 1


def _skip(text: str, position: int, chars: str) -> int:
    """The first position from `position` on that holds none of the characters."""
    while position < len(text) and text[position] in chars:
        position += 1
    return position


def _is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"
