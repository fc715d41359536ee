"""What is true of a screen that was laid out: what of it can be seen, in the order of salience.

The order: a menu or a window in front first, then the windows behind it, the panel, and the icons. Within a window come
first a bar with an open menu, then all else as it is read, and a bar of closed menus last.

What others hide by more than `HIDDEN` is not told, nor what it holds; nor are words of which a part is hidden.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Relation, place_of
from sparc_desktop.evaluate.world.screen.placed import HIDDEN, Placed

WORDS_HIDDEN = 0.1  # the share of words that may be
BEHIND = 0.05  # the share of a window that another hides, for it to be told to be behind that
IN_A_ROW = ("menu", "menu item", "list item", "tab", "bar", "slice")  # have no place of their own in what holds them
WINDOWS = ("window", "dialog")
VALUED = ("progress bar", "slider")  # their value can be seen where it is not written, too
Box = tuple[int, int, int, int]
NOBODY = -1  # the truth of a pixel of which there is nothing to tell


class Truth:
    """Of all that was `placed` on a screen of this size, from the back to the front."""

    def __init__(self, placed: Sequence[Placed], size: QSize) -> None:
        self._size, self._placed = size, placed
        covers = [each for top in placed for each in top.all() if each is top or each.part.state == "open"]
        self._top = self._painted((each.area, each.layer) for each in covers)
        self._told: list[Placed] = []
        self._items: list[Item] = []
        for each in sorted(placed, key=_importance):
            self._tell(each, None)

    def facts(self, ground: Ground) -> Facts:
        """In the terms of the world."""
        return Facts("screen", ground, tuple(self._items), tuple(self._relations()))

    def boxes(self) -> tuple[tuple[Box, Box], ...]:
        """Of each item where it is, and where its letters stand: left, top, right, bottom in pixels."""
        return tuple((_box(p.area.boundingRect().toRect()), _box(p.letters)) for p in self._told)

    def owners(self) -> NDArray[np.int16]:
        """The index of the innermost item at each pixel, or NOBODY; int16 [height, width]."""
        shades = {id(placed): index + 1 for index, placed in enumerate(self._told)}
        tops = {id(top) for top in self._placed}  # also those that are not told hide what is behind them
        each = sorted((p for top in self._placed for p in top.all()), key=lambda p: p.layer)
        seen = (p for p in each if id(p) in shades or id(p) in tops)
        return self._painted((p.area, shades.get(id(p), 0)) for p in seen).astype(np.int16) + NOBODY

    def _painted(self, areas: Iterable[tuple[QPainterPath, int]]) -> NDArray[np.uint8]:
        """Each area filled with its number (0..255), one over the other; uint8 [height, width]."""
        image = QImage(self._size, QImage.Format.Format_RGB32)  # which Qt paints fastest; the number is in each channel
        image.fill(0)
        painter = QPainter(image)
        for area, number in areas:
            painter.fillPath(area, QColor(number, number, number))
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        return pixels[..., 0].copy()

    def _seen(self, rect: QRect, layer: int) -> float:
        """The share of a rectangle that nothing hides, 0..1."""
        whole = rect.width() * rect.height()
        x, y = max(0, rect.left()), max(0, rect.top())
        part = self._top[y : max(0, rect.bottom() + 1), x : max(0, rect.right() + 1)]
        return float((part <= layer).sum()) / whole if whole > 0 else 0.0

    def _tell(self, placed: Placed, within: int | None) -> None:
        is_window = placed.part.kind in WINDOWS  # which are there only where enough is seen, but for their own menu
        if not is_window and self._seen(placed.area.boundingRect().toRect(), placed.layer) < 1 - HIDDEN:
            return
        index = len(self._items)
        self._told.append(placed)
        self._items.append(self._item(placed, within))
        for inner in sorted(placed.parts, key=_order):
            self._tell(inner, index)

    def _item(self, placed: Placed, within: int | None) -> Item:
        part, area = placed.part, placed.area.boundingRect()
        is_read = self._seen(placed.words or area.toRect(), placed.layer) >= 1 - WORDS_HIDDEN
        middle = area.intersected(QRectF(0, 0, self._size.width(), self._size.height())).center()
        place = place_of(middle.x() / self._size.width(), middle.y() / self._size.height())
        return Item(
            kind=part.kind, colour=part.colour, place="" if within is not None and part.kind in IN_A_ROW else place,
            label=part.label if is_read else "", state=part.state,
            value=part.value if part.written or part.kind in VALUED else None, within=within,
        )  # fmt: skip

    def _relations(self) -> Iterator[Relation]:
        frames = [(i, p) for i, p in enumerate(self._told) if p.part.kind in WINDOWS]
        for back, behind in frames:
            for front, before in frames:
                own, other = behind.area.boundingRect(), before.area.boundingRect()
                shared = own.intersected(other)
                if behind.layer < before.layer and _size(shared) > BEHIND * _size(own):
                    yield Relation(back, "behind", front)


def _box(rect: QRect) -> Box:
    return rect.left(), rect.top(), rect.right() + 1, rect.bottom() + 1


def _size(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())


def _importance(placed: Placed) -> tuple[float, ...]:
    """Of what stands on the desktop: less is more important; icons as they are read."""
    corner = placed.area.boundingRect()
    if placed.part.kind == "icon":
        return 2, corner.y(), corner.x()
    return int(placed.part.kind == "panel"), -placed.layer


def _order(placed: Placed) -> int:
    """Of what stands in a window: less comes first."""
    if placed.part.kind != "menu bar":
        return 1
    return 0 if any(menu.part.state == "open" for menu in placed.parts) else 2
