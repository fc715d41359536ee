"""A model that is not in the list: by its name on the hub, or in a folder of the user's."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from sparc_desktop.ui.file_dialog import file_dialog

LONGEST = 500  # characters of a name or an address
WIDTH = 26  # in units of the font's height


class ModelDialog(QDialog):
    """Deletes itself; what is chosen comes as a signal."""

    named = Signal(str)
    folder_chosen = Signal(Path)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._label, self._line = QLabel(self), QLineEdit(self)
        self._label.setWordWrap(True)
        self._label.setBuddy(self._line)
        self._line.setMaxLength(LONGEST)
        self._line.setMinimumWidth(WIDTH * self.fontMetrics().height())
        box = QDialogButtonBox(self)
        self._get = box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._folder = box.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._cancel = box.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._folder.clicked.connect(self._ask_folder)
        column = QVBoxLayout(self)
        for widget in (self._label, self._line, box):
            column.addWidget(widget)
        self.finished.connect(self.deleteLater)
        self.retranslate()

    def accept(self) -> None:
        """The line counts."""
        super().accept()
        self.named.emit(self._line.text())

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setWindowTitle(self.tr("Another Model"))
        self._label.setText(self.tr("&Name on the hub (owner/model):"))
        self._get.setText(self.tr("Get and &Use"))
        self._folder.setText(self.tr("Choose a &Folder…"))
        self._cancel.setText(self.tr("&Cancel"))

    def _ask_folder(self) -> None:
        dialog = file_dialog(self, self.tr("Folder of a Model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self.reject()
        self.folder_chosen.emit(Path(name))
