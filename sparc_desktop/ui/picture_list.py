"""The pictures of this run of the program: one row each, with what has become of it; seen where there are several."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from sparc_desktop.presenters.album import Album, Entry

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
WIDTH = 14  # in units of the font's height


class PictureModel(QAbstractListModel):
    """The entries of an album."""

    def __init__(self, album: Album, parent: QWidget) -> None:
        super().__init__(parent)
        self._album = album
        self._count = 0
        album.added.connect(lambda _entry: self._add())
        album.changed.connect(self._change)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The number of pictures."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """As "cat.jpg, not described"."""
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= index.row() < self._count:
            return None
        entry = self._album[index.row()]
        if entry.state == "done":
            return self.tr("{label}, described").format(label=entry.label)
        return entry.title

    def rewrite(self) -> None:
        """The language was switched."""
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def _add(self) -> None:
        self.beginInsertRows(NOWHERE, self._count, self._count)
        self._count += 1
        self.endInsertRows()

    def _change(self, entry: Entry) -> None:
        index = self.index(self._album.entries.index(entry))
        self.dataChanged.emit(index, index)


class PictureList(QWidget):
    """The list with its label; walking it shows each picture."""

    def __init__(self, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._album = album
        self._label = QLabel(self)
        self._list = QListView(self)
        self._pictures = PictureModel(album, self._list)
        self._list.setModel(self._pictures)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTabKeyNavigation(False)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)  # some thousand pictures don't hold up the window
        self._label.setBuddy(self._list)
        self.setFocusProxy(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self._list)
        self.hide()
        self._list.selectionModel().currentChanged.connect(self._choose)
        album.shown.connect(self._follow)
        album.added.connect(lambda _entry: self.setVisible(self._pictures.rowCount() > 1))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._label.setText(self.tr("Pict&ures:"))
        self._list.setAccessibleName(self.tr("Pictures"))
        self._pictures.rewrite()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() != self._album.place:
            self._album.show(self._album[index.row()])

    def _follow(self) -> None:
        """What is looked at was chosen elsewhere."""
        self.setFixedWidth(WIDTH * self.fontMetrics().height())
        if self._list.currentIndex().row() != self._album.place:
            self._list.setCurrentIndex(self._pictures.index(self._album.place))
