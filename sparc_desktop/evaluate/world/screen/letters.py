"""Where the letters of a control stand within it, as near as a training picture's patches ask for.

Nothing of the truth that is scored comes from here.
"""

from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from sparc_desktop.evaluate.world.screen.plan import Part

CENTRED = ("button", "tab", "menu")
AT_THE_RIGHT = ("check box", "radio button")  # no wider than their words, after what is ticked
CHARTS = ("bar chart", "line chart", "pie chart")
INDENT = 0.4  # of the height of a letter, where words begin at the left
BAR_LIES = 1.5  # a bar's room that is so much wider than high has its name at the left


def letters(part: Part, area: QRect, metrics: QFontMetrics) -> QRect:
    """In the pixels of `area`, the bounding box of the part; empty where there are none or it is not known."""
    height, width = metrics.height(), min(metrics.horizontalAdvance(part.label), area.width())
    if not part.label or part.kind == "slice":  # whose name stands in the key
        return QRect()
    indent = min(round(INDENT * height), area.width() - width)
    left, top = area.x() + indent, area.center().y() - height // 2
    middle = area.x() + (area.width() - width) // 2
    match part.kind:
        case kind if kind in CENTRED:
            left = middle
        case kind if kind in AT_THE_RIGHT:
            left = area.right() + 1 - width
        case kind if kind in CHARTS:
            left, top = middle, area.y() + height // 4
        case "icon":
            left, top = middle, area.bottom() - round(1.1 * height)
        case "bar" if area.width() < BAR_LIES * area.height():
            left, top = middle, area.bottom() - height
    return QRect(left, top, width, height)


@lru_cache(4096)  # more than there are words; what is made up is never the same for long
def ends(label: str) -> tuple[float, ...]:
    """Where each letter ends, in shares of the label's width: those of one font, which are near to those of others."""
    metrics = QFontMetricsF(QFont("DejaVu Sans", 40))
    whole = metrics.horizontalAdvance(label)
    return tuple(metrics.horizontalAdvance(label[: number + 1]) / whole for number in range(len(label)))
