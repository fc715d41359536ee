"""The main window: the picture, its description as it is written, and the keys for both.

It does three things: it takes pictures in (open, paste, drop), it shows the events of `Describing`, and it answers the
keys. It never waits for anything. What the program's own voice says is not announced as well, so that nobody hears it
twice: an announcement is a short word on what is going on, and carries a whole sentence only where the voice can't.

What failed beside a description is noted below it once it is complete, to be read at leisure, and so is the text that
was found in the picture; what is copied is the description and that text.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QProgressBar, QVBoxLayout, QWidget

from sparc_desktop import __version__
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Failed, Finished, Loading, Ready, Started, TextDelta, TextRead
from sparc_desktop.domain.failure import ExpectedError, Failure
from sparc_desktop.services.narration import VOICELESS
from sparc_desktop.services.sentences import sentence
from sparc_desktop.services.text_reading import with_heading
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.buttons import Buttons
from sparc_desktop.ui.caption_view import CaptionView
from sparc_desktop.ui.captured import capture_from, files_in, has_picture
from sparc_desktop.ui.describing import Describing
from sparc_desktop.ui.open_dialog import OpenDialog
from sparc_desktop.ui.picture import PictureView
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.question import QuestionField
from sparc_desktop.ui.status import Status

RATE_STEP, VOLUME_STEP = 25, 10  # words a minute, percent
WIDTH, HEIGHT = 56, 44  # in units of the font's height, so that the window grows with the user's font


class MainWindow(QMainWindow):
    """The program's only window."""

    def __init__(self, describing: Describing, preferences: Preferences, read_file: Callable[[Path], Capture]) -> None:
        super().__init__()
        self._describing = describing
        self._preferences = preferences
        self._read_file = read_file
        self._dialog = OpenDialog(self)
        self._loaded = False
        self._notes: list[str] = []  # what failed while a description was being written
        self._voiceless = ""  # why this description can't be heard
        self._actions = Actions(self.menuBar(), self)
        self._buttons = Buttons(self._actions)
        self._picture = PictureView()
        self._heading = QLabel()
        self._caption = CaptionView()
        self._heading.setBuddy(self._caption)
        self._question = QuestionField()
        self._progress = QProgressBar()
        self._status = Status(self)
        self._arrange()
        self._connect()
        self._actions.show_settings(preferences.settings)
        self._retranslate()
        self._status.setText(self.tr("The model is being loaded. You can open a picture already."))
        self._buttons.open.setFocus()

    @property
    def actions_of_menu(self) -> Actions:
        """What the menus do, for others to do as well."""
        return self._actions

    def show_result(self) -> None:
        """Come to the front, with the focus in the description."""
        self._come_to_front(self._caption)

    def show_question(self) -> None:
        """Come to the front, with the focus where a question is written."""
        self._come_to_front(self._question)

    def _come_to_front(self, focus: QWidget) -> None:
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        focus.setFocus()

    # Pictures in

    def describe(self, picture: Capture) -> None:
        """Describe a picture that was taken elsewhere."""
        self._describe(picture)

    def open_file(self, path: Path) -> None:
        """Describe the picture in this file."""
        self._take(lambda: self._read_file(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether this can be dropped here."""
        if has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Describe what was dropped."""
        event.acceptProposedAction()
        self._take_data(event.mimeData(), self.tr("Dropped picture"))

    def pasted(self) -> Capture:
        """The picture on the clipboard; raises ExpectedError where there is none."""
        return capture_from(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture"), self._read_file)

    def _paste(self) -> None:
        self._take(self.pasted, len(files_in(QGuiApplication.clipboard().mimeData())))

    def _take_data(self, data: QMimeData, label: str) -> None:
        self._take(lambda: capture_from(data, label, self._read_file), len(files_in(data)))

    def _take(self, capture: Callable[[], Capture], count: int = 1) -> None:
        try:
            picture = capture()
        except ExpectedError as error:
            self._describing.fail(error.failure)
        else:
            self._describe(picture, count)

    def _describe(self, picture: Capture, count: int = 1) -> None:
        self._caption.begin()
        self._notes = []
        self._voiceless = ""
        self._picture.describe(self.tr("Picture: {label}").format(label=picture.label))
        self.setWindowTitle(self.tr("{label} – SPARC Desktop").format(label=picture.label))
        if count > 1:
            only_first = self.tr("{label} is described, the first of {count} pictures.")
            self._status.tell(only_first.format(label=picture.label, count=count))
        elif not self._loaded:
            waiting = self.tr("{label} will be described as soon as the model is loaded.")
            self._status.tell(waiting.format(label=picture.label), self.tr("Loading the model"))
        else:
            self._show_started(picture.label)  # at once: a large model takes its time to look at the picture
        self._describing.describe(picture, self._preferences.settings)
        self._picture.show_picture(picture.untrusted_data)

    def remark(self, sentence: str) -> None:
        """Show what was said about the waiting; announced only where no voice has said it."""
        self._status.tell(sentence, "" if self._describing.narration.aloud else sentence)

    # Events out

    def _show(self, event: Event) -> None:
        match event:
            case Loading(fraction=fraction):
                self._loaded = False
                self._progress.setValue(round(fraction * 100))
                self._progress.show()
            case Ready():
                self._show_ready()
            case Started(label=label) if label:
                self._show_started(label)
            case TextDelta(text=text):
                self._caption.grow(text)
            case Finished():
                self._show_finished(event)
            case Failed(failure=failure):
                self._show_failure(failure)
            case TextRead(text=text) if text:
                self._show_text(text)
        if not self._describing.busy:
            self._complete()

    def _show_ready(self) -> None:
        self._loaded = True
        self._progress.hide()
        if self._describing.capture is None:
            self._status.tell(self.tr("Ready. Open, paste or drop a picture."), self.tr("Ready"))
        elif not self._describing.busy:  # started again after a crash, whose sentence must stay to be read
            announce(self, self.tr("Ready"))

    def _show_started(self, label: str) -> None:
        text = self.tr("Describing {label}…").format(label=label)
        if text != self._status.text():
            self._status.tell(text, "" if self._is_read_by_reader() else self.tr("Describing"))

    def _is_read_by_reader(self) -> bool:
        """May a screen reader get the description itself? It would take these words for a part of it."""
        return self._preferences.settings.output in ("auto", "reader", "both")

    def _show_finished(self, event: Finished) -> None:
        text = self.tr("Finished: {words} words in {seconds} seconds.")
        text = text.format(words=event.words, seconds=f"{event.seconds:.1f}")
        said = "" if self._is_read_by_reader() else self.tr("Finished")
        if event.truncated:
            said = self.tr("Finished, but cut off: the description has reached its longest allowed length.")
            text = f"{text} {said}"
        self._status.tell(f"{text} {self._voiceless}".rstrip(), said)

    def _show_failure(self, failure: Failure) -> None:
        text = sentence(failure)
        self._progress.hide()
        if failure.code in VOICELESS:  # no part of what was described: nothing to keep beside it
            self._voiceless = text
            self._status.tell(text, urgent=True)
            return
        self._notes.append(text)
        spoken = self._describing.narration.aloud
        self._status.tell(text, self.tr("That did not work") if spoken else text, urgent=True)

    def _show_text(self, text: str) -> None:
        self._caption.add_text(with_heading(text))
        if not self._describing.narration.aloud:
            announce(self, self.tr("The text in the picture follows the description."))

    def _complete(self) -> None:
        """Nothing more is being written: the description becomes the picture's text, and the notes follow it."""
        if text := self._caption.description:
            self._picture.describe(text)
        for note in self._notes:
            self._caption.note(note)
        self._notes = []

    # Keys

    def _describe_again(self) -> None:
        if self._describing.capture is None:
            self._status.tell(self.tr("There is no picture yet. Open, paste or drop one first."))
        else:
            self._describe(self._describing.capture)

    def _ask(self, question: str) -> None:
        picture = self._describing.capture
        if picture is None:
            self._status.tell(self.tr("There is no picture yet. Open, paste or drop one first."))
        elif not question:
            self._status.tell(self.tr("Write a question first, then press Enter."))
        else:
            self._question.clear()
            self._caption.ask(self.tr("Question: {question}").format(question=question))
            self._status.tell(self.tr("Answering…"))
            self._describing.ask(picture, self._preferences.settings, question)

    def _stop(self) -> None:
        self._describing.stop()
        self._status.tell(self.tr("Stopped."))

    def _read_again(self) -> None:
        narration = self._describing.narration
        if not narration.aloud:
            self._tell_silent()
        elif not narration.has_text:
            self._status.tell(self.tr("There is no description yet."))
        else:
            narration.read_again()
            self._status.setText(self.tr("Reading again."))  # not announced: the voice is heard

    def _pause(self) -> None:
        match self._describing.narration.pause_or_resume():
            case True:
                self._status.tell(self.tr("Paused."))
            case False:
                self._status.setText(self.tr("Reading on."))  # not announced, as above
            case None:
                self._tell_silent()

    def _move(self, steps: int) -> None:
        if not self._describing.narration.move(steps):
            self._tell_silent()

    def _tune(self, setting: Literal["rate", "volume"], step: int) -> None:
        voice = self._preferences.settings.voice.stepped(setting, step)
        self._preferences.change(voice=voice)
        if setting == "rate":
            text = self.tr("The program's own voice: {rate} words a minute.").format(rate=voice.rate)
        else:
            text = self.tr("The program's own voice: {volume} percent of its full volume.").format(volume=voice.volume)
        self.remark(text)
        if self._describing.narration.wait(0):  # else the description itself is heard so
            self._describing.narration.remark(text)

    def _tell_silent(self) -> None:
        if self._describing.narration.aloud:
            self._status.tell(self.tr("There is nothing more to read. F5 reads the description again."))
        else:
            self._status.tell(self.tr("Speaking aloud is switched off. Switch it on in the Description menu."))

    def _copy(self) -> None:
        if text := self._caption.to_copy:
            QGuiApplication.clipboard().setText(text)
            self._status.tell(self.tr("The description was copied."))
        else:
            self._status.tell(self.tr("There is no description yet."))

    def _about(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("About SPARC Desktop"))
        box.setText(
            self.tr(
                "SPARC Desktop {version} describes pictures aloud, on your own computer. No picture leaves it, and "
                "none is kept."
            ).format(version=__version__)
        )
        box.open()

    def _confirm(self, changed: frozenset[str]) -> None:
        self._actions.show_settings(self._preferences.settings)
        if "language" in changed:
            self._status.tell(self.tr("The language is now English."))

    # The window itself

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self.setAcceptDrops(True)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.addWidget(self._buttons)
        column.addWidget(self._picture, 3)
        column.addWidget(self._heading)
        column.addWidget(self._caption, 2)
        column.addWidget(self._question)
        column.addWidget(self._progress)
        column.addWidget(self._status)
        self.setCentralWidget(centre)
        em = self.fontMetrics().height()
        room = self.screen().availableSize() * 0.9
        self.resize(min(WIDTH * em, room.width()), min(HEIGHT * em, room.height()))

    def _connect(self) -> None:
        actions, change = self._actions, self._preferences.change
        actions.open.triggered.connect(self._dialog.ask)
        actions.paste.triggered.connect(self._paste)
        actions.copy.triggered.connect(self._copy)
        actions.quit.triggered.connect(QApplication.quit)
        actions.describe.triggered.connect(self._describe_again)
        actions.ask.triggered.connect(self.show_question)
        self._question.asked.connect(self._ask)
        actions.stop.triggered.connect(self._stop)
        actions.read_again.triggered.connect(self._read_again)
        actions.pause.triggered.connect(self._pause)
        actions.previous.triggered.connect(lambda: self._move(-1))
        actions.next.triggered.connect(lambda: self._move(1))
        actions.slower.triggered.connect(lambda: self._tune("rate", -RATE_STEP))
        actions.faster.triggered.connect(lambda: self._tune("rate", RATE_STEP))
        actions.quieter.triggered.connect(lambda: self._tune("volume", -VOLUME_STEP))
        actions.louder.triggered.connect(lambda: self._tune("volume", VOLUME_STEP))
        actions.about.triggered.connect(self._about)
        actions.speak.triggered.connect(lambda on: change(output=actions.spoken_output if on else "none"))
        for output, action in actions.outputs.items():
            action.triggered.connect(lambda _checked=True, output=output: change(output=output))
        actions.sparc.toggled.connect(lambda on: change(sparc=on))
        for code, action in actions.languages.items():
            action.triggered.connect(lambda _checked=True, code=code: change(language=code))
        self._dialog.chosen.connect(self.open_file)
        self._describing.happened.connect(self._show)
        self._preferences.changed.connect(self._confirm)

    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._buttons.retranslate()
        self._question.retranslate()
        self._heading.setText(self.tr("Descriptio&n:"))
        self._caption.setAccessibleName(self.tr("Description"))
        self._progress.setAccessibleName(self.tr("Loading the model"))
        self._picture.invite(self.tr("Open, paste or drop a picture. Its description is read to you."))
        if self._describing.capture is None:
            self.setWindowTitle("SPARC Desktop")
            self._picture.describe("")
