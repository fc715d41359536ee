"""The keyboard page: all keys of the program as a list, one a row, and a field to search them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sparc_desktop.presenters.keyboard import count, matching
from sparc_desktop.ui.sizes import resize_to_letters
from sparc_desktop.ui.status import Status

PAUSE = 300  # milliseconds without a letter until the count is said, as in the history
WIDTH, HEIGHT = 38, 28  # in units of the font's height


class KeyboardWindow(QDialog):
    """`read_rows` gives all rows in the current language (`presenters.keyboard.rows`)."""

    def __init__(self, parent: QWidget, read_rows: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read_rows = read_rows
        self._found: Sequence[str] = ()
        self._label = QLabel(self)
        self._search = QLineEdit(self)
        self._search.setClearButtonEnabled(True)
        self._label.setBuddy(self._search)
        self._heading = QLabel(self)
        self._list = QListWidget(self)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heading.setBuddy(self._list)
        self._status = Status(self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self._status.tell(count(self._found)))
        self._close = QPushButton(self)
        self._close.setAutoDefault(False)  # Enter in the field would press it
        self._close.clicked.connect(self.reject)
        self._search.textChanged.connect(self._find)
        self._arrange()
        self.retranslate()
        self._search.setFocus()

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        return [self.tr("All keys of the program. Write what you look for, or a key; Tab leads to the list.")]

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setWindowTitle(self.tr("Keyboard"))
        self._label.setText(self.tr("&Search:"))
        self._heading.setText(self.tr("&Keys:"))
        self._close.setText(self.tr("&Close"))
        self._show(matching(self._read_rows(), self._search.text()))

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _find(self, text: str) -> None:
        self._show(matching(self._read_rows(), text))
        self._status.tell(count(self._found), "")
        self._pause.start()

    def _show(self, found: Sequence[str]) -> None:
        self._found = found
        self._list.clear()
        self._list.addItems(list(found))
        self._list.setCurrentRow(0)  # or a list that gets the focus has no row to be read

    def _arrange(self) -> None:
        box = QDialogButtonBox(self)
        box.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        for widget in (self._label, self._search, self._heading, self._list, self._status, box):
            column.addWidget(widget)
        resize_to_letters(self, WIDTH, HEIGHT)
