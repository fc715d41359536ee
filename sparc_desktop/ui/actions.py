"""Everything that can be done in the window, once: the menus and the buttons trigger the same actions.

None is ever disabled: a key that does nothing leaves a blind user guessing, so the window answers with a sentence
instead, and the focus never jumps off a button that has just become useless.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar

from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

# Each language under its own name: whoever needs it can't read the others.
LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文"}


class Actions(QObject):
    """The actions and their menus; `retranslate` writes all texts."""

    def __init__(self, menu_bar: QMenuBar, parent: QObject) -> None:
        super().__init__(parent)
        self.open = self._action(QKeySequence.StandardKey.Open)
        self.paste = self._action(QKeySequence.StandardKey.Paste)
        self.copy = self._action("Ctrl+Shift+C")
        self.quit = self._action("Ctrl+Q")
        self.describe = self._action("Ctrl+D")
        self.stop = self._action("Esc")
        self.read_again = self._action("F5", "Ctrl+R")
        self.pause = self._action("F6")
        self.previous = self._action("Alt+Left")
        self.next = self._action("Alt+Right")
        self.speak = self._action(checkable=True)
        self.sparc = self._action(checkable=True)
        self.about = self._action()
        self.languages = {code: self._action(checkable=True) for code in ("system", *LANGUAGE_NAMES)}
        group = QActionGroup(self)
        for language in self.languages.values():
            group.addAction(language)
        self._fill(menu_bar)

    def show_settings(self, settings: Settings) -> None:
        """Check what is set."""
        self.speak.setChecked(settings.speak)
        self.sparc.setChecked(settings.sparc)
        self.languages[settings.language].setChecked(True)

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._file.setTitle(self.tr("&File"))
        self.open.setText(self.tr("&Open a Picture…"))
        self.paste.setText(self.tr("&Paste a Picture"))
        self.copy.setText(self.tr("&Copy the Description"))
        self.quit.setText(self.tr("&Quit"))
        self._description.setTitle(self.tr("&Description"))
        self.describe.setText(self.tr("&Describe Again"))
        self.stop.setText(self.tr("&Stop"))
        self.read_again.setText(self.tr("&Read Again"))
        self.pause.setText(self.tr("Pa&use or Go On"))
        self.previous.setText(self.tr("&Previous Sentence"))
        self.next.setText(self.tr("&Next Sentence"))
        self.speak.setText(self.tr("Speak &Aloud"))
        self.speak.setToolTip(_description("speak"))
        self.sparc.setText(self.tr("&Keep Looking at the Picture (SPARC)"))
        self.sparc.setToolTip(_description("sparc"))
        self._view.setTitle(self.tr("&View"))
        self.languages["system"].setText(self.tr("&Language of the Computer"))
        for code, name in LANGUAGE_NAMES.items():
            self.languages[code].setText(name)
        self._help.setTitle(self.tr("&Help"))
        self.about.setText(self.tr("&About SPARC Desktop"))

    def _action(self, *keys: QKeySequence.StandardKey | str, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setCheckable(checkable)
        # Only the first key of a standard binding: some have a second one that means something else elsewhere.
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action

    def _fill(self, menu_bar: QMenuBar) -> None:
        self._file = menu_bar.addMenu("")
        self._file.addActions([self.open, self.paste, self.copy])
        self._file.addSeparator()
        self._file.addAction(self.quit)
        self._description = menu_bar.addMenu("")
        self._description.addActions([self.describe, self.stop, self.read_again])
        self._description.addSeparator()
        self._description.addActions([self.pause, self.previous, self.next])
        self._description.addSeparator()
        self._description.addActions([self.speak, self.sparc])
        self._view = menu_bar.addMenu("")
        self._view.addActions(list(self.languages.values()))
        self._help = menu_bar.addMenu("")
        self._help.addAction(self.about)
        for menu in (self._file, self._description, self._view, self._help):
            menu.setToolTipsVisible(True)


def _description(setting: str) -> str:
    return translate("Settings", Settings.model_fields[setting].description or "")
