"""The history's window: what is kept, found as one types, opened, deleted, exported.

The search begins a moment after the last letter, so that a listener hears one count and not one for each letter. Enter
in the search field begins it at once and leads to what was found, as soon as it is there; in the list it opens the
description, and the window closes for it. No button is the default one: Enter would press it from elsewhere.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sparc_desktop.presenters.history import HistoryPresenter
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.services.history.record import Entry, Record
from sparc_desktop.ui.calm_dialog import CalmDialog
from sparc_desktop.ui.file_dialog import file_dialog
from sparc_desktop.ui.history_list import HistoryList
from sparc_desktop.ui.labels import read_alone
from sparc_desktop.ui.question_box import question_box
from sparc_desktop.ui.sizes import resize_to_letters
from sparc_desktop.ui.status import Status

PAUSE = 300  # milliseconds without a letter: shorter than a pause to think, longer than between two letters
LONGEST = 200  # characters of a search
WIDTH, HEIGHT = 46, 36  # in units of the font's height, as far as the screen has room
ABREAST = 3  # buttons in a row: six would be wider than a screen once letters are large
NAME = "sparc-desktop-history.html"


class HistoryWindow(CalmDialog):
    """One for the whole run of the program; `begin` shows it."""

    opened = Signal(object)  # services.history.record.Entry
    keep_wanted = Signal()  # the user wants descriptions to be kept from now on

    def __init__(self, keeper: Keeper, parent: QWidget | None = None, *, keeping: bool) -> None:
        super().__init__(parent)
        self._off = QLabel(self)
        self._off.setWordWrap(True)
        read_alone(self._off)
        self._switch_on = QPushButton(self)
        self._search_label, self._search = QLabel(self), QLineEdit(self)
        self._list_label, self._list = QLabel(self), HistoryList(self)
        self._buttons = [QPushButton(self) for _ in range(6)]
        self._open, self._delete, self._undo, self._delete_all, self._export, self._close = self._buttons
        self._status = Status(self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._arrange()
        self.retranslate()
        self._presenter = HistoryPresenter(self, keeper, keeping=keeping)
        self._connect()

    def begin(self) -> None:
        """Come to the front with all descriptions, ready to search."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._search.setFocus()
        self._search.clear()
        self._pause.stop()
        self._presenter.begin()

    def set_keeping(self, keeping: bool) -> None:
        """Are descriptions kept? To be called whenever that setting has changed."""
        self._presenter.set_keeping(keeping)

    # What the presenter asks

    def tell(self, text: str, *, urgent: bool = False) -> None:
        """Show this below the list; announced only while the window is there."""
        self._status.tell(text, None if self.isVisible() else "", urgent=urgent)

    def show_records(self, records: Sequence[Record], current: int) -> None:
        """Fill the list."""
        self._list.show_records(records, current)

    def enter_list(self) -> None:
        """Lead the focus to the list."""
        self._list.setFocus()

    def take_out(self, place: int) -> None:
        """Take a row out of the list."""
        self._list.take_out(place)

    def show_keeping(self, keeping: bool) -> None:
        """Offer to switch the history on, or no longer; the focus then goes from the button to the search field."""
        self._off.setVisible(not keeping)
        self._switch_on.setVisible(not keeping)

    def ask_delete_all(self, question: str) -> None:
        """Ask; Enter and Escape leave all as it is."""
        box = question_box(self, self.tr("Delete All"), question)
        yes = box.addButton(self.tr("&Delete All"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("&Keep Them"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(self._presenter.delete_all)
        box.open()

    def hand_over(self, entry: Entry) -> None:
        """Leave the stage to the description that was opened."""
        self.close()
        self.opened.emit(entry)

    # The window itself

    def done(self, result: int) -> None:
        """It is closed, by whatever key."""
        super().done(result)
        self._pause.stop()
        self._presenter.end()

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setWindowTitle(self.tr("History"))
        self._off.setText(self.tr("The history is switched off: new descriptions are not kept."))
        self._switch_on.setText(self.tr("S&witch the History On"))
        self._switch_on.setAccessibleDescription(self._off.text())
        self._search_label.setText(self.tr("&Search:"))
        self._list_label.setText(self.tr("Descriptio&ns:"))
        self._list.retranslate()
        self._open.setText(self.tr("&Open"))
        self._delete.setText(self.tr("&Delete"))
        self._undo.setText(self.tr("&Undo Delete"))
        self._delete_all.setText(self.tr("Delete &All…"))
        self._export.setText(self.tr("&Export…"))
        self._close.setText(self.tr("&Close"))

    def _ask_where_to_export(self) -> None:
        dialog = file_dialog(self, self.tr("Export the Whole History"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Web page") + " (*.html)", self.tr("Data for other programs") + " (*.json)"])
        dialog.setDefaultSuffix("html")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("json" if "json" in chosen else "html"))
        dialog.selectFile(NAME)
        dialog.fileSelected.connect(lambda name: self._presenter.export(Path(name)))
        dialog.open()

    def _enter(self) -> None:
        self._pause.stop()
        self._presenter.enter(self._search.text())

    def _connect(self) -> None:
        presenter = self._presenter
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._search.returnPressed.connect(self._enter)
        self._pause.timeout.connect(lambda: presenter.search(self._search.text()))
        self._list.opened.connect(lambda: presenter.open(self._list.place))
        self._list.deleted.connect(lambda: presenter.delete(self._list.place))
        self._list.undone.connect(presenter.undo)
        self._open.clicked.connect(self._list.opened)
        self._delete.clicked.connect(self._list.deleted)
        self._undo.clicked.connect(self._list.undone)
        self._delete_all.clicked.connect(presenter.ask_delete_all)
        self._export.clicked.connect(self._ask_where_to_export)
        self._switch_on.clicked.connect(self.keep_wanted)
        self._close.clicked.connect(self.close)

    def _arrange(self) -> None:
        self._search.setMaxLength(LONGEST)
        self._search_label.setBuddy(self._search)
        self._list_label.setBuddy(self._list)
        off, search, buttons = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        off.addWidget(self._off, 1)
        off.addWidget(self._switch_on)
        search.addWidget(self._search_label)
        search.addWidget(self._search, 1)
        for place, button in enumerate(self._buttons):
            buttons.addWidget(button, *divmod(place, ABREAST))
        whole = QVBoxLayout(self)
        for row in (off, search):
            whole.addLayout(row)
        whole.addWidget(self._list_label)
        whole.addWidget(self._list, 1)
        whole.addLayout(buttons)
        whole.addWidget(self._status)
        for button in (self._switch_on, *self._buttons):
            button.setAutoDefault(False)
        resize_to_letters(self, WIDTH, HEIGHT)
