"""The settings window: a list of pages at the left, the page that is chosen at the right, and four buttons.

A list rather than tabs: a screen reader says "Speech, 1 of 7" of a list's item, its first letter leads to it, and with
letters of twice the size seven titles below each other still fit, where a row of tabs would hide some behind arrows
that no key reaches. Ctrl+Tab and Ctrl+Page Down go to the next page from anywhere, as with tabs.

No button is the default one: Enter in a field would press it, and close the window or reset the page unasked.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from sparc_desktop.domain.failure import Failure
from sparc_desktop.presenters.prompts import Prompts
from sparc_desktop.presenters.settings import SettingsPresenter
from sparc_desktop.services.remote import Remote
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import PAGES
from sparc_desktop.ui.calm_dialog import CalmDialog
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.files import ask_what_to_import, ask_where_to_export
from sparc_desktop.ui.settings_window.listed import Voices
from sparc_desktop.ui.settings_window.page import SettingsPage
from sparc_desktop.ui.settings_window.rebinding import Rebinding
from sparc_desktop.ui.settings_window.workshop import Workshop
from sparc_desktop.ui.sizes import resize_to_letters
from sparc_desktop.ui.status import Status

WIDTH, HEIGHT = 46, 38  # in units of the font's height, as far as the screen has room
NEXT, PREVIOUS = ("Ctrl+Tab", "Ctrl+PgDown"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")


class SettingsWindow(CalmDialog):
    """All settings; each change holds at once."""

    models_wanted = Signal()  # their window

    def __init__(self, preferences: Preferences, remote: Remote, voices: Voices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._presenter = SettingsPresenter(preferences, self)
        self._rebinding = Rebinding(remote, self)
        workshop = Workshop(voices, Prompts(preferences), self)
        self._label = QLabel(self)
        self._titles = QListWidget(self)
        self._stack = QStackedLayout()  # a QStackedWidget is called a layered pane on the way to each control
        self._pages = [SettingsPage(page, workshop) for page in PAGES]
        self._status = Status(self)
        # Without a parent until they are laid out: the Tab key reaches them after the pages.
        self._reset, self._import, self._export, self._close = (QPushButton() for _ in range(4))
        self._arrange()
        self._connect(workshop)
        self.retranslate()
        self.show_settings(preferences.settings)

    @property
    def page(self) -> SettingsPage:
        """The page that is shown."""
        return self._pages[self._titles.currentRow()]

    def show_page(self, name: str) -> None:
        """Come to the front with this page, such as "keys"; the focus is in the list of pages."""
        self._titles.setCurrentRow([page.name for page in PAGES].index(name))
        self.show_settings(self._preferences.settings)  # what was typed in vain before is gone
        self.show()
        self.raise_()
        self.activateWindow()
        self._titles.setFocus()
        self.write("")  # what was said last is past

    def show_settings(self, settings: Settings) -> None:
        """Have all controls show these."""
        for page in self._pages:
            for control in page.controls:
                control.show_settings(settings)

    def tell(self, text: str) -> None:
        """Show a sentence below the pages, and have it said."""
        self._status.tell(text)

    def write(self, text: str) -> None:
        """Show it only."""
        self._status.tell(text, "")

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        return [
            self.tr("Ctrl+Tab, or Ctrl+Page Down: the next page of the settings."),
            self.tr("Ctrl+Shift+Tab, or Ctrl+Page Up: the page before."),
        ]

    def close_for_good(self) -> None:
        """The program ends: nothing is on its way any more."""
        self.close()
        self._rebinding.wait()

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setWindowTitle(self.tr("Settings"))
        self._label.setText(self.tr("&Pages:"))
        self._titles.setAccessibleName(self.tr("Pages"))
        for row, page in enumerate(self._pages):
            self._titles.item(row).setText(page.page.title)
            page.retranslate()
        self._import.setText(self.tr("&Import…"))
        self._export.setText(self.tr("E&xport…"))
        self._close.setText(self.tr("&Close"))
        self.write("")
        self._name_reset()

    def _name_reset(self) -> None:
        step = self._presenter.undoable(self.page.page)
        if step is None:
            self._reset.setText(self.tr("&Reset This Page"))
        else:
            self._reset.setText(self.tr("Take the &Reset Back") if step.page else self.tr("Take the Impo&rt Back"))

    def _reset_page(self) -> None:
        self._presenter.reset(self.page.page)
        self._name_reset()

    def _take_file(self, path: Path) -> None:
        self._presenter.import_from(path)
        self._name_reset()

    def _turn(self, steps: int) -> None:
        self._titles.setCurrentRow((self._titles.currentRow() + steps) % len(self._pages))
        self._titles.setFocus()

    def _follow(self, changed: frozenset[str]) -> None:
        self.show_settings(self._preferences.settings)
        self._name_reset()
        if "hotkeys" in changed:
            self._rebinding.take(self._preferences.settings.hotkeys)

    def _wait_for_key(self, waiting: bool) -> None:
        if waiting:
            self._rebinding.let_go()
        else:
            self._rebinding.take(self._preferences.settings.hotkeys)

    def _tell_failure(self, failure: Failure) -> None:
        self.tell(sentence(failure))

    def _connect(self, workshop: Workshop) -> None:
        workshop.chosen.connect(self._presenter.change)
        workshop.bound.connect(self._presenter.bind)
        workshop.waiting.connect(self._wait_for_key)
        workshop.said.connect(self.tell)
        workshop.models_wanted.connect(self.models_wanted)
        self._rebinding.failed.connect(self._tell_failure)
        self._preferences.changed.connect(self._follow)
        self._titles.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._titles.currentRowChanged.connect(self._name_reset)
        self._titles.currentRowChanged.connect(lambda _row: self.write(""))
        self._reset.clicked.connect(self._reset_page)
        self._import.clicked.connect(lambda: ask_what_to_import(self, self._take_file))
        self._export.clicked.connect(lambda: ask_where_to_export(self, self._presenter.export_to))
        self._close.clicked.connect(self.close)
        for keys, steps in ((NEXT, 1), (PREVIOUS, -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self, lambda steps=steps: self._turn(steps))

    def _arrange(self) -> None:
        self._label.setBuddy(self._titles)
        for page in self._pages:
            self._titles.addItem(page.page.title)
            self._stack.addWidget(page)
        self._titles.setCurrentRow(0)
        self._titles.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._titles.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        left = QVBoxLayout()
        left.addWidget(self._label)
        left.addWidget(self._titles, 1)
        upper = QHBoxLayout()
        upper.addLayout(left, 1)
        upper.addLayout(self._stack, 3)
        lower = QHBoxLayout()
        for button in (self._reset, self._import, self._export, self._close):
            button.setAutoDefault(False)
            lower.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addLayout(upper, 1)
        whole.addWidget(self._status)
        whole.addLayout(lower)
        resize_to_letters(self, WIDTH, HEIGHT)
