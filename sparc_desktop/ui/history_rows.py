"""The descriptions found, as rows: how many there are is known at once, and each is put into words when it is needed.

So a list of thousands is there at once, and a screen reader hears its true length.
"""

import html
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sparc_desktop.presenters.history import row_text
from sparc_desktop.services.history.record import Record


class HistoryRows(QAbstractListModel):
    """One row a description."""

    def __init__(self) -> None:
        super().__init__()
        self._records: list[Record] = []

    def show(self, records: Sequence[Record]) -> None:
        """These, instead of others."""
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def take_out(self, place: int) -> None:
        """All but this one."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._records[place]
        self.endRemoveRows()

    def retranslate(self) -> None:
        """The words are in another language now."""
        self.dataChanged.emit(self.index(0), self.index(len(self._records) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  (as Qt has it)
        """How many there are."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a row; a tool tip shows what of it has no room, and takes it for text, whatever is in it."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        text = row_text(self._records[index.row()], datetime.now())
        return text if role == Qt.ItemDataRole.DisplayRole else f"<p>{html.escape(text)}</p>"
