"""How far a model is loaded, shown only where that takes its time: a screen reader tells each step of a bar it sees."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

PATIENCE = 3000  # milliseconds: a small model is there before


class LoadingBar(QProgressBar):
    """Hidden until there is something to wait for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.show)
        self.hide()

    def show_fraction(self, fraction: float | None) -> None:
        """0 to 1; None once it is loaded."""
        self.setValue(round(100 * (fraction or 0)))
        if fraction is None:
            self._timer.stop()
            self.hide()
        elif self.isHidden() and not self._timer.isActive():
            self._timer.start()
