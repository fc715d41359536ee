"""The description as a list of sentences: Up and Down walk, Enter reads from there, Ctrl+C copies what is selected.

It grows at its end while it is being written; whoever stands on a sentence stays there. A row is as high as its text
needs in the width there is.
"""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from sparc_desktop.presenters.transcript import Transcript

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class SentenceModel(QAbstractListModel):
    """The rows of one transcript at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0  # of the rows that the list knows
        self._listen_to(Transcript())

    def show_transcript(self, transcript: Transcript) -> None:
        """Show this one, as it is and as it grows."""
        if transcript is self._transcript:
            return
        self._transcript.added.disconnect(self._add)
        self._transcript.changed.disconnect(self._change)
        self.beginResetModel()
        self._listen_to(transcript)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The number of sentences."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """A sentence."""
        shown = role == Qt.ItemDataRole.DisplayRole and 0 <= index.row() < self._count
        return self._transcript[index.row()].text if shown else None

    def _listen_to(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._count = len(transcript)
        transcript.added.connect(self._add)
        transcript.changed.connect(self._change)

    def _add(self, row: int) -> None:
        self.beginInsertRows(NOWHERE, row, row)
        self._count = row + 1
        self.endInsertRows()

    def _change(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DisplayRole])


class SentenceList(QListView):
    """`read_from` carries a row's number; `copied` the text that was put on the clipboard, none where there is none."""

    read_from = Signal(int)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = SentenceModel(self)
        self.setModel(self._sentences)
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)  # Tab leads out
        self.doubleClicked.connect(lambda index: self.read_from.emit(index.row()))
        self._sentences.rowsAboutToBeInserted.connect(self._look)
        self._sentences.rowsInserted.connect(self._follow)
        self._follows = True

    def show_transcript(self, transcript: Transcript) -> None:
        """Show this one, as it is and as it grows."""
        self._sentences.show_transcript(transcript)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here for the first time stands on the first sentence.

        Qt makes it the current one without choosing it, and a screen reader reads what is chosen.
        """
        super().focusInEvent(event)
        if not self.selectedIndexes() and self._sentences.rowCount():
            self.setCurrentIndex(self._sentences.index(max(self.currentIndex().row(), 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy all that is selected, where Qt would copy one sentence only."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # on a Mac, Qt would edit
            self.read_from.emit(max(self.currentIndex().row(), 0))
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.selectedIndexes()) or [self.currentIndex().row()]
        text = "\n".join(self._sentences.data(self._sentences.index(row)) or "" for row in rows)
        if text:
            QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        self._follows = bar.value() == bar.maximum() and not self.hasFocus()

    def _follow(self) -> None:
        if self._follows:
            self.scrollToBottom()
