"""The row of buttons: what is done most, where the Tab key and the mouse find it."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sparc_desktop.ui.actions import Actions


class Buttons(QWidget):
    """One button for each common action."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.open = self._button(actions.open)
        self._paste = self._button(actions.paste)
        self._describe = self._button(actions.describe)
        self._stop = self._button(actions.stop)
        self._read_again = self._button(actions.read_again)

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.open.setText(self.tr("&Open…"))
        self._paste.setText(self.tr("&Paste"))
        self._describe.setText(self.tr("Descri&be Again"))
        self._stop.setText(self.tr("&Stop"))
        self._read_again.setText(self.tr("&Read Again"))

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(True)  # Enter presses it, too, not only Space
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(keys)  # becomes the description that a screen reader says after the name
        button.clicked.connect(action.trigger)
        self._row.addWidget(button, 1)
        return button
