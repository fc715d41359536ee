"""Choosing a part of the screen in a window that shows the screen as it was, with the mouse or with keys.

It covers the monitor that it shows. What is chosen stays bright in a frame of black and white, which stands out from
any picture; letting go of the mouse takes nothing yet, so that keys can correct what a hand has missed.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.region import MIN_SIDE
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.domain.target import Region
from sparc_desktop.services.frozen_screen import FrozenScreen
from sparc_desktop.services.region_chooser import RegionChooser, key_named

SHADE = QColor(0, 0, 0, 130)  # over what is not chosen
FRAME = 3  # pixels of each of the frame's two colours


class PartWindow(QDialog):
    """Full-screen while a part is chosen; whoever opens it shows and closes it.

    A dialog, for a screen reader has no word for a mere window that has the focus itself.
    """

    chosen = Signal(object)  # domain.target.Region
    given_up = Signal()
    answered = Signal(str)  # what a key or the mouse has done, to be said

    def __init__(self, screen: FrozenScreen, chooser: RegionChooser) -> None:
        super().__init__()
        self._screen, self._chooser = screen, chooser
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(screen.picture.untrusted_data)
        self._grasped: QPointF | None = None  # where the mouse was pressed
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Choose a Part of the Screen"))
        self.setAccessibleName(self.windowTitle())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text = self.tr("Drag with the mouse, or press H to hear the keys. Enter describes the part.")
        hint = QLabel(text, self)
        hint.setAutoFillBackground(True)
        hint.setMargin(self.fontMetrics().height() // 2)
        column = QVBoxLayout(self)
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def begin(self) -> None:
        """Show it, with the focus, and say what can be done."""
        self._cover()
        self.answered.emit(self._chooser.begin())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A step, as behind the leader key."""
        combination = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if key := key_named(combination.replace("Num+", "")):
            self._take_step(key)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """By the desktop's own keys: as Escape."""
        self.given_up.emit()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A corner."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grasped = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The opposite corner, until the button is up."""
        if self._grasped is not None:
            self._drag(self._grasped, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The rectangle stands."""
        if self._grasped is not None and self._drag(self._grasped, event.position()):
            self.answered.emit(self._chooser.where())
        self._grasped = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As Enter."""
        self._grasped = None
        self._take_step(RegionKey.TAKE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, the shade around what is chosen, and its frame."""
        painter = QPainter(self)
        bounds, whole = self._chooser.bounds, self._screen.whole
        across, down = self._pixmap.width() / whole.width, self._pixmap.height() / whole.height
        source = QRectF(
            (bounds.left - whole.left) * across, (bounds.top - whole.top) * down,
            bounds.width * across, bounds.height * down,
        )  # fmt: skip
        painter.drawPixmap(QRectF(self.rect()), self._pixmap, source)
        chosen = self._shown(self._chooser.rectangle)
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        outside.addRect(chosen)
        painter.fillPath(outside, SHADE)
        for colour, inset in ((Qt.GlobalColor.black, FRAME / 2), (Qt.GlobalColor.white, 1.5 * FRAME)):
            painter.setPen(QPen(colour, FRAME, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(chosen.adjusted(inset, inset, -inset, -inset))

    def _cover(self) -> None:
        """The monitor that is shown, where Qt has one in that place; else the first."""
        corner = (self._chooser.bounds.left, self._chooser.bounds.top)
        there = [each for each in QGuiApplication.screens() if each.geometry().topLeft().toTuple() == corner]
        self.setGeometry((there or [QGuiApplication.primaryScreen()])[0].geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def _drag(self, grasped: QPointF, to: QPointF) -> bool:
        """The rectangle between where the mouse was pressed and where it is; too small a one changes nothing."""
        (left, top), (right, bottom) = self._on_screen(grasped), self._on_screen(to)
        rectangle = Rectangle(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
        if min(rectangle.width, rectangle.height) < MIN_SIDE:
            return False
        self._chooser.place(rectangle)
        self.update()
        return True

    def _take_step(self, key: RegionKey) -> None:
        bounds = self._chooser.bounds
        match self._chooser.press(key):
            case str() as answer:
                if self._chooser.bounds != bounds:
                    self._cover()
                self.answered.emit(answer)
                self.update()
            case Region() as region:
                self.chosen.emit(region)
            case None:
                self.given_up.emit()

    def _shown(self, rectangle: Rectangle) -> QRectF:
        """Where a rectangle of the screen is in this window."""
        bounds = self._chooser.bounds
        across, down = self.width() / bounds.width, self.height() / bounds.height
        left, top = (rectangle.left - bounds.left) * across, (rectangle.top - bounds.top) * down
        return QRectF(left, top, rectangle.width * across, rectangle.height * down)

    def _on_screen(self, point: QPointF) -> tuple[int, int]:
        bounds = self._chooser.bounds
        x, y = min(max(point.x(), 0), self.width()), min(max(point.y(), 0), self.height())
        return (
            bounds.left + round(x * bounds.width / self.width()),
            bounds.top + round(y * bounds.height / self.height()),
        )
