"""A question about the picture: one line and a button."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from sparc_desktop.domain.request import MAX_QUESTION


class QuestionLine(QLineEdit):
    """Leaves the key for pasting to the window where no words are on the clipboard: whoever asks first pastes then."""

    def event(self, event: QEvent) -> bool:
        """Qt asks the field first whether a shortcut of the window's is a key of its own."""
        match event:
            case QKeyEvent() if _asks_for_paste(event) and not _has_words():
                event.ignore()
                return False
        return super().event(event)


def _asks_for_paste(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Paste)


def _has_words() -> bool:
    """Files that were copied are words, too: their names."""
    data = QGuiApplication.clipboard().mimeData()
    return data.hasText() and not data.hasUrls()


class QuestionField(QWidget):
    """Enter or the button asks; who has taken the question clears the line."""

    asked = Signal(str)  # without spaces around it; may be empty

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._line = QuestionLine(self)
        self._line.setMaxLength(MAX_QUESTION)
        self._label.setBuddy(self._line)
        self._button = QPushButton(self)
        self._button.setAutoDefault(True)
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self._line.returnPressed.connect(self._ask)
        self._button.clicked.connect(self._ask)

    def clear(self) -> None:
        """Make room for the next question."""
        self._line.clear()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._label.setText(self.tr("&Question:"))
        self._button.setText(self.tr("As&k"))

    def _ask(self) -> None:
        self.asked.emit(self._line.text().strip())
