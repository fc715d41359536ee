"""What the widgets of one screen share, and a widget with the part of the plan that it stands for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.screen.looks import Look, Palette
from sparc_desktop.evaluate.world.screen.painted import PaintedStyle
from sparc_desktop.evaluate.world.screen.plan import Part
from sparc_desktop.evaluate.world.screen.stage import colours, font, palette, style, text_size

W = TypeVar("W", bound=QWidget)


class Kit:
    """One screen's style, palette and font. `size` is that of the letters in pixels, after which all else goes."""

    def __init__(self, look: Look, language: Language, long_side: int) -> None:
        self.look, self.size = look, text_size(look, language, long_side)
        self.style = PaintedStyle(style(look), self.size)
        self.indent = round(min(style(look).corner, self.size) * 0.4)  # of letters in a frame with round corners
        self.palette, self.palette_of_buttons = palette(look), palette(look, of_buttons=True)
        self.colours: Palette = colours(look)
        self.font: QFont = font(look, self.size)

    def dress(self, widget: W) -> W:
        """The same widget, with all that is shared."""
        widget.setStyle(self.style)
        widget.setPalette(self.palette_of_buttons if isinstance(widget, QPushButton | QComboBox) else self.palette)
        widget.setFont(self.font)
        return widget

    def box(self, *, across: bool, parent: QWidget | None = None) -> tuple[QWidget, QBoxLayout]:
        """A widget that only lays out what it holds, side by side or one above the other."""
        holder = self.dress(QWidget(parent))
        layout = QHBoxLayout(holder) if across else QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(round(self.size * 0.4))
        return holder, layout


NARROW = ("label", "check box", "radio button")  # no wider than their words, so that these are all that can be hidden


@dataclass(frozen=True, slots=True)
class Popup:
    """An open menu: its part, the widget, and what it hangs under, in the pixels of the screen once that was drawn."""

    part: Part
    menu: QMenu
    anchor: Callable[[], QRect]


@dataclass(frozen=True, slots=True)
class Built:
    """A part as a widget. `inner`: parts that are widgets in it; `areas`: where those of `part.parts` lie that are not.

    `words`: where its own stand, if not all over it. Both are in the widget's own pixels, known once it was drawn.
    """

    part: Part
    widget: QWidget
    inner: tuple["Built", ...] = ()
    areas: Callable[[], Sequence[QPainterPath]] = tuple
    words: Callable[[], QRect] | None = None
    popups: tuple[Popup, ...] = ()

    def put_into(self, layout: QBoxLayout) -> None:
        """Add it to what the layout holds already."""
        if self.part.kind in NARROW:
            layout.addWidget(self.widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(self.widget, int(isinstance(layout, QHBoxLayout)))  # side by side all take the same room

    def all(self) -> Iterator["Built"]:
        """This one and all within it."""
        yield self
        for built in self.inner:
            yield from built.all()


def path_of(rect: QRect) -> QPainterPath:
    """A rectangle as a path."""
    path = QPainterPath()
    path.addRect(QRectF(rect))
    return path
