"""The window of models: what suits this computer, all models in a list, what is known of the one that is chosen.

Closing it stops nothing. No button is the default one, and none is ever disabled: it answers with a sentence.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from sparc_desktop.presenters.models import ModelsPresenter, ModelsView
from sparc_desktop.ui.calm_dialog import CalmDialog
from sparc_desktop.ui.labels import read_alone
from sparc_desktop.ui.model_dialog import ModelDialog
from sparc_desktop.ui.model_list import ModelList
from sparc_desktop.ui.question_box import question_box
from sparc_desktop.ui.reading import ReadingText
from sparc_desktop.ui.sizes import resize_to_letters
from sparc_desktop.ui.status import Status

WIDTH, HEIGHT = 60, 38  # in units of the font's height, as far as the screen has room
ABREAST = 3  # buttons in a row


class ModelsWindow(CalmDialog):
    """One for the whole run of the program; `begin` shows it. `present` makes its presenter."""

    def __init__(self, parent: QWidget, present: Callable[[ModelsView], ModelsPresenter]) -> None:
        super().__init__(parent)
        self._computer_label, self._computer = QLabel(self), ReadingText(self)
        self._list_label, self._list = QLabel(self), ModelList(self)
        self._details_label, self._details = QLabel(self), ReadingText(self)
        self._buttons = [QPushButton(self) for _ in range(5)]
        self._use, self._stop, self._remove, self._another, self._close = self._buttons
        self._progress = QLabel(self)
        self._progress.setWordWrap(True)
        read_alone(self._progress)
        self._status = Status(self)
        self._is_here = True  # the model that is chosen
        self._presenter = present(self)
        self._arrange()
        self._retranslate()
        self._connect()

    def begin(self) -> None:
        """Come to the front, in the list."""
        self._status.tell("", "")  # what was said last is past
        self._presenter.begin()
        self.show()
        self.raise_()
        self.activateWindow()
        self._list.setFocus()

    def follow(self) -> None:
        """The settings were changed."""
        if self.isVisible():
            self._presenter.refresh()

    def close_for_good(self) -> None:
        """The program ends."""
        self._presenter.getting.close()
        self.close()

    # What the presenter asks

    def show_computer(self, text: str) -> None:
        """What models run on here, and which one is recommended."""
        _write(self._computer, text)

    def show_models(self, rows: Sequence[str], current: int) -> None:
        """Fill the list."""
        self._list.show_rows(rows, current)

    def show_chosen(self, text: str, *, is_here: bool) -> None:
        """Beside the list; the first button does what can be done with it."""
        _write(self._details, text)
        self._is_here = is_here
        self._name_use()

    def show_progress(self, text: str) -> None:
        """Below the buttons, where it is seen, and heard with F1."""
        self._progress.setText(text)
        self._progress.setVisible(bool(text))

    def tell(self, text: str) -> None:
        """Show this; it is said only while the window is there."""
        self._status.tell(text, None if self.isVisible() else "")

    def write(self, text: str) -> None:
        """Show it only."""
        self._status.tell(text, "")

    def ask_removal(self, question: str) -> None:
        """Ask; Enter and Escape leave all as it is."""
        box = question_box(self, self.tr("Remove the Model"), question)
        yes = box.addButton(self.tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("&Keep It"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(box.deleteLater)
        yes.clicked.connect(self._presenter.remove)
        box.open()

    # The window itself

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        lines = [self.tr("Other models than the built-in one: choose one in the list, then a button.")]
        return [*lines, self._progress.text()] if self._progress.text() else lines

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._presenter.refresh()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Models"))
        self._computer_label.setText(self.tr("This com&puter:"))
        self._list_label.setText(self.tr("&Models:"))
        self._details_label.setText(self.tr("&Details:"))
        self._stop.setText(self.tr("S&top the Download"))
        self._remove.setText(self.tr("&Remove…"))
        self._another.setText(self.tr("&Another Model…"))
        self._close.setText(self.tr("&Close"))
        self._name_use()

    def _name_use(self) -> None:
        self._use.setText(self.tr("&Use") if self._is_here else self.tr("Get and &Use"))

    def _ask_another(self) -> None:
        dialog = ModelDialog(self)
        dialog.named.connect(self._presenter.add)
        dialog.folder_chosen.connect(self._presenter.add_folder)
        dialog.open()

    def _connect(self) -> None:
        presenter = self._presenter
        self._list.currentRowChanged.connect(presenter.choose)
        self._list.used.connect(presenter.use)
        self._list.removed.connect(presenter.ask_removal)
        self._use.clicked.connect(presenter.use)
        self._stop.clicked.connect(presenter.getting.stop)
        self._remove.clicked.connect(presenter.ask_removal)
        self._another.clicked.connect(self._ask_another)
        self._close.clicked.connect(self.close)

    def _arrange(self) -> None:
        columns, buttons, whole = QHBoxLayout(), QGridLayout(), QVBoxLayout(self)
        for label, widget in ((self._list_label, self._list), (self._details_label, self._details)):
            label.setBuddy(widget)
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(widget)
            columns.addLayout(column, 1)
        for place, button in enumerate(self._buttons):
            button.setAutoDefault(False)
            buttons.addWidget(button, *divmod(place, ABREAST))
        self._computer_label.setBuddy(self._computer)
        whole.addWidget(self._computer_label)
        whole.addWidget(self._computer, 1)
        whole.addLayout(columns, 3)
        whole.addLayout(buttons)
        whole.addWidget(self._progress)
        whole.addWidget(self._status)
        self._progress.hide()
        resize_to_letters(self, WIDTH, HEIGHT)


def _write(view: ReadingText, text: str) -> None:
    """What is the same already is left, and with it the caret of who reads it."""
    if view.toPlainText() != text:
        view.setPlainText(text)
