"""The dialog in which a prompt of the user's own is written: its name, and what the model is asked."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from sparc_desktop.settings.model import MAX_PROMPT_NAME
from sparc_desktop.ui.status import Status

WIDTH, LINES = 26, 5  # in units of the font's height


class PromptDialog(QDialog):
    """OK saves; what keeps it from being saved is told, and the dialog stays."""

    def __init__(
        self,
        window: QWidget,
        pair: tuple[str, str],
        fault: Callable[[str, str], str],
        save: Callable[[str, str], None],
    ) -> None:
        super().__init__(window)
        self._fault, self._save = fault, save
        name, text = pair
        self.setWindowTitle(self.tr("Edit the Prompt") if name else self.tr("New Prompt"))
        self._name = QLineEdit(name, self)
        self._name.setMaxLength(MAX_PROMPT_NAME)
        self._text = QPlainTextEdit(text, self)
        self._text.setTabChangesFocus(True)
        em = self.fontMetrics().height()
        self._text.setMinimumSize(WIDTH * em, LINES * em)
        self._status = Status(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Name:"), self._name)
        form.addRow(self.tr("What the model is &asked:"), self._text)
        form.addRow(self._status)
        form.addRow(buttons)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Save it if it can be."""
        name, text = self._name.text().strip(), self._text.toPlainText().strip()
        if fault := self._fault(name, text):
            self._status.tell(fault, urgent=True)
            return
        self._save(name, text)
        super().accept()
