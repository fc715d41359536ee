"""The list of models and its keys: Enter uses the one with the focus, Delete removes it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QWidget

SPACE = 2  # pixels around a row, or those of several lines would run together


class ModelList(QListWidget):
    """`currentRowChanged` comes of the user alone."""

    used = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setSpacing(SPACE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        return [self.tr("All models. Enter: use this one, after getting it. Delete: remove it.")]

    def show_rows(self, rows: Sequence[str], current: int) -> None:
        """These; a row that stays as it was is not touched, or a screen reader would read it again."""
        with QSignalBlocker(self):
            if self.count() != len(rows):
                self.clear()
                self.addItems(list(rows))
            for place, text in enumerate(rows):
                if (item := self.item(place)).text() != text:
                    item.setText(text)
            if current != self.currentRow():
                self.setCurrentRow(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What Qt would leave to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.used.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
