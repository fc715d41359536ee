"""The dialog in which a prompt of the user's own is written: its name, and what the model is asked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from sparc_desktop.settings.model import MAX_PROMPT_NAME
from sparc_desktop.ui.status import Status

WIDTH, LINES = 26, 5  # in units of the font's height


class PromptDialog(QDialog):
    """Saving checks first; what keeps the prompt from being saved is told, and the dialog stays."""

    def __init__(
        self,
        window: QWidget | None,
        pair: tuple[str, str],
        fault: Callable[[str, str], str],
        save: Callable[[str, str], None],
    ) -> None:
        super().__init__(window)
        self._fault, self._save = fault, save
        self._is_new = not pair[0]
        self._name = QLineEdit(pair[0], self)
        self._name.setMaxLength(MAX_PROMPT_NAME)
        self._text = QPlainTextEdit(pair[1], self)
        self._text.setTabChangesFocus(True)
        em = self.fontMetrics().height()
        self._text.setMinimumSize(WIDTH * em, LINES * em)
        self._labels = QLabel(self), QLabel(self)
        self._status = Status(self)
        buttons = QDialogButtonBox(self)
        self._ok = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for label, field in zip(self._labels, (self._name, self._text), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow(self._status)
        form.addRow(buttons)
        self.finished.connect(self.deleteLater)
        self.retranslate()

    def accept(self) -> None:
        """Save it if it can be."""
        name, text = self._name.text().strip(), self._text.toPlainText().strip()
        if fault := self._fault(name, text):
            self._status.tell(fault, urgent=True)
            return
        self._save(name, text)
        super().accept()

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setWindowTitle(self.tr("New Prompt") if self._is_new else self.tr("Edit the Prompt"))
        self._labels[0].setText(self.tr("&Name:"))
        self._labels[1].setText(self.tr("What the model is &asked:"))
        self._ok.setText(self.tr("&Save"))
        self._cancel.setText(self.tr("&Cancel"))
