"""Everything that can be done in the window, once: the menus and the buttons trigger the same actions.

None is ever disabled: a key that does nothing leaves a blind user guessing, so the window answers with a sentence
instead, and the focus never jumps off a button that has just become useless.
"""

from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar

from sparc_desktop.settings.model import Output, Settings
from sparc_desktop.translation import translate

# Each language under its own name: whoever needs it can't read the others.
LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文"}


class Actions(QObject):
    """The actions and their menus; `retranslate` writes all texts."""

    def __init__(self, menu_bar: QMenuBar, parent: QObject) -> None:
        super().__init__(parent)
        self.open = self._action(QKeySequence.StandardKey.Open)
        self.paste = self._action(QKeySequence.StandardKey.Paste)
        self.choose_part = self._action("Ctrl+Shift+P")
        self.copy = self._action("Ctrl+Shift+C")
        self.quit = self._action("Ctrl+Q")
        self.describe = self._action("Ctrl+D")
        self.stop = self._action("Esc")
        self.ask = self._action("Ctrl+K")
        self.read_again = self._action("F5", "Ctrl+R")
        self.pause = self._action("F6")
        self.previous = self._action("Alt+Left")
        self.next = self._action("Alt+Right")
        self.slower = self._action("F7")
        self.faster = self._action("F8")
        self.quieter = self._action("Shift+F7")
        self.louder = self._action("Shift+F8")
        self.speak = self._action(checkable=True)
        self.sparc = self._action(checkable=True)
        self.about = self._action()
        self.languages = {code: self._action(checkable=True) for code in ("system", *LANGUAGE_NAMES)}
        self.outputs: dict[Output, QAction] = {output: self._action(checkable=True) for output in get_args(Output)}
        self._last_output: Output = "auto"
        for choices in (self.languages, self.outputs):
            group = QActionGroup(self)
            for choice in choices.values():
                group.addAction(choice)
        self._fill(menu_bar)

    def show_settings(self, settings: Settings) -> None:
        """Check what is set."""
        self.speak.setChecked(settings.output != "none")
        self.outputs[settings.output].setChecked(True)
        if settings.output != "none":
            self._last_output = settings.output
        self.sparc.setChecked(settings.sparc)
        self.languages[settings.language].setChecked(True)

    @property
    def spoken_output(self) -> Output:
        """Who speaks once speaking is switched on again: who spoke last."""
        return self._last_output

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._file.setTitle(self.tr("&File"))
        self.open.setText(self.tr("&Open a Picture…"))
        self.paste.setText(self.tr("&Paste a Picture"))
        self.choose_part.setText(self.tr("Choose a Part of the &Screen…"))
        self.copy.setText(self.tr("&Copy the Description"))
        self.quit.setText(self.tr("&Quit"))
        self._description.setTitle(self.tr("&Description"))
        self.describe.setText(self.tr("&Describe Again"))
        self.ask.setText(self.tr("Ask a &Question…"))
        self.stop.setText(self.tr("&Stop"))
        self.read_again.setText(self.tr("&Read Again"))
        self.pause.setText(self.tr("Pa&use or Go On"))
        self.previous.setText(self.tr("&Previous Sentence"))
        self.next.setText(self.tr("&Next Sentence"))
        self.slower.setText(self.tr("S&lower"))
        self.faster.setText(self.tr("&Faster"))
        self.quieter.setText(self.tr("Qu&ieter"))
        self.louder.setText(self.tr("L&ouder"))
        self.speak.setText(self.tr("Speak &Aloud"))
        self._output.setTitle(self.tr("Speak &With"))
        self._output.menuAction().setToolTip(_description("output"))
        self.outputs["auto"].setText(self.tr("Screen Reader or &Else Own Voice"))
        self.outputs["own"].setText(self.tr("Own &Voice"))
        self.outputs["reader"].setText(self.tr("Screen &Reader"))
        self.outputs["both"].setText(self.tr("&Both"))
        self.outputs["none"].setText(self.tr("&Nothing"))
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
        self._file.addActions([self.open, self.paste, self.choose_part, self.copy])
        self._file.addSeparator()
        self._file.addAction(self.quit)
        self._description = menu_bar.addMenu("")
        self._description.addActions([self.describe, self.ask, self.stop, self.read_again])
        self._description.addSeparator()
        self._description.addActions([self.pause, self.previous, self.next])
        self._description.addSeparator()
        self._description.addActions([self.slower, self.faster, self.quieter, self.louder])
        self._description.addSeparator()
        self._description.addAction(self.speak)
        self._output = self._description.addMenu("")
        self._output.addActions(list(self.outputs.values()))
        self._description.addAction(self.sparc)
        self._view = menu_bar.addMenu("")
        self._view.addActions(list(self.languages.values()))
        self._help = menu_bar.addMenu("")
        self._help.addAction(self.about)
        for menu in (self._file, self._description, self._view, self._help):
            menu.setToolTipsVisible(True)


def _description(setting: str) -> str:
    return translate("Settings", Settings.model_fields[setting].description or "")
