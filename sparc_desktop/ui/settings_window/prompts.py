"""The user's own prompts: a list of their names, and buttons to add, edit and remove them.

Enter on a name edits it and Delete removes it, as the buttons do. Removing asks first: what was written is lost.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QListWidget, QMessageBox, QPushButton, QWidget

from sparc_desktop.presenters.prompts import Prompts
from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.ui.question_box import question_box
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.prompt_dialog import PromptDialog

LINES = 5  # names that are seen at once, in units of the font's height


class PromptList(QListWidget):
    """The names."""

    removed = Signal()  # by Delete, on a name or where there is none

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        return [self.tr("Your prompts. Enter: edit this one. Delete: remove it.")]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete on a name."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class PromptsControl(Control):
    """A list and three buttons."""

    said = Signal(str)

    def __init__(self, leaf: Leaf, prompts: Prompts, parent: QWidget) -> None:
        self._list = PromptList(parent)
        super().__init__(leaf, self._list, parent)
        self._prompts = prompts
        self._row = QWidget(parent)
        self._add, self._edit, self._remove = (QPushButton(self._row) for _ in range(3))
        self._list.setMinimumHeight(LINES * self._list.fontMetrics().height())
        self._list.itemActivated.connect(self._ask_for_change)
        self._list.removed.connect(self._ask_to_remove)
        self._add.clicked.connect(lambda: self._open("", ""))
        self._edit.clicked.connect(self._ask_for_change)
        self._remove.clicked.connect(self._ask_to_remove)

    def add_to(self, form: QFormLayout) -> None:
        """The list below its label, then the buttons."""
        self._label.setBuddy(self._list)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._add, self._edit, self._remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        for widget in (self._label, self._list, self._row, self._help):
            form.addRow(widget)

    def show_value(self, value: object) -> None:
        """Show the names, with the same one chosen as before."""
        names, row = list(self._prompts.by_name), self._list.currentRow()
        if names != self._names():
            self._list.clear()
            self._list.addItems(names)
            self._list.setCurrentRow(min(max(row, 0), len(names) - 1))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        super().retranslate()
        self._list.setAccessibleName(self.leaf.title)
        self._add.setText(self.tr("&Add…"))
        self._edit.setText(self.tr("E&dit…"))
        self._remove.setText(self.tr("Re&move…"))
        for button in (self._add, self._edit, self._remove):
            button.setAccessibleDescription(self.leaf.title)

    def _names(self) -> list[str]:
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _current(self) -> str:
        """The name that is chosen; where there is none, that is said."""
        item = self._list.currentItem()
        if item is None:
            self.said.emit(self.tr("There are no prompts of your own yet. Add one first."))
            return ""
        return item.text()

    def _ask_for_change(self) -> None:
        if name := self._current():
            self._open(name, self._prompts.by_name[name])

    def _open(self, former: str, text: str) -> None:
        def fault(name: str, text: str) -> str:
            return self._prompts.fault(former, name, text)

        PromptDialog(self._list.window(), (former, text), fault, lambda *pair: self._save(former, *pair)).open()

    def _save(self, former: str, name: str, text: str) -> None:
        self._prompts.save(former, name, text)
        self._list.setCurrentRow(self._names().index(name))
        self.said.emit(self.tr("Saved: {name}").format(name=name))

    def _ask_to_remove(self) -> None:
        if not (name := self._current()):
            return
        text = self.tr("Remove the prompt “{name}”? What you have written in it is lost.").format(name=name)
        box = question_box(self._list.window(), self.tr("Remove the Prompt"), text)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.button(QMessageBox.StandardButton.Yes).clicked.connect(lambda: self._forget(name))
        box.finished.connect(box.deleteLater)
        box.open()

    def _forget(self, name: str) -> None:
        self._prompts.remove(name)
        self.said.emit(self.tr("Removed: {name}").format(name=name))
