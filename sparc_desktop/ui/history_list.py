"""The list of descriptions and its keys: Enter opens the one with the focus, Delete deletes it, Ctrl+Z undoes that."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget

from sparc_desktop.services.history.record import Record
from sparc_desktop.ui.history_rows import HistoryRows


class HistoryList(QListView):
    """Places are counted from 0; -1 is none."""

    opened = Signal()
    deleted = Signal()
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = HistoryRows()
        self.setModel(self._rows)
        self.setUniformItemSizes(True)  # or thousands of rows would be measured one by one
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        return [self.tr("What was described. Enter: open this one. Delete: delete it. Ctrl+Z: bring it back.")]

    @property
    def place(self) -> int:
        """Of the row that is chosen."""
        return self.currentIndex().row()

    def show_records(self, records: Sequence[Record], current: int) -> None:
        """These, with one of them chosen."""
        self._rows.show(records)
        self.setCurrentIndex(self._rows.index(current))

    def take_out(self, place: int) -> None:
        """Qt chooses the row below, or above where there is none."""
        self._rows.take_out(place)

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setAccessibleName(self.tr("Descriptions"))
        if self._rows.rowCount():
            self._rows.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What Qt would leave to the window, or take for something else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.deleted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        else:
            super().keyPressEvent(event)
