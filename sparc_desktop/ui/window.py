"""The main window: its parts, and which key does what; what it shows and says is decided by `presenters.main`.

It never waits for anything. Pictures come in by opening, pasting and dropping.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from sparc_desktop.domain.capture import Capture
from sparc_desktop.presenters.album import Album, Entry
from sparc_desktop.presenters.help import Place
from sparc_desktop.presenters.main import Main
from sparc_desktop.services.describing import Describing
from sparc_desktop.settings.wording import choice_name
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.buttons import Buttons
from sparc_desktop.ui.captured import capture_from, files_in, has_picture
from sparc_desktop.ui.loading_bar import LoadingBar
from sparc_desktop.ui.menus import Menus
from sparc_desktop.ui.open_dialog import OpenDialog
from sparc_desktop.ui.picture import PictureView
from sparc_desktop.ui.picture_list import PictureList
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.question import QuestionField
from sparc_desktop.ui.sentence_list import SentenceList
from sparc_desktop.ui.sizes import resize_to_letters
from sparc_desktop.ui.status import Status

WIDTH, HEIGHT = 56, 44  # in units of the font's height, so that the window grows with the user's font


class MainWindow(QMainWindow):
    """The program's only window that is there from the start."""

    closed = Signal()  # by the user

    def __init__(self, describing: Describing, preferences: Preferences, read_file: Callable[[Path], Capture]) -> None:
        super().__init__()
        self._describing = describing
        self._preferences = preferences
        self._read_file = read_file
        self._dialog = OpenDialog(self)
        album = Album()
        self._presenter = Main(self, album, describing, preferences, read_file)
        self._actions = Actions(self)
        self._menus = Menus(self.menuBar(), self._actions)
        self._buttons = Buttons(self._actions)
        self._pictures = PictureList(album)
        self._picture = PictureView()
        self._heading = QLabel()
        self._sentences = SentenceList()
        self._heading.setBuddy(self._sentences)
        self._question = QuestionField()
        self._progress = LoadingBar()
        self._status = Status(self)
        self._arrange()
        self._place()
        self._connect()
        self._sentences.show_transcript(album.transcript)
        self._show_settings()
        self._retranslate()
        self._presenter.begin()
        self._buttons.open.setFocus()

    @property
    def actions_of_menu(self) -> Actions:
        """What the menus do, for others to do as well."""
        return self._actions

    @property
    def presenter(self) -> Main:
        """What decides for this window."""
        return self._presenter

    def show_result(self) -> None:
        """Come to the front, with the focus in the description."""
        self._come_to_front(self._sentences)

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
        self._presenter.describe(picture)

    def open_files(self, files: list[Path]) -> None:
        """Describe the pictures in these files, one after the other."""
        self._presenter.open(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether this can be dropped here."""
        if has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Describe what was dropped; it stays where it was, also if the other program would have moved it."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take(event.mimeData(), self.tr("Dropped picture"))

    def pasted(self) -> Capture:
        """The picture on the clipboard; raises ExpectedError where there is none."""
        return capture_from(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture"), self._read_file)

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture"))

    def _take(self, data: QMimeData, label: str) -> None:
        if files := files_in(data):
            self._presenter.open(files)
        else:
            self._presenter.take(lambda: capture_from(data, label, self._read_file))

    # What the presenter asks of its view

    def tell(self, text: str, announced: str | None = None, *, urgent: bool = False) -> None:
        """Show a line on what is going on, and announce it, or the shorter `announced` ("" announces nothing)."""
        self._status.tell(text, announced, urgent=urgent)

    def announce(self, text: str) -> None:
        """Have a screen reader say this; nothing is shown."""
        announce(self, text)

    def say(self, text: str) -> None:
        """Answer a key in one of the other windows, where this is shown."""
        self._presenter.say(text)

    def show_loading(self, fraction: float | None) -> None:
        """How far the model is loaded, 0 to 1; None once it is."""
        self._progress.show_fraction(fraction)

    def show_entry(self, entry: Entry, picture: Capture | None) -> None:
        """Its picture, where there is one, and its transcript as it is and grows."""
        text = entry.transcript.description or self.tr("Picture: {label}").format(label=entry.label)
        self._picture.describe(text)
        self._sentences.show_transcript(entry.transcript)
        if picture is not None:
            self._picture.show_picture(picture.untrusted_data)
        else:
            self._picture.clear()

    def describe_picture(self, text: str) -> None:
        """The text alternative of the picture shown."""
        self._picture.describe(text)

    def copy(self, text: str) -> None:
        """Onto the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def remark(self, sentence: str) -> None:
        """Show what was said about the waiting; announced only where no voice has said it."""
        self._presenter.remark(sentence)

    # The window itself

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever runs the program decides whether it ends, too."""
        super().closeEvent(event)
        self.closed.emit()

    def _arrange(self) -> None:
        # Without the picture's name: a screen reader would say that, too, just before the description begins with it.
        self.setWindowTitle("SPARC Desktop")
        self.setAcceptDrops(True)
        centre = QWidget()
        row, column = QHBoxLayout(centre), QVBoxLayout()
        row.addWidget(self._pictures)
        row.addLayout(column, 1)
        column.addWidget(self._buttons)
        column.addWidget(self._picture, 3)
        column.addWidget(self._heading)
        column.addWidget(self._sentences, 2)
        column.addWidget(self._question)
        column.addWidget(self._progress)
        column.addWidget(self._status)
        self.setCentralWidget(centre)
        resize_to_letters(self, WIDTH, HEIGHT)

    def _place(self) -> None:
        """Where the help finds the focus."""
        self._sentences.setProperty("help", Place.DESCRIPTION)
        self._question.setProperty("help", Place.QUESTION)
        self._picture.setProperty("help", Place.PICTURE)
        self._pictures.setProperty("help", Place.PICTURES)
        self._buttons.setProperty("help", Place.BUTTONS)

    def _connect(self) -> None:
        actions, presenter, listening = self._actions, self._presenter, self._presenter.listening
        actions.open.triggered.connect(self._dialog.ask)
        actions.paste.triggered.connect(self._paste)
        actions.copy.triggered.connect(presenter.copy)
        actions.close.triggered.connect(self.close)
        actions.quit.triggered.connect(QApplication.quit)
        actions.describe.triggered.connect(presenter.describe_again)
        actions.ask.triggered.connect(self.show_question)
        actions.stop.triggered.connect(presenter.stop)
        actions.read_again.triggered.connect(lambda: listening.read_from(0))
        actions.pause.triggered.connect(listening.pause)
        actions.previous.triggered.connect(lambda: listening.move(-1))
        actions.next.triggered.connect(lambda: listening.move(1))
        actions.slower.triggered.connect(lambda: listening.tune("rate", -1))
        actions.faster.triggered.connect(lambda: listening.tune("rate", 1))
        actions.quieter.triggered.connect(lambda: listening.tune("volume", -1))
        actions.louder.triggered.connect(lambda: listening.tune("volume", 1))
        actions.next_picture.triggered.connect(lambda: presenter.step(1))
        actions.previous_picture.triggered.connect(lambda: presenter.step(-1))
        actions.zoom_in.triggered.connect(lambda: self._picture.zoom(1))
        actions.zoom_out.triggered.connect(lambda: self._picture.zoom(-1))
        actions.zoom_whole.triggered.connect(lambda: self._picture.zoom(0))
        self._picture.zoomed.connect(presenter.tell_zoom)
        self._question.asked.connect(self._ask)
        self._sentences.read_from.connect(listening.read_from)
        self._sentences.copied.connect(presenter.tell_copied)
        self._dialog.chosen.connect(self.open_files)
        self._connect_settings()

    def _connect_settings(self) -> None:
        actions, change = self._actions, self._preferences.change
        actions.speak.triggered.connect(lambda on: change(output=actions.spoken_output if on else "none"))
        for output, action in actions.outputs.items():
            action.triggered.connect(lambda _checked=True, output=output: change(output=output))
        actions.sparc.toggled.connect(lambda on: change(sparc=on))
        for length, action in actions.lengths.items():
            action.triggered.connect(lambda _checked=True, length=length: self._presenter.wishes.set_length(length))
        self._menus.prompts.chosen.connect(self._presenter.wishes.set_prompt)
        for code, action in actions.languages.items():
            action.triggered.connect(lambda _checked=True, code=code: change(language=code))
        self._preferences.changed.connect(self._confirm)

    def _show_settings(self) -> None:
        settings = self._preferences.settings
        self._actions.show_settings(settings)
        self._menus.prompts.show_settings(settings.captions)

    def _confirm(self, changed: frozenset[str]) -> None:
        self._show_settings()
        if "language" in changed:
            self._presenter.answer(self.tr("The language is now English."))
        if "output" in changed:
            name = choice_name("output", self._preferences.settings.output)
            self._presenter.answer(self.tr("Descriptions are spoken with: {name}.").format(name=name))

    def _ask(self, question: str) -> None:
        if self._presenter.ask(question):
            self._question.clear()

    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._menus.retranslate()
        self._buttons.retranslate()
        self._question.retranslate()
        self._pictures.retranslate()
        self._heading.setText(self.tr("Descriptio&n:"))
        self._sentences.setAccessibleName(self.tr("Description"))
        self._progress.setAccessibleName(self.tr("Loading the model"))
        self._picture.invite(self.tr("Open, paste or drop a picture. Its description is read to you."))
        if self._presenter.album.current is None:
            self._picture.describe("")
