"""The menu of the user's own prompts: which of them descriptions follow, and where they are written."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from sparc_desktop.settings.model import CaptionSettings


class PromptMenu(QMenu):
    """`chosen` carries a prompt's name, or "" for none of them."""

    chosen = Signal(str)

    def __init__(self, edit: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        self._none = self._entry("")
        self.addAction(self._none)
        self._end = self.addSeparator()
        self.addAction(edit)

    def show_settings(self, captions: CaptionSettings) -> None:
        """All prompts, the one that is followed checked."""
        for action in self._group.actions()[1:]:
            self._group.removeAction(action)
            self.removeAction(action)
            action.deleteLater()  # it may have been chosen just now
        entries = {"": self._none} | {name: self._entry(name) for name in captions.prompts}
        entries.get(captions.prompt, self._none).setChecked(True)  # one that is gone is none
        self.insertActions(self._end, list(entries.values())[1:])

    def retranslate(self) -> None:
        """Write the texts that are not the user's own."""
        self.setTitle(self.tr("Own Pro&mpt"))
        self._none.setText(self.tr("&None: Length and Language"))

    def _entry(self, name: str) -> QAction:
        number = len(self._group.actions())
        text = name.replace("&", "&&")
        action = QAction(f"&{number} {text}" if number < 10 else text, self)
        action.setCheckable(True)
        action.setActionGroup(self._group)
        action.triggered.connect(lambda: self.chosen.emit(name))
        return action
