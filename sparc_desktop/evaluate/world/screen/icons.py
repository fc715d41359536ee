"""An icon on the desktop: a small picture over its name, which stands on a plate so that it can be read anywhere."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sparc_desktop.evaluate.world.screen.plan import Part

PICTURE = 2.3  # its side, in heights of a letter


class Icon(QWidget):
    """As large as its picture and its name."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part

    def sizeHint(self) -> QSize:
        """In pixels."""
        letters = self.fontMetrics()
        height = letters.height()
        return QSize(max(letters.horizontalAdvance(self._part.label) + 6, round(height * PICTURE)), round(height * 3.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        letter = self.fontMetrics().height()
        side = letter * 2.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - side) / 2, letter * 0.15)
        painter.scale(side, side)
        PICTURES[self._part.hint % len(PICTURES)](painter, QColor(*self._part.rgb))
        painter.resetTransform()
        plate = QRectF(0, letter * 2.3, self.width(), letter * 1.05)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = self.palette().window().color()
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._part.label)
        painter.end()


# Each draws into 0..1 both ways.
def _folder(painter: QPainter, colour: QColor) -> None:
    _pen(painter, colour)
    painter.setBrush(colour.darker(120))
    painter.drawRoundedRect(QRectF(0.05, 0.12, 0.45, 0.4), 0.05, 0.05)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.05, 0.25, 0.9, 0.62), 0.05, 0.05)


def _page(painter: QPainter, colour: QColor) -> None:
    _pen(painter, QColor("#505050"))
    painter.setBrush(QColor("white"))
    painter.drawRect(QRectF(0.2, 0.05, 0.6, 0.9))
    painter.setPen(QPen(colour, 0.07))
    for y in (0.28, 0.45, 0.62, 0.79):
        painter.drawLine(QPointF(0.3, y), QPointF(0.7, y))


def _globe(painter: QPainter, colour: QColor) -> None:
    _pen(painter, colour)
    painter.setBrush(colour.lighter(150))
    painter.drawEllipse(QRectF(0.08, 0.08, 0.84, 0.84))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(0.32, 0.08, 0.36, 0.84))
    painter.drawLine(QPointF(0.08, 0.5), QPointF(0.92, 0.5))


def _bin(painter: QPainter, colour: QColor) -> None:
    _pen(painter, colour)
    painter.setBrush(colour.lighter(130))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ((0.18, 0.25), (0.82, 0.25), (0.72, 0.95), (0.28, 0.95))]))
    painter.drawRect(QRectF(0.1, 0.13, 0.8, 0.12))


def _disc(painter: QPainter, colour: QColor) -> None:
    _pen(painter, colour)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0.06, 0.06, 0.88, 0.88))
    painter.setBrush(QColor("white"))
    painter.drawEllipse(QRectF(0.36, 0.36, 0.28, 0.28))


def _screen(painter: QPainter, colour: QColor) -> None:
    _pen(painter, QColor("#303030"))
    painter.setBrush(QColor("#303030"))
    painter.drawRect(QRectF(0.04, 0.1, 0.92, 0.62))
    painter.drawRect(QRectF(0.3, 0.84, 0.4, 0.08))
    painter.setBrush(colour)
    painter.drawRect(QRectF(0.12, 0.18, 0.76, 0.46))


def _letter(painter: QPainter, colour: QColor) -> None:
    _pen(painter, colour)
    painter.setBrush(QColor("white"))
    painter.drawRect(QRectF(0.05, 0.2, 0.9, 0.62))
    painter.drawPolyline(QPolygonF([QPointF(0.05, 0.2), QPointF(0.5, 0.58), QPointF(0.95, 0.2)]))


def _tile(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.06, 0.06, 0.88, 0.88), 0.2, 0.2)
    painter.setBrush(QColor("white"))
    painter.drawPolygon(QPolygonF([QPointF(0.36, 0.28), QPointF(0.74, 0.5), QPointF(0.36, 0.72)]))


def _pen(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour.darker(170), 0.05))


PICTURES: tuple[Callable[[QPainter, QColor], None], ...] = (
    _folder, _page, _globe, _bin, _disc, _screen, _letter, _tile,
)  # fmt: skip
