"""A small window with a text to read: the shape of the help, of About, and of whatever else is only read.

The text has a caret, so that a screen reader reads it by line, word and letter, and one thing a line, with no line
empty. Tab leads out of it to the buttons, Escape closes, and the focus goes back to where it was.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from sparc_desktop.ui.sizes import resize_to_letters

WIDTH, HEIGHT = 34, 18  # in units of the font's height, so that the window grows with the user's font


class ReadingText(QPlainTextEdit):
    """Read-only text with a caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does nothing here; left to the dialog, it would press one of its buttons."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class ReadingDialog(QDialog):
    """Give it its title and lines in `retranslate`, which is called on every change of language."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = ReadingText(self)
        self._box = QDialogButtonBox(self)
        self.close_button = self.add_button(QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self._box)
        resize_to_letters(self, WIDTH, HEIGHT)
        self.text.setFocus()

    def add_button(self, role: QDialogButtonBox.ButtonRole = QDialogButtonBox.ButtonRole.ActionRole) -> QPushButton:
        """One more, whose text `retranslate` writes."""
        button = QPushButton(self)
        self._box.addButton(button, role)
        button.setAutoDefault(True)  # Enter presses it, too, not only Space
        return button

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """What it says; the caret is put at the beginning."""
        self.setWindowTitle(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText("\n".join(lines))
        self.close_button.setText(self.tr("&Close"))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
