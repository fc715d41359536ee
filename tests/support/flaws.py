"""Faults that a test of accessibility must find, to be added to a window that has none."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


class MuteBox(QCheckBox):
    """Nothing is heard of what Space does to it."""

    def nextCheckState(self) -> None:
        pass


def _add(centre: QWidget, widget: QWidget) -> None:
    """At the end of the window, for Tab and for the eye."""
    layout = centre.findChildren(QVBoxLayout)[0]
    layout.addWidget(widget)


def _add_trap(centre: QWidget) -> None:
    trap = QPlainTextEdit()
    trap.setAccessibleName("Trap")
    _add(centre, trap)


def _add_image(centre: QWidget) -> None:
    image = QLabel()
    image.setPixmap(QPixmap(16, 16))
    _add(centre, image)


def _add_text(centre: QWidget) -> None:
    text = QLabel("Only to be read")
    text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _add(centre, text)


def _mix_up(centre: QWidget) -> None:
    buttons = centre.findChildren(QPushButton)
    QWidget.setTabOrder(buttons[0], buttons[2])


def _add_unreachable(centre: QWidget) -> None:
    button = QPushButton("Out of reach")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    _add(centre, button)


FLAWS: Mapping[str, Callable[[QWidget], None]] = {
    "nameless button": lambda centre: _add(centre, QPushButton()),
    "doubled key": lambda centre: _add(centre, QPushButton("&Paste twice")),
    "nameless image": _add_image,
    "static text": _add_text,
    "trap": _add_trap,
    "order": _mix_up,
    "out of reach": _add_unreachable,
    "mute": lambda centre: _add(centre, MuteBox("Mute")),
}
