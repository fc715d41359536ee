"""The line that says what the program is doing: shown, and said by a running screen reader without its focus moving."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sparc_desktop.ui.announce import announce


class Status(QLabel):
    """One or two sentences; wraps rather than cutting them off."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup

    def tell(self, text: str, announced: str | None = None, *, urgent: bool = False) -> None:
        """Show this, and announce it, or the shorter `announced` ("" announces nothing)."""
        self.setText(text)
        if said := text if announced is None else announced:
            announce(self._window, said, urgent=urgent)
