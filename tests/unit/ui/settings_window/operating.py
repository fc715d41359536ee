"""How tests find a control in the settings window, and what a screen reader is told of it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QWidget,
)

from sparc_desktop.settings.pages import PAGES
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.key_button import KeyButton
from sparc_desktop.ui.settings_window.window import SettingsWindow


def control(window: SettingsWindow, path: str) -> Control:
    """The control of a setting, on its page."""
    window.show_page(next(page.name for page in PAGES if path in page.paths))
    QCoreApplication.processEvents()
    return next(each for each in window.page.controls if each.leaf.path == path)


def widget(window: SettingsWindow, path: str) -> QWidget:
    found = control(window, path).widget
    found.setFocus()
    return found


def heard_of(widget: QWidget) -> tuple[str, str]:
    """Name and description, as a screen reader has them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox):  # on Linux its name is its value, and a reader looks for its label
        name = " ".join(label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return name, interface.text(QAccessible.Text.Description)


def key_button(window: SettingsWindow, path: str, name: str) -> KeyButton:
    buttons = widget(window, path).findChildren(KeyButton)
    button = next(each for each in buttons if each.accessibleName().startswith(f"{name}:"))
    button.setFocus()
    return button


def status(window: SettingsWindow) -> str:
    return window._status.text()


def button(window: QWidget, text: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text().replace("&", "") == text)


def dialog(window: QWidget, kind: type[QDialog]) -> QDialog:
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete: those that were closed before
    return next(each for each in window.findChildren(kind) if each.isVisible())
