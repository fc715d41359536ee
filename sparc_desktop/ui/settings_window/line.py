"""A line of text, taken when Enter is pressed or the line is left."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.ui.settings_window.control import Control


class LineControl(Control):
    """A line."""

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        self._line = QLineEdit(parent)
        super().__init__(leaf, self._line, parent)
        self._shown: object = None  # what was shown last, whatever is typed
        self._line.editingFinished.connect(self._typed)

    def show_value(self, value: object) -> None:
        """Show this text; what is typed stays where nothing has changed, as long as it is seen."""
        if value != self._shown or not self._line.isVisible():
            self._shown = value
            self._line.setText(str(value))

    def _typed(self) -> None:
        if self._line.isModified():
            self._line.setModified(False)
            self.choose(self._line.text().strip())
