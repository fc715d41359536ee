"""A folder: typed, pasted, or chosen in a dialog; an empty line is the default.

What is typed stays until another folder is set, so that a typing error is mended and not typed anew.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.ui.file_dialog import file_dialog
from sparc_desktop.ui.settings_window.control import Control


class FolderControl(Control):
    """A line and a button; and one for the window of models, which has more of them."""

    models_wanted = Signal()

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        self._line = QLineEdit(parent)
        super().__init__(leaf, self._line, parent)
        self._row = QWidget(parent)
        self._button = QPushButton(self._row)
        self._models = QPushButton(self._row)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        for button in (self._button, self._models):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._shown: object = None  # the folder that was shown last, whatever is typed
        self._line.editingFinished.connect(self._typed)
        self._button.clicked.connect(self._ask)
        self._models.clicked.connect(self.models_wanted)

    def row(self) -> QWidget:
        """Both."""
        return self._row

    def show_value(self, value: object) -> None:
        """Show this folder; what is typed stays where nothing has changed, as long as it is seen."""
        if value != self._shown or not self._line.isVisible():
            self._shown = value
            self._line.setText(str(value or ""))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        super().retranslate()
        self._line.setAccessibleName(self.leaf.title)  # a label names only what lies beside it, not within a row
        self._button.setText(self.tr("C&hoose…"))
        self._button.setAccessibleDescription(self.leaf.title)
        self._models.setText(self.tr("Mode&ls…"))

    def _typed(self) -> None:
        if self._line.isModified():
            self._line.setModified(False)
            self.choose(self._line.text().strip() or None)

    def _ask(self) -> None:
        dialog = file_dialog(self._button.window(), self.leaf.title, self._line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self._line.setText(name)
        self.choose(name)
