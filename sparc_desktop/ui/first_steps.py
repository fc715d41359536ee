"""The first steps as a window: the words, which can be walked with a caret, the step's controls, and three buttons.

The order of Tab is the order of reading; a step begins on its first control, and Enter goes on from everywhere but a
button, which it presses. The words are said once the window has the focus: a screen reader would break off what is
said before that, to say where it is.
"""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sparc_desktop import translation
from sparc_desktop.presenters.first_steps import Around, FirstSteps
from sparc_desktop.presenters.step import Step
from sparc_desktop.services.describing import Describing
from sparc_desktop.settings.model import Output
from sparc_desktop.settings.wording import LANGUAGE_NAMES, choice_name
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.reading import ReadingText
from sparc_desktop.ui.settings_window.plain import CalmBox
from sparc_desktop.ui.sizes import resize_to_letters
from sparc_desktop.ui.status import Status

WIDTH, HEIGHT = 36, 24  # in units of the font's height
UNNOTICED = 1000  # milliseconds after which the words are said even where no desktop gives the window the focus


class FirstStepsDialog(QDialog):
    """Opens with the first step."""

    def __init__(self, parent: QWidget, describing: Describing, preferences: Preferences, around: Around) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._preferences = parent, preferences
        self.presenter = FirstSteps(self, describing, preferences, around)
        self._has_begun = False
        self._step: Step | None = None  # that is shown
        self._text = ReadingText(self)
        self._forms = {step: QWidget(self) for step in (Step.WELCOME, Step.VOICE, Step.TEST)}
        self._language, self._output = CalmBox(self), CalmBox(self)
        self._language_label, self._output_label = QLabel(self), QLabel(self)
        self._slower, self._faster, self._describe = _button(self), _button(self), _button(self)
        self._next, self._back, self._skip = _button(self), _button(self), _button(self)
        self._next.setDefault(True)
        self._first: dict[Step, QWidget] = dict.fromkeys(Step, self._next) | {
            Step.WELCOME: self._language, Step.VOICE: self._output, Step.TEST: self._describe
        }  # fmt: skip
        self._status = Status(self)
        for code, name in LANGUAGE_NAMES.items():
            self._language.addItem(name, code)
        for output in get_args(Output):
            self._output.addItem("", output)
        self._show_settings()
        preferences.changed.connect(self._show_settings)
        self._arrange()
        self._connect()
        self.retranslate()
        QTimer.singleShot(UNNOTICED, self, self._begin)

    # What the presenter asks of its view

    def show_step(self, step: Step, lines: Sequence[str]) -> None:
        """Its words and its controls; the focus goes to the first of them where the step is another."""
        self._text.setPlainText("\n".join(lines))
        self._text.setAccessibleName(lines[0])
        self._next.setText(self.tr("Fi&nish") if step is Step.END else self.tr("&Next"))
        if step is self._step:
            return
        self._step = step
        if form := self._forms.get(step):
            form.show()
        # Before what had the focus is hidden, or the focus would wander, and a screen reader tell of each stop.
        self._first[step].setFocus()
        self._mark_focus()
        for each, form in self._forms.items():
            form.setVisible(each is step)
        self._back.setVisible(step is not Step.WELCOME)
        self._skip.setVisible(step is not Step.END)

    def add_line(self, line: str) -> None:
        """Below the words; the caret stays where it is."""
        self._text.appendPlainText(line)

    def tell(self, text: str) -> None:
        """Show a line on what has just happened."""
        self._status.tell(text, "")

    def announce(self, text: str) -> None:
        """Have a screen reader say this; by the main window, which is still there when this one is closed."""
        announce(self._window, text)

    def finish(self) -> None:
        """The last step is done."""
        self.accept()

    # The window itself

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.setWindowTitle(self.tr("First Steps"))
        self._language_label.setText(self.tr("Lan&guage:"))
        self._output_label.setText(self.tr("Speak &with:"))
        for index, output in enumerate(get_args(Output)):
            self._output.setItemText(index, choice_name("output", output))
        self._slower.setText(self.tr("Slowe&r"))
        self._faster.setText(self.tr("&Faster"))
        self._describe.setText(self.tr("&Describe the Picture"))
        self._back.setText(self.tr("&Back"))
        self._skip.setText(self.tr("&Skip"))
        self.presenter.show()

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched, or the window has got the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._begin)

    def done(self, result: int) -> None:
        """Closed in whatever way."""
        super().done(result)
        self.presenter.end(is_skipped=result != QDialog.DialogCode.Accepted)

    def _begin(self) -> None:
        self._mark_focus()
        if not self._has_begun:
            self._has_begun = True
            self.presenter.say()

    def _mark_focus(self) -> None:
        """Have it seen where it is, as after Tab; Qt leaves that out where a program has set the focus."""
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self._first[self.presenter.step].update()

    def _show_settings(self) -> None:
        self._language.setCurrentIndex(self._language.findData(translation.language()))
        self._output.setCurrentIndex(self._output.findData(self._preferences.settings.output))

    def _connect(self) -> None:
        presenter = self.presenter
        self._language.activated.connect(lambda index: presenter.set_language(self._language.itemData(index)))
        self._output.activated.connect(lambda index: presenter.set_output(self._output.itemData(index)))
        self._slower.clicked.connect(lambda: presenter.tune(-1))
        self._faster.clicked.connect(lambda: presenter.tune(1))
        self._describe.clicked.connect(presenter.test)
        self._next.clicked.connect(lambda: presenter.move(1))
        self._back.clicked.connect(lambda: presenter.move(-1))
        self._skip.clicked.connect(self.reject)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._text, 1)
        rows = {
            Step.WELCOME: (self._language_label, self._language),
            Step.VOICE: (self._output_label, self._output, self._slower, self._faster),
            Step.TEST: (self._describe,),
        }
        for step, form in self._forms.items():
            row = QHBoxLayout(form)
            row.setContentsMargins(0, 0, 0, 0)
            for widget in rows[step]:
                row.addWidget(widget)
            row.addStretch()
            column.addWidget(form)
        self._language_label.setBuddy(self._language)
        self._output_label.setBuddy(self._output)
        column.addWidget(self._status)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self._next, self._back, self._skip):
            row.addWidget(button)
        column.addLayout(row)
        resize_to_letters(self, WIDTH, HEIGHT)


def _button(parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setAutoDefault(True)  # Enter presses it, too, not only Space
    return button
