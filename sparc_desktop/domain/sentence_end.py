"""Where a sentence of written text ends, be it English or Chinese, plain or Markdown.

A mark (a full stop, a line's end, a bracket) is an end, is none, or (None) is not to be decided yet, because the next
characters could still change the decision. So it is the same whatever the pieces in which the text arrives.
"""

import re

from sparc_desktop.domain.abbreviations import NUMBERED, SHORTENED, TITLES

LINK_LIMIT = 300  # characters; "[" without its end in so many is just a bracket
LINE_START = 8  # characters that tell whether a new line begins a list item or a heading

_CLOSERS = "\"'”’)]}»*_`~」』）》】〉"
_CHINESE_ENDS = "。！？｡"
_ENDS = ".!?…" + _CHINESE_ENDS
_GOING_ON = "，、；：" + _CHINESE_ENDS  # after a quotation that ends as a sentence does
MARK = re.compile(rf"[\n\[{_ENDS}]")
_COMPLETE = re.compile(rf"[{_ENDS}][{re.escape(_CLOSERS)}]*\s*$")
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_NEW_BLOCK = re.compile(r"[^\S\n]*(?:[-*+•>]\s|#{1,6}\s|\d{1,3}[.)]\s|---|\*\*\*|```)")
_LINK = re.compile(r"\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK_BEGINNING = re.compile(r"\[[^\[\]\n]*(?:\](?:\([^()\n]*)?)?")
_WORD_BEFORE = re.compile(r"[^\W_](?:[^\W_]|\.(?=[^\W_]))*$")
_LIST_NUMBER = re.compile(r"[\W_]*\d{1,3}$")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")


def next_end(text: str) -> tuple[bool | None, int]:
    """Where the first sentence of a text that may go on ends: (True, its end).

    Where no end is sure yet: how much of the text belongs to the sentence in any case, all of it (False), or (None)
    only what stands before the characters that could be the next sentence's.
    """
    known: bool | None = False
    position = 0
    while not known and (mark := MARK.search(text, position)):
        known, position = judge(text, mark.start(), final=False)
        if known is None:
            return None, position
    return (True, position) if known else (False, len(text))


def has_end(sentence: str) -> bool:
    """Does it end as a sentence does, and not as a heading or a line of a list?"""
    return _COMPLETE.search(sentence) is not None


def judge(text: str, start: int, final: bool) -> tuple[bool | None, int]:
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
        return ends == after or text[after] not in _GOING_ON, after  # “您确定吗？”，他问。
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
