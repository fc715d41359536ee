"""From single words to what is read: doubtful ones are left out, lines that were only wrapped become paragraphs.

The order is that of the words: the recogniser finds blocks first, then the lines in each; columns of prose that it took
for one block are told apart here (`ocr.columns`). A recogniser sees letters in patterns, too ("ee" in a dotted ground),
so a line counts only where one word of it is beyond doubt. The limits are measured: benchmarks/text_reading.py.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from sparc_desktop.ocr.columns import columns
from sparc_desktop.ocr.word import Block, Line, Word, extent

FLOOR = 60  # of 100: words below it are left out
SURE = 85  # of 100: one such word in each line, of two different letters at least
WIDE = 0.6  # of a line's height: a gap between Chinese words that is meant
FAR = 1.2  # of a line's height: lines further apart do not belong together
JOINING = frozenset("&+=-–—/")  # what may stand alone between two words; all else alone is the frame of something

_CHINESE = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"  # with its marks
_CHINESE_END, _CHINESE_BEGIN = re.compile(f"[{_CHINESE}]$"), re.compile(f"[{_CHINESE}]")
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010]$")


def read_out(blocks: Iterable[Block]) -> str:
    """The text of the blocks' lines, one paragraph a line; empty where nothing is beyond doubt."""
    kept = [[words for line in block if (words := _kept(line))] for block in blocks]
    found = (column for stack in _stacks(kept) for column in _columns(stack))
    return "\n".join(paragraph for column in found for paragraph in _paragraphs(column))


def _stacks(blocks: Iterable[Block]) -> list[list[Block]]:
    """Blocks that lie below each other: a recogniser cuts two columns across, too."""
    stacks: list[list[Block]] = []
    for block in filter(None, blocks):
        if stacks and extent(stacks[-1][-1][-1]).bottom <= extent(block[0]).centre[1]:
            stacks[-1].append(block)
        else:
            stacks.append([block])
    return stacks


def _columns(stack: list[Block]) -> list[Block]:
    found = columns([line for block in stack for line in block])
    return found if len(found) > 1 else stack


def _paragraphs(lines: Block) -> list[str]:
    right = max((line[-1].place.right for line in lines), default=0)
    paragraphs = [_joined(line) for line in lines[:1]]
    for before, line in pairwise(lines):
        if _is_wrapped(before, line, right):
            paragraphs[-1] = _continued(paragraphs[-1], _joined(line))
        else:
            paragraphs.append(_joined(line))
    return paragraphs


def _kept(line: Line) -> Line:
    words = [word for word in line if word.confidence >= FLOOR and _means_something(word.text)]
    while words and words[0].text in JOINING:
        del words[0]
    while words and words[-1].text in JOINING:
        del words[-1]
    return words if any(_is_sure(word) for word in words) else []


def _means_something(text: str) -> bool:
    return text in JOINING or any(char.isalnum() for char in text) or bool(_CHINESE_BEGIN.match(text))


def _is_sure(word: Word) -> bool:
    different = {char for char in word.text.casefold() if char.isalnum()}
    return word.confidence >= SURE and (len(different) > 1 or any("\u3400" <= char <= "\u9fff" for char in different))


def _is_wrapped(before: Line, line: Line, right: int) -> bool:
    """Was the line before broken only because the next word had no more room in its block?"""
    above, below = extent(before), extent(line)
    height = min(above.height, below.height)
    if below.top - above.bottom > FAR * height or max(above.height, below.height) > 1.5 * height:
        return False
    return above.right + line[0].place.width + height / 2 > right


def _joined(line: Line) -> str:
    text = line[0].text
    height = extent(line).height
    for before, word in pairwise(line):
        is_close = word.place.left - before.place.right < WIDE * height
        text += word.text if is_close and _is_chinese_seam(text, word.text) else f" {word.text}"
    return text


def _continued(text: str, more: str) -> str:
    if _HYPHENATED.search(text) and more[0].islower():
        return text[:-1] + more
    return text + more if _is_chinese_seam(text, more) else f"{text} {more}"


def _is_chinese_seam(before: str, after: str) -> bool:
    return bool(_CHINESE_END.search(before) and _CHINESE_BEGIN.match(after))
