"""Columns of prose within a block: each is read to its end before the next.

A gutter is a gap between two words that stays clear through line after line. The rows of a table or a form have gutters
too, and are read row by row: what stands on either side of a gutter must be as wide as prose.
"""

import math
from itertools import pairwise

from sparc_desktop.ocr.word import Block, Line, extent

GUTTER = 1.5  # of a line's height: no space between two words is as wide
PROSE = 12  # of a line's height: the least mean width of a column
FEWEST = 2  # lines
FAR = 2.5  # of a line's height: what stands alone and further below is in no column

Gap = tuple[float, float]


def columns(block: Block) -> list[Block]:
    """The block, or its columns and what is above and below them, in reading order."""
    for start, line in enumerate(block):
        for gutter in _gaps(line)[1:-1]:
            left, right, end = _beside(block, start, gutter)
            if _is_prose(left) and _is_prose(right):
                parts = (block[:start], left, right, block[end:])
                return [column for part in parts if part for column in columns(part)]
    return [block]


def _beside(block: Block, start: int, gutter: Gap) -> tuple[Block, Block, int]:
    """What is left and right of the gutter as far down as it stays clear, and the line at which it ends."""
    end = start
    while end < len(block) and (clear := _clear(block[end], gutter)):
        if _stands_alone(block[end], clear) and _is_far(block[end - 1], block[end]):
            break  # the foot of the page
        gutter, end = clear, end + 1
    lines = block[start:end]
    left = ([word for word in line if word.place.right <= gutter[0]] for line in lines)
    right = ([word for word in line if word.place.left >= gutter[1]] for line in lines)
    return list(filter(None, left)), list(filter(None, right)), end


def _stands_alone(line: Line, gutter: Gap) -> bool:
    """Is there nothing of it on the other side?"""
    return line[-1].place.right <= gutter[0] or line[0].place.left >= gutter[1]


def _is_far(above: Line, below: Line) -> bool:
    return extent(below).top - extent(above).bottom > FAR * extent(below).height


def _clear(line: Line, gutter: Gap) -> Gap | None:
    """The part of the gutter that this line leaves clear, where it is wide enough."""
    common = ((max(left, gutter[0]), min(right, gutter[1])) for left, right in _gaps(line))
    wide = [gap for gap in common if _is_wide(gap, line)]
    return wide[0] if wide else None


def _gaps(line: Line) -> list[Gap]:
    """The wide gaps in a line, its two margins among them."""
    between = ((before.place.right, word.place.left) for before, word in pairwise(line))
    return [
        (-math.inf, line[0].place.left),
        *(gap for gap in between if _is_wide(gap, line)),
        (line[-1].place.right, math.inf),
    ]


def _is_wide(gap: Gap, line: Line) -> bool:
    return gap[1] - gap[0] > GUTTER * extent(line).height


def _is_prose(lines: Block) -> bool:
    places = [extent(line) for line in lines]
    return len(places) >= FEWEST and sum(each.width for each in places) > PROSE * sum(each.height for each in places)
