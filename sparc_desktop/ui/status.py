"""The line that says what the program is doing: shown, and said without the focus moving, a reader's included."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sparc_desktop.ui.announce import answer
from sparc_desktop.ui.labels import read_alone


class Status(QLabel):
    """One or two sentences; wraps rather than cutting them off."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup
        read_alone(self)

    def tell(self, text: str, announced: str | None = None, *, urgent: bool = False) -> None:
        """Show this, and have it said, or the shorter `announced` ("" says nothing)."""
        self.setText(text)
        if said := text if announced is None else announced:
            answer(self._window, said, urgent=urgent)
