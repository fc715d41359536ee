"""Charts as widgets: bars upright or lying, a line, slices with a key; each with its title, on the ground of a list."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sparc_desktop.evaluate.world.screen.kit import path_of
from sparc_desktop.evaluate.world.screen.plan import Part
from sparc_desktop.evaluate.world.screen.stage import mixed

LYING = 1  # the hint of a chart of bars
CENTRED = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Chart(QWidget):
    """One of the three kinds. It takes all the room it can get."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """In pixels."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as all words can still be read in."""
        line, marks = self._line, self._part.parts
        title = self._bold_width(self._part.label)
        widest = max((self._width(mark.label) for mark in marks), default=0)
        if self._part.kind == "pie chart":
            inside = QSize(line * 3 + self._key_width, line * max(4, len(marks)))
        elif self._part.kind == "line chart":
            inside = QSize(line * 7, line * 3)
        elif self._lies:
            inside = QSize(widest + line * 5, round(line * 1.2 * len(marks)))
        else:
            inside = QSize(max(widest + 6, line * 2) * len(marks), line * 4)
        return QSize(max(inside.width(), title) + line, inside.height() + round(line * 1.8))

    def areas(self) -> Sequence[QPainterPath]:
        """Where each bar or slice lies, with its words."""
        if self._part.kind == "pie chart":
            return [self._slice(i).united(path_of(self._key(i))) for i in range(len(self._part.parts))]
        return [path_of(self._slot(i)) for i in range(len(self._part.parts))]

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base, ink = self.palette().base().color(), self.palette().text().color()
        painter.setPen(QPen(mixed(ink, base, 0.6), 1))
        painter.setBrush(base)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(ink)
        painter.setFont(_bold(self.font()))
        painter.drawText(QRect(0, self._line // 4, self.width(), self._line), CENTRED, self._part.label)
        painter.setFont(self.font())
        outline = QPen(mixed(ink, base, 0.35), 1)
        match self._part.kind:
            case "pie chart":
                self._paint_slices(painter, ink, outline)
            case "bar chart":
                self._paint_bars(painter, ink, outline)
            case _:
                self._paint_line(painter, ink, outline)
        painter.end()

    @property
    def _lies(self) -> bool:
        return self._part.hint == LYING

    @property
    def _line(self) -> int:
        return round(self.font().pixelSize() * 1.2)

    @property
    def _inside(self) -> QRect:
        """The room under the title."""
        margin = self._line // 3
        return self.rect().adjusted(margin, round(self._line * 1.4), -margin, -margin)

    def _width(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _bold_width(self, words: str) -> int:
        return round(self._width(words) * 1.2)

    def _slot(self, index: int) -> QRect:
        """The room of one bar with its name."""
        inside, count = self._inside, len(self._part.parts)
        if self._lies:
            each = inside.height() / count
            return QRect(inside.x(), round(inside.y() + each * index), inside.width(), round(each))
        each = inside.width() / count
        return QRect(round(inside.x() + each * index), inside.y(), round(each), inside.height())

    def _paint_bars(self, painter: QPainter, ink: QColor, outline: QPen) -> None:
        most = max(mark.value or 0 for mark in self._part.parts)
        names = max(self._width(mark.label) for mark in self._part.parts) + 4
        for index, mark in enumerate(self._part.parts):
            slot, share = self._slot(index), (mark.value or 0) / most
            number = str(mark.value) if mark.written else ""
            if self._lies:
                room = slot.width() - names - self._width("100") - 4
                bar = QRectF(slot.x() + names, slot.y() + slot.height() * 0.15, room * share, slot.height() * 0.7)
                name, align = QRect(slot.x(), slot.y(), names - 4, slot.height()), RIGHT
                beside, where = QRectF(bar.right() + 3, slot.y(), slot.width(), slot.height()), LEFT
            else:
                room = slot.height() - 2 * self._line
                bar = QRectF(
                    slot.x() + slot.width() * 0.18,
                    slot.bottom() - self._line - room * share,
                    slot.width() * 0.64,
                    room * share,
                )
                name, align = QRect(slot.x(), slot.bottom() - self._line, slot.width(), self._line), CENTRED
                beside, where = QRectF(slot.x(), bar.y() - self._line, slot.width(), self._line), CENTRED
            painter.setPen(outline)
            painter.setBrush(QColor(*mark.rgb))
            painter.drawRect(bar)
            painter.setPen(ink)
            painter.drawText(name, align, mark.label)
            painter.drawText(beside, where, number)

    @property
    def _key_width(self) -> int:
        """Of the names of the slices, with the squares before them."""
        return max(self._width(_in_key(mark)) for mark in self._part.parts) + round(self._line * 1.4)

    def _pie(self) -> QRectF:
        inside = self._inside
        side = min(inside.height(), inside.width() - self._key_width)
        left = inside.x() + (inside.width() - self._key_width - side) / 2
        return QRectF(left, inside.y() + (inside.height() - side) / 2, side, side)

    def _slice(self, index: int) -> QPainterPath:
        pie, values = self._pie(), [mark.value or 0 for mark in self._part.parts]
        path = QPainterPath(pie.center())
        path.arcTo(pie, 90 - 3.6 * sum(values[:index]), -3.6 * values[index])
        path.closeSubpath()
        return path

    def _key(self, index: int) -> QRect:
        """The row of the key: a square of the colour, the name, the share."""
        inside, left = self._inside, round(self._pie().right()) + self._line // 2
        top = inside.center().y() + round(self._line * (index - len(self._part.parts) / 2))
        return QRect(left, top, inside.right() - left, self._line)

    def _paint_slices(self, painter: QPainter, ink: QColor, outline: QPen) -> None:
        for index, mark in enumerate(self._part.parts):
            key, side = self._key(index), round(self._line * 0.6)
            painter.setPen(outline)
            painter.setBrush(QColor(*mark.rgb))
            painter.drawPath(self._slice(index))
            painter.drawRect(QRect(key.x(), key.center().y() - side // 2, side, side))
            painter.setPen(ink)
            painter.drawText(key.adjusted(side + 4, 0, side, 0), LEFT, _in_key(mark))

    def _paint_line(self, painter: QPainter, ink: QColor, outline: QPen) -> None:
        """A walk by chance that ends at the value; its number stands beside the end."""
        number = str(self._part.value) if self._part.written else ""
        room = QRectF(self._inside).adjusted(2, 2, -self._width("100") - 4, -2)
        painter.setPen(QPen(ink, 1))
        painter.drawPolyline(QPolygonF([room.topLeft(), room.bottomLeft(), room.bottomRight()]))
        heights = _walk(self._part.hint, self._part.value or 0)
        points = [
            QPointF(room.x() + room.width() * i / (len(heights) - 1), room.bottom() - room.height() * h / 100)
            for i, h in enumerate(heights)
        ]
        for pen in (QPen(outline.color(), self._line / 3), QPen(QColor(*self._part.rgb), self._line / 3 - 1.5)):
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(ink)
        painter.drawText(
            QRectF(room.right() + 4, points[-1].y() - self._line / 2, self.width(), self._line), LEFT, number
        )


def _in_key(mark: Part) -> str:
    return f"{mark.label} {mark.value}%" if mark.written else mark.label


def _walk(seed: int, last: int) -> list[float]:
    """5 to 9 heights in 4..96, the last of them `last`."""
    rng = np.random.default_rng([seed])
    steps = rng.normal(0, 22, int(rng.integers(4, 9)))
    return [float(h) for h in np.clip(last + np.cumsum(steps)[::-1], 4, 96)] + [float(last)]


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
