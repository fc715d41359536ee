"""A window, a dialog or the desktop's panel as a widget: a bar with the title over what it holds.

The platform without a screen draws no bars of title, so they are drawn here, in the manners of several desktops.
"""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sparc_desktop.evaluate.world.screen.controls import build
from sparc_desktop.evaluate.world.screen.kit import Built, Kit
from sparc_desktop.evaluate.world.screen.plan import Part
from sparc_desktop.evaluate.world.screen.stage import mixed

DOTS = ("#ee5c54", "#f5b93c", "#58c04a")  # close, minimize, maximize, where they are dots
HEADS = ("menu bar", "tabs")  # they reach from edge to edge


class TitleBar(QWidget):
    """The title of a window and the signs that close it and change its size, which are no items."""

    def __init__(self, part: Part, kit: Kit, *, is_active: bool) -> None:
        super().__init__()
        self._title, self._kit, self._manner = part.label, kit, kit.look.title_bar
        self._signs = 1 if part.kind == "dialog" or self._manner == "centred" else 3
        ground, ink = QColor(kit.colours.title), QColor(kit.colours.on_title)
        plain = QColor(kit.colours.window)
        self._ground = ground if is_active else mixed(ground, plain, 0.6)
        self._ink = ink if is_active else mixed(QColor(kit.colours.text), self._ground, 0.25)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """In pixels."""
        return QSize(self._words_width + self._signs_width + self._kit.size, round(self._kit.size * 1.8))

    def minimumSizeHint(self) -> QSize:
        """The same: a title is not to be cut off."""
        return self.sizeHint()

    def words(self) -> QRect:
        """Where the title stands in the window, whose upper edge this bar is."""
        width, free = self._words_width, self.width() - self._signs_width
        left = max(0, free - width) // 2 if self._manner in ("dots", "centred") else self._kit.size // 2
        return QRect(self.x() + left + self._signs_width * (self._manner == "dots"), self.y(), width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setBold(self._manner != "right")
        painter.setFont(font)
        painter.setPen(self._ink)
        painter.drawText(self.words().translated(-self.pos()), Qt.AlignmentFlag.AlignVCenter, self._title)
        for index in range(self._signs):
            self._paint_sign(painter, index)
        painter.end()

    @property
    def _words_width(self) -> int:
        return round(self.fontMetrics().horizontalAdvance(self._title) * 1.15)  # they may be bold

    @property
    def _signs_width(self) -> int:
        return round(self._kit.size * 1.4 * self._signs)

    def _paint_sign(self, painter: QPainter, index: int) -> None:
        """The one number `index` from the window's edge; 0 closes it."""
        step, side = self._kit.size * 1.4, self._kit.size * 0.62
        x = step * (index + 0.6) if self._manner == "dots" else self.width() - step * (index + 0.6)
        box = QRectF(x - side / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(self._ink, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._manner == "dots":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(DOTS[index]))
            painter.drawEllipse(box)
            return
        if self._manner == "classic":
            painter.drawRect(box.adjusted(-3, -3, 3, 3))
        elif self._manner == "centred":
            painter.drawEllipse(box.adjusted(-3, -3, 3, 3))
        match index:
            case 0:
                painter.drawLines([QLineF(box.topLeft(), box.bottomRight()), QLineF(box.topRight(), box.bottomLeft())])
            case 1:
                painter.drawRect(box)
            case _:
                painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))


class Pane(QWidget):
    """The ground of a window with a line around it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setPen(mixed(self.palette().windowText().color(), self.palette().window().color(), 0.5))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def window(part: Part, kit: Kit, *, is_active: bool) -> Built:
    """A window or a dialog, with its bar of title and all that it holds."""
    pane = kit.dress(Pane())
    outer = QVBoxLayout(pane)
    outer.setContentsMargins(1, 1, 1, 1)
    outer.setSpacing(0)
    bar = kit.dress(TitleBar(part, kit, is_active=is_active))
    outer.addWidget(bar)
    inner = tuple(build(each, kit) for each in part.parts)
    holder, body = kit.box(across=False)
    margin = round(kit.size * 0.6)
    body.setContentsMargins(margin, margin, margin, margin)
    for each in inner:
        each.put_into(outer if each.part.kind in HEADS else body)
    outer.addWidget(holder, 1)
    return Built(part, pane, inner, words=bar.words)


def panel(part: Part, kit: Kit) -> Built:
    """The bar at the desktop's edge: its buttons at the left, the clock at the right."""
    pane = kit.dress(Pane())
    holder, row = kit.box(across=True)
    outer = QVBoxLayout(pane)
    outer.setContentsMargins(2, 2, 4, 2)
    outer.addWidget(holder)
    inner = tuple(build(each, kit) for each in part.parts)
    for each in inner:
        if each.part.kind == "label":
            row.addStretch()
        row.addWidget(each.widget)
    return Built(part, pane, inner)
