"""Everything that can be done in the window, once: the menus, the buttons and the keys trigger the same actions.

None is ever disabled: a key that does nothing leaves a blind user guessing, so the window answers with a sentence
instead, and the focus never jumps off a button that has just become useless.
"""

import sys
from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from sparc_desktop.domain.length import LENGTHS, Length
from sparc_desktop.settings.model import Output, Settings
from sparc_desktop.settings.wording import LANGUAGE_NAMES, choice_name
from sparc_desktop.translation import translate

StandardKey = QKeySequence.StandardKey


class Actions(QObject):
    """The actions; `retranslate` writes all texts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open = self._action(StandardKey.Open)
        self.paste = self._action(StandardKey.Paste)
        self.choose_part = self._action("Ctrl+Shift+P")
        self.save_text = self._action("Ctrl+S")
        self.save_sound = self._action()
        self.save_alt_text = self._action()
        self.history = self._action("Ctrl+Y" if sys.platform == "darwin" else "Ctrl+H")  # there, Cmd+H hides
        self.private = self._action("Ctrl+Shift+N", checkable=True)
        self.models = self._action()
        self.settings = self._action("Ctrl+,")
        self.close = self._action("Ctrl+W")
        self.quit = self._action("Ctrl+Q")
        self.describe = self._action("Ctrl+D")
        self.ask = self._action("Ctrl+K")
        self.stop = self._action("Esc")
        self.read_again = self._action("F5", "Ctrl+R")
        self.pause = self._action("F6")
        self.previous = self._action("Alt+Left")
        self.next = self._action("Alt+Right")
        self.copy = self._action("Ctrl+Shift+C")
        self.copy_html = self._action()
        self.slower = self._action("F7")
        self.faster = self._action("F8")
        self.quieter = self._action("Shift+F7")
        self.louder = self._action("Shift+F8")
        self.speak = self._action(checkable=True)
        self.edit_prompts = self._action()
        self.sparc = self._action(checkable=True)
        self.next_picture = self._action("Ctrl+PgDown")
        self.previous_picture = self._action("Ctrl+PgUp")
        self.zoom_in = self._action("Ctrl++", "Ctrl+=")
        self.zoom_out = self._action("Ctrl+-")
        self.zoom_whole = self._action("Ctrl+0")
        self.help_here = self._action("F1")
        self.manual = self._action("Shift+F1")
        self.keyboard = self._action()
        self.first_steps = self._action()
        self.report = self._action()
        self.about = self._action()
        self.lengths: dict[Length, QAction] = {
            length: self._action(f"Ctrl+{number}", checkable=True) for number, length in enumerate(LENGTHS, 1)
        }
        self.languages = {code: self._action(checkable=True) for code in ("system", *LANGUAGE_NAMES)}
        self.outputs: dict[Output, QAction] = {output: self._action(checkable=True) for output in get_args(Output)}
        self._last_output: Output = "auto"
        for choices in (self.lengths, self.languages, self.outputs):
            group = QActionGroup(self)
            for choice in choices.values():
                group.addAction(choice)

    def show_settings(self, settings: Settings) -> None:
        """Check what is set."""
        self.speak.setChecked(settings.output != "none")
        self.outputs[settings.output].setChecked(True)
        if settings.output != "none":
            self._last_output = settings.output
        self.sparc.setChecked(settings.sparc)
        self.lengths[settings.captions.length].setChecked(True)
        self.languages[settings.language].setChecked(True)

    @property
    def spoken_output(self) -> Output:
        """Who speaks once speaking is switched on again: who spoke last."""
        return self._last_output

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.open.setText(self.tr("&Open Pictures…"))
        self.paste.setText(self.tr("&Paste a Picture"))
        self.choose_part.setText(self.tr("Choose a Part of the &Screen…"))
        self.save_text.setText(self.tr("Save as &Text…"))
        self.save_sound.setText(self.tr("Save as Soun&d…"))
        self.save_alt_text.setText(self.tr("Save a Copy with &Alt Text…"))
        self.history.setText(self.tr("&History…"))
        self.private.setText(self.tr("Private &Mode"))
        self.private.setToolTip(self.tr("As long as it is on, no description is kept in the history."))
        self.models.setText(self.tr("Mode&ls…"))
        self.settings.setText(self.tr("S&ettings…"))
        self.close.setText(self.tr("&Close the Window"))
        self.quit.setText(self.tr("&Quit"))
        self.describe.setText(self.tr("&Describe Again"))
        self.ask.setText(self.tr("Ask a &Question…"))
        self.stop.setText(self.tr("&Stop"))
        self.read_again.setText(self.tr("&Read Again"))
        self.pause.setText(self.tr("Pa&use or Go On"))
        self.previous.setText(self.tr("&Previous Sentence"))
        self.next.setText(self.tr("&Next Sentence"))
        self.copy.setText(self.tr("&Copy the Description"))
        self.copy_html.setText(self.tr("Copy as &HTML Alt Text"))
        self.slower.setText(self.tr("S&lower"))
        self.faster.setText(self.tr("&Faster"))
        self.quieter.setText(self.tr("Qu&ieter"))
        self.louder.setText(self.tr("L&ouder"))
        self.speak.setText(self.tr("Speak &Aloud"))
        self.edit_prompts.setText(self.tr("&Write Own Prompts…"))
        self.sparc.setText(self.tr("&Keep Looking at the Picture (SPARC)"))
        self.sparc.setToolTip(translate("Settings", Settings.model_fields["sparc"].description or ""))
        self.next_picture.setText(self.tr("&Next Picture"))
        self.previous_picture.setText(self.tr("&Previous Picture"))
        self.zoom_in.setText(self.tr("&Larger"))
        self.zoom_out.setText(self.tr("&Smaller"))
        self.zoom_whole.setText(self.tr("The &Whole Picture"))
        self.help_here.setText(self.tr("What Can Be Done &Here"))
        self.manual.setText(self.tr("&Manual"))
        self.keyboard.setText(self.tr("&Keyboard…"))
        self.first_steps.setText(self.tr("&First Steps…"))
        self.report.setText(self.tr("&Copy a Report for the Developers"))
        self.about.setText(self.tr("&About SPARC Desktop"))
        self._retranslate_choices()

    def _retranslate_choices(self) -> None:
        for number, (length, action) in enumerate(self.lengths.items(), 1):
            action.setText(f"&{number} {choice_name('captions.length', length)}")
        self.outputs["auto"].setText(self.tr("Screen Reader or &Else Own Voice"))
        self.outputs["own"].setText(self.tr("Own &Voice"))
        self.outputs["reader"].setText(self.tr("Screen &Reader"))
        self.outputs["both"].setText(self.tr("&Both"))
        self.outputs["none"].setText(self.tr("&Nothing"))
        self.languages["system"].setText(self.tr("&Language of the Computer"))
        for code, name in LANGUAGE_NAMES.items():
            self.languages[code].setText(name)

    def _action(self, *keys: QKeySequence.StandardKey | str, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setCheckable(checkable)
        # Only the first key of a standard binding: some have a second one that means something else elsewhere.
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action
