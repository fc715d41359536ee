"""How controls are painted in the styles of our own, each into `option.rect`; the painter is left as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionProgressBar

from sparc_desktop.evaluate.world.screen.looks import Style
from sparc_desktop.evaluate.world.screen.stage import mixed

ROLE, STATE = QPalette.ColorRole, QStyle.StateFlag
NO_LINE = QPen(Qt.PenStyle.NoPen)
STROKES = {  # of the sign in a check box, within 0..1
    "tick": (((0.22, 0.52), (0.42, 0.74), (0.78, 0.28)),),
    "cross": (((0.25, 0.25), (0.75, 0.75)), ((0.75, 0.25), (0.25, 0.75))),
}


class Brush:
    """Of one style, for letters `size` pixels high."""

    def __init__(self, style: Style, size: int) -> None:
        self._style, self._size = style, size

    def box(self, option: QStyleOption, painter: QPainter, fill: QColor | QLinearGradient) -> None:
        """The frame of any control, filled."""
        pen = self._line(option)
        half = pen.widthF() / 2
        box = QRectF(option.rect).adjusted(half, half, -half, -half)
        with _drawing(painter, pen, QBrush(fill)):
            corner = self._corner(box)
            painter.drawRoundedRect(box, corner, corner)

    def button(self, option: QStyleOption, painter: QPainter) -> None:
        """A button or a combo box."""
        colour = option.palette.color(ROLE.Button)
        if not option.state & STATE.State_Enabled:
            colour = mixed(colour, option.palette.color(ROLE.Window), 0.85)
        if self._style.fill == "gradient":
            shine = QLinearGradient(QPointF(option.rect.topLeft()), QPointF(option.rect.bottomLeft()))
            shine.setColorAt(0, mixed(colour, QColor("white"), 0.35))
            shine.setColorAt(1, mixed(colour, QColor("black"), 0.12))
            self.box(option, painter, shine)
        else:
            self.box(option, painter, option.palette.color(ROLE.Window) if self._style.fill == "none" else colour)

    def arrow(self, option: QStyleOption, painter: QPainter, rect: QRect) -> None:
        """The arrow of a combo box, in the middle of `rect`."""
        middle, half = QPointF(rect.center()), self._size * 0.25
        corners = (QPointF(-half, -half / 2), QPointF(half, -half / 2), QPointF(0, half))
        with _drawing(painter, NO_LINE, QBrush(option.palette.color(ROLE.ButtonText))):
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def field(self, option: QStyleOption, painter: QPainter) -> None:
        """A text field."""
        base = option.palette.color(ROLE.Base)
        if self._style.field == "box":
            self.box(option, painter, base)
        else:
            painter.fillRect(option.rect, base)
            self._underline(option, painter, self._line(option).color(), self._style.border + 1)

    def mark(self, option: QStyleOption, painter: QPainter, *, is_round: bool) -> None:
        """The box of a check box or the circle of a radio button, and the sign in it."""
        is_on = bool(option.state & STATE.State_On)
        is_filled = is_on and self._style.fill != "none"
        side = min(option.rect.width(), option.rect.height()) - 2
        box = QRectF(option.rect.x() + 1, option.rect.y() + 1, side, side)
        accent, on_accent = option.palette.color(ROLE.Highlight), option.palette.color(ROLE.HighlightedText)
        pen = QPen(accent if is_filled else option.palette.color(ROLE.WindowText), self._style.border + 0.3)
        corner = side / 2 if is_round else min(self._style.corner * 0.5, side / 4)
        with _drawing(painter, pen, QBrush(accent if is_filled else option.palette.color(ROLE.Base))):
            painter.drawRoundedRect(box, corner, corner)
            if is_on:
                _draw_sign(painter, box, on_accent if is_filled else accent, "dot" if is_round else self._style.tick)

    def progress(self, option: QStyleOptionProgressBar, painter: QPainter) -> None:
        """What is done of a bar of progress."""
        done = QRectF(option.rect).adjusted(1, 1, -1, -1)
        done.setWidth(done.width() * option.progress / max(1, option.maximum))
        with _drawing(painter, NO_LINE, QBrush(option.palette.color(ROLE.Highlight))):
            corner = min(self._corner(done), done.width() / 2)
            painter.drawRoundedRect(done, corner, corner)

    def tab(self, option: QStyleOption, painter: QPainter) -> None:
        """A line under the tab that is selected; in styles with round corners also a box around each."""
        is_selected = bool(option.state & STATE.State_Selected)
        if self._style.corner > 2:
            option.rect.adjust(1, 1, -1, -1)
            self.box(option, painter, option.palette.color(ROLE.Base if is_selected else ROLE.Button))
        if is_selected:
            self._underline(option, painter, option.palette.color(ROLE.Highlight), 3)

    def slider(self, option: QStyleOption, painter: QPainter, handle: QRect) -> None:
        """The groove, the part of it that is passed, and the handle."""
        middle, thick = QRectF(handle).center(), max(3.0, self._size / 4)
        groove = QRectF(option.rect.x() + 2, middle.y() - thick / 2, option.rect.width() - 4, thick)
        passed, side = QRectF(groove), min(handle.width(), handle.height()) + 2
        passed.setRight(middle.x())
        knob = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        corner = side / 2 if self._style.corner > 2 else 1
        ground = option.palette.color(ROLE.Window)
        with _drawing(painter, NO_LINE, QBrush(mixed(option.palette.color(ROLE.WindowText), ground, 0.6))):
            painter.drawRoundedRect(groove, thick / 2, thick / 2)
            painter.setBrush(option.palette.color(ROLE.Highlight))
            painter.drawRoundedRect(passed, thick / 2, thick / 2)
            painter.setPen(QPen(ground, 1))
            painter.drawRoundedRect(knob, corner, corner)

    def _corner(self, box: QRectF) -> float:
        return min(self._style.corner * self._size / 13, box.height() / 2)

    def _line(self, option: QStyleOption) -> QPen:
        """Around a control; where it has the focus, thicker and in the accent's colour."""
        has_focus = bool(option.state & STATE.State_HasFocus)
        colour = option.palette.color(ROLE.Highlight if has_focus else ROLE.WindowText)
        if not has_focus and self._style.fill != "none":
            colour = mixed(colour, option.palette.color(ROLE.Window), 0.55)
        return QPen(colour, self._style.border + has_focus)

    def _underline(self, option: QStyleOption, painter: QPainter, colour: QColor, thick: int) -> None:
        under = QRect(option.rect)
        under.setTop(under.bottom() + 1 - thick)
        painter.fillRect(under, colour)


def _draw_sign(painter: QPainter, box: QRectF, colour: QColor, sign: str) -> None:
    """What shows that it is on: a dot, a tick, a cross or a block."""
    side = box.width()
    if sign in STROKES:
        painter.setPen(QPen(colour, max(1.5, side / 7)))
        for stroke in STROKES[sign]:
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in stroke]))
        return
    painter.setPen(NO_LINE)
    painter.setBrush(colour)
    inner = box.adjusted(side * 0.28, side * 0.28, -side * 0.28, -side * 0.28)
    corner = inner.width() / 2 if sign == "dot" else 0
    painter.drawRoundedRect(inner, corner, corner)


@contextmanager
def _drawing(painter: QPainter, pen: QPen, brush: QBrush) -> Iterator[None]:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(brush)
    yield
    painter.restore()
