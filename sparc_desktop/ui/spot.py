"""Where the focus is, for the help: the control, what it is called, and what its window says of itself.

A widget names its place in the main window by the property "help" (`presenters.help.Place`). Any widget or window may
give lines of its own instead, by a method `help_lines() -> Sequence[str]`. The nearest place to the focus counts; the
lines are those of all that hold it, the nearest first.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from sparc_desktop.presenters.help import Control, Spot
from sparc_desktop.ui.deeds import plain

KINDS: dict[type[QWidget], Control] = {  # the special ones before the general
    QCheckBox: Control.CHECK,
    QAbstractButton: Control.BUTTON,
    QComboBox: Control.COMBO,
    QAbstractItemView: Control.LIST,
    QLineEdit: Control.LINE,
    QAbstractSpinBox: Control.NUMBER,
    QMenu: Control.MENU,
    QMenuBar: Control.MENU,
}


@runtime_checkable
class HasHelp(Protocol):
    """A widget or window that says itself what can be done there."""

    def help_lines(self) -> Sequence[str]:
        """One thing a line."""


def spot_of(widget: QWidget) -> Spot:
    """Where the focus is when it is on this widget."""
    if isinstance(widget, QMenu):
        return Spot(_title(widget), plain(widget.title()), Control.MENU)
    window = widget.window()
    chain = list(_upwards(widget))
    own = tuple(line for each in chain if isinstance(each, HasHelp) for line in each.help_lines())
    place = next(filter(None, (each.property("help") for each in chain)), "")
    return Spot(
        window=_title(widget),
        name="" if widget is window else plain(_accessible(widget, QAccessible.Text.Name)),
        control=_kind(widget),
        hint=_accessible(widget, QAccessible.Text.Description),
        place=str(place),
        own=own,
        is_main=isinstance(window, QMainWindow),
    )


def _upwards(widget: QWidget) -> Iterator[QWidget]:
    """The widget, what holds it, and so on up to its window."""
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = None if at.isWindow() else at.parentWidget()


def _title(widget: QWidget) -> str:
    """Of its window; what pops up has none of its own."""
    active = QApplication.activeWindow()
    return widget.window().windowTitle() or (active.windowTitle() if active else "")


def _kind(widget: QWidget) -> Control:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return Control.TEXT if widget.isReadOnly() else Control.WRITING
    return next((kind for each, kind in KINDS.items() if isinstance(widget, each)), Control.OTHER)


def _accessible(widget: QWidget, what: QAccessible.Text) -> str:
    """As a screen reader is told it: a label's text counts for the field that it belongs to."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(what) if interface else ""
