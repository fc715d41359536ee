"""The main window: pictures come in, what is said of them is shown, and the keys are answered.

What the program's own voice says is not announced as well, so that nobody hears it twice: an announcement is a short
word on what is going on, and carries a whole sentence only where the voice can't. What failed beside a description is
noted below it once it is complete, to be read at leisure, and so is the text that was found in the picture.

A picture that comes is described aloud at once; of several, the first, and the others wait their turn. A question that
was asked before there is a picture is asked of the next one.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sparc_desktop.capture.file import printable
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Loading, Ready, Started, TextDelta, TextRead
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.domain.said import Said
from sparc_desktop.presenters.album import Album, Entry, ReadFile, State
from sparc_desktop.presenters.backlog import Backlog
from sparc_desktop.presenters.listening import Listening
from sparc_desktop.presenters.transcript import Transcript
from sparc_desktop.presenters.view import MainView, Preferences
from sparc_desktop.presenters.wishes import Wishes
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.narration import VOICELESS
from sparc_desktop.services.preparation import Preparation
from sparc_desktop.services.sentences import sentence
from sparc_desktop.translation import translate


class Main:
    """`began` carries an entry that waits its turn or is set out for; `finished` one whose newest words are complete.

    With the former comes the transcript that it had as it waited, or else has.
    """

    def __init__(
        self, view: MainView, album: Album, describing: Describing, preferences: Preferences, read_file: ReadFile
    ) -> None:
        self.began: Hook[[Entry, Transcript]] = Hook()
        self.finished: Hook[[Entry]] = Hook()
        self.album = album
        self.wishes = Wishes(preferences, self.answer)
        self.listening = Listening(view, album, describing.narration, preferences, self.answer)
        self._view, self._describing, self._preferences, self._read_file = view, describing, preferences, read_file
        self._backlog = Backlog(album, describing, lambda: preferences.settings, read_file)
        self._writing: Entry | None = None  # what the engine writes aloud, or wrote last
        self._model: Ready | None = None  # once it is loaded
        self._preparation = Preparation()
        self._voiceless = ""  # why this description can't be heard
        self._question = ""  # to be asked of the next picture
        self._held: tuple[Entry, Capture] | None = None  # the picture used last, of a file too
        self._status = ""  # what was told last
        self._told = ""  # the label of the picture that is said to be described
        album.shown.connect(self._show)
        describing.happened.connect(self._receive)
        describing.remarked.connect(self.remark)
        self._backlog.began.connect(self.began.emit)
        self._backlog.finished.connect(self._finish)
        self._backlog.remarked.connect(self.answer)

    # Pictures in

    def begin(self) -> None:
        """The window has just been made."""
        self._view.show_loading(0.0)
        self._tell(translate("MainWindow", "The model is being loaded. You can open a picture already."), "")

    def take(self, capture: Callable[[], Capture]) -> None:
        """Describe the picture that this gives, or tell why there is none."""
        try:
            picture = capture()
        except ExpectedError as error:
            self._describing.fail(error.failure)
        else:
            self.describe(picture)

    def open(self, files: Sequence[Path]) -> None:
        """Describe these pictures: the first one now, the others after it."""
        for place, path in enumerate(files):
            try:
                picture = self._read_file(path)
            except ExpectedError as error:
                self._describing.fail(error.failure)
            else:
                self._start(self.album.add(picture.label, path), picture)
                self._queue(files[place + 1 :])
                return

    def describe(self, picture: Capture) -> None:
        """Describe a picture that was taken elsewhere."""
        self._start(self.album.add(picture.label, picture), picture)

    def show_kept(self, label: str, said: Said, picture: Capture | None) -> Entry:
        """Show what was said of a picture long ago; the picture may not have been kept."""
        entry = self.album.add(label, picture)
        entry.transcript.recall(said)
        self.album.mark(entry, "done")
        self.album.show(entry)
        return entry

    def describe_again(self) -> None:
        """The picture that is looked at, from anew."""
        entry = self.album.current
        if entry is None:
            self.answer(translate("MainWindow", "There is no picture yet. Open, paste or drop one first."))
        elif (picture := self._picture_of(entry)) is not None:
            self._backlog.take_out(entry)
            self._start(entry, picture)

    def ask(self, question: str) -> bool:
        """Ask about the picture that is looked at, or the next one; False where there is no question."""
        entry = self.album.current
        if not question:
            self.answer(translate("MainWindow", "Write a question first, then press Enter."))
            return False
        if entry is None and (refusal := self._refusal()):
            self._describing.fail(refusal)
            return False
        if entry is None:
            self._question = question
            text = translate("MainWindow", "The question will be asked of the next picture. Open, paste or drop one.")
            self.answer(text)
        elif (picture := self._picture_of(entry)) is not None:
            self._backlog.take_out(entry)
            self._put(entry, picture, question)
        return True

    def stop(self) -> None:
        """Silence, and nothing more is written of what is heard; where nothing is, the waiting pictures are left."""
        stopped = translate("MainWindow", "Stopped.")
        is_heard = self._describing.busy or self._describing.is_reading or not self._describing.narration.wait(0)
        if self._status.startswith(stopped):  # the answer to the former press may be all that is heard
            is_heard = False
        self._question = ""
        self._describing.stop()
        if is_heard and (count := len(self._backlog)):
            more = translate("MainWindow", "Pictures still to be described: {count}. Escape once more stops them, too.")
        elif count := self._backlog.clear():
            more = translate("MainWindow", "Pictures left undescribed: {count}.")
        else:  # silence is answer enough
            self._tell(stopped)
            return
        self.answer(f"{stopped} {more.format(count=count)}")

    def recall(self) -> None:
        """Read the description of the picture described last from its beginning, and look at it."""
        if self._writing and self._writing is not self.album.current:
            self.album.show(self._writing)
        self._describing.recall()

    def step(self, steps: int) -> None:
        """Look at another picture: 1 is the next, -1 the one before."""
        if self.album.step(steps) and (entry := self.album.current):
            text = translate("MainWindow", "{label}: picture {place} of {count}.")
            place, count = self.album.place + 1, len(self.album)
            self.answer(text.format(label=entry.title, place=place, count=count))
        elif steps > 0:
            self.answer(translate("MainWindow", "There is no further picture."))
        else:
            self.answer(translate("MainWindow", "There is no picture before this one."))

    def tell_zoom(self, percent: int) -> None:
        """The picture is shown so large now."""
        if self.album.current is None:
            self.answer(translate("MainWindow", "There is no picture yet. Open, paste or drop one first."))
        else:
            self.answer(translate("MainWindow", "Picture at {zoom} percent.").format(zoom=percent))

    def copy(self) -> None:
        """All that was said of the picture that is looked at."""
        if text := self.album.transcript.whole:
            self._view.copy(text)
        self._tell_copied(text, translate("MainWindow", "The description was copied."))

    def tell_copied(self, text: str) -> None:
        """This was put on the clipboard; nothing, where there is nothing to copy."""
        self._tell_copied(text, translate("MainWindow", "Copied."))

    def answer(self, text: str) -> None:
        """Answer a key, or say how far the work has come: by whoever reads the descriptions, or else announced.

        What is said of another key or of further progress takes its place.
        """
        self.remark(text)
        self._describing.narration.notice(text)

    def say(self, text: str) -> None:
        """Answer a key in another window, which shows the answer itself."""
        if not self._describing.narration.notice(text):
            self._view.announce(text)

    def remark(self, text: str) -> None:
        """Show what was said about the work; announced only where no voice has said it."""
        self._tell(text, "" if self._describing.narration.is_heard else text)

    def _tell_copied(self, text: str, done: str) -> None:
        self.answer(done if text else translate("MainWindow", "There is no description yet."))

    def _start(self, entry: Entry, picture: Capture, *, is_asked: bool = False) -> None:
        """Describe it, or put the question that waits; what a model that answers none `is_asked` is refused."""
        question, self._question = self._question, ""
        self._held = entry, picture
        entry.begin()
        refusal = self._refusal() if question or is_asked else None
        if question and refusal is None:
            self._put(entry, picture, question)
        else:
            self._write(entry, picture)
        if refusal is not None:
            text = sentence(refusal)
            self._describing.narration.remark(text)
            self.remark(text)
        self.album.show(entry)  # last: the preview is to keep neither the engine nor the voice waiting

    def _refusal(self) -> Failure | None:
        """Why questions are not answered; None where they are, or where the model is not known yet."""
        if self._model is None or self._model.answers:
            return None
        return Failure(Code.QUESTION_UNANSWERABLE, {"label": self._model.model})

    def _write(self, entry: Entry, picture: Capture) -> None:
        self._set_out(entry)
        self._describing.describe(picture, self._preferences.settings)
        if not self._describing.busy:  # an engine that has given up says so at once
            return
        if self._model is None:
            text = translate("MainWindow", "{label} will be described as soon as the model is loaded.")
            self._tell(text.format(label=entry.label), translate("MainWindow", "Loading the model"))
        else:
            self._show_started(entry.label)  # at once: a large model takes its time to look at the picture

    def _put(self, entry: Entry, picture: Capture, question: str) -> None:
        self._set_out(entry)
        entry.transcript.ask(question)
        self._tell(translate("MainWindow", "Answering…"))
        self._describing.ask(picture, self._preferences.settings, question)

    def _set_out(self, entry: Entry) -> None:
        if self._writing and self._writing is not entry and self._writing.state == "writing":
            self._end(self._writing, "stopped")
        self._writing = entry
        self.began.emit(entry, entry.transcript)
        self._voiceless = self._told = ""
        self.album.mark(entry, "writing")

    def _queue(self, files: Sequence[Path]) -> None:
        if files:
            self._backlog.add([self.album.add(printable(path.name), path) for path in files])
            text = translate("MainWindow", "Pictures that wait their turn: {count}.").format(count=len(files))
            self._describing.narration.remark(text)
            self.remark(f"{self._status} {text}")

    def _picture_of(self, entry: Entry) -> Capture | None:
        """Where there is none any more, that is told."""
        try:
            return self._picture(entry)
        except ExpectedError as error:
            self._describing.fail(error.failure)
            return None

    def _picture(self, entry: Entry) -> Capture:
        if self._held and self._held[0] is entry:  # a file is read once as long as it is looked at
            return self._held[1]
        if entry.source is None:
            raise ExpectedError(Code.PICTURE_LET_GO, label=entry.label)
        picture = self._read_file(entry.source) if isinstance(entry.source, Path) else entry.source
        self._held = entry, picture
        return picture

    # Events out

    def _receive(self, event: Event) -> None:
        entry = self._writing
        match event:
            case Loading(fraction=fraction):
                self._model = None
                self._view.show_loading(fraction)
                if said := self._preparation.hear(event):
                    self._describing.narration.remark(said)
                    self.remark(said)
            case Ready():
                self._show_ready(event)
            case Started(label=label) if label:
                self._show_started(label)
            case TextDelta(text=text) if entry:
                entry.transcript.grow(text)
            case Finished():
                self._show_finished(event)
            case Failed():
                self._show_failure(event)
            case TextRead(text=text) if text and entry:
                self._show_text(entry, text)
        if not self._describing.busy and entry:
            self._complete(entry, event)

    def _show_ready(self, model: Ready) -> None:
        self._model = model
        self._view.show_loading(None)
        entry = self._writing
        is_held = entry is not None and self._held is not None and self._held[0] is entry
        was_asked = is_held and self._describing.busy and self._describing.is_question
        if was_asked and self._held and not self._held[0].transcript.description and self._refusal():
            self._start(*self._held, is_asked=True)  # it was asked before anybody knew the model
        if self._describing.capture is None:
            text = translate("MainWindow", "Ready. Open, paste or drop a picture.")
            self._tell(text, translate("MainWindow", "Ready"))
        elif not self._describing.busy:  # started again after a crash, whose sentence must stay to be read
            self._view.announce(translate("MainWindow", "Ready"))

    def _show_started(self, label: str) -> None:
        if label != self._told:
            self._told = label
            text = translate("MainWindow", "Describing {label}…").format(label=label)
            self._tell(text, "" if self._is_read_by_reader() else translate("MainWindow", "Describing"))

    def _is_read_by_reader(self) -> bool:
        """May a screen reader get the description itself? It would take these words for a part of it."""
        return self._preferences.settings.output in ("auto", "reader", "both")

    def _show_finished(self, event: Finished) -> None:
        text = translate("MainWindow", "Finished: {words} words in {seconds} seconds.")
        text = text.format(words=event.words, seconds=f"{event.seconds:.1f}")
        said = "" if self._is_read_by_reader() else translate("MainWindow", "Finished")
        if event.truncated:
            said = translate(
                "MainWindow", "Finished, but cut off: the description has reached its longest allowed length."
            )
            text = f"{text} {said}"
        self._tell(f"{text} {self._voiceless}".rstrip(), said)

    def _show_failure(self, event: Failed) -> None:
        text = sentence(event.failure)
        self._view.show_loading(None)
        if event.failure.code in VOICELESS:  # no part of what was described: nothing to keep beside it
            self._voiceless = text
            self._tell(text, urgent=True)
            return
        entry = self._writing
        has_ended = entry and entry.state == "writing" and not self._describing.busy  # by this failure
        mine = entry and (event.request is not None or has_ended)
        (entry.transcript if entry and mine else self.album.transcript).note(text)
        spoken = self._describing.narration.is_heard
        self._tell(text, translate("MainWindow", "That did not work") if spoken else text, urgent=True)

    def _show_text(self, entry: Entry, text: str) -> None:
        entry.transcript.add_text(text)
        if not self._describing.narration.is_heard:
            self._view.announce(translate("MainWindow", "The text in the picture follows the description."))

    def _complete(self, entry: Entry, event: Event) -> None:
        """Nothing more is being written: the description becomes the picture's text."""
        if entry.state == "writing":
            states: dict[type, State] = {Finished: "done", Cancelled: "stopped"}
            self._end(entry, states.get(type(event), "failed"))
        if isinstance(event, Finished | TextRead):
            self._finish(entry)

    def _finish(self, entry: Entry) -> None:
        if entry is self.album.current and entry.transcript.description:
            self._view.describe_picture(entry.transcript.description)
        if entry.transcript.whole:  # a picture that is not described may have a text
            self.finished.emit(entry)

    def _end(self, entry: Entry, state: State) -> None:
        """It is not written on. Where only an answer is missing, or it was described before, it stays described."""
        entry.transcript.end()
        if former := entry.take_back():
            state = former
            if entry is self.album.current:
                self.album.show(entry)
        if entry is self.album.current and entry.transcript.description:
            self._view.describe_picture(entry.transcript.description)
        self.album.mark(entry, "done" if self._describing.is_question and entry.transcript.description else state)

    def _show(self) -> None:
        if entry := self.album.current:
            try:
                picture = self._picture(entry)
            except ExpectedError:  # what was said of it is there all the same
                picture = None
            self._view.show_entry(entry, picture)

    def _tell(self, text: str, announced: str | None = None, *, urgent: bool = False) -> None:
        self._status = text
        self._view.tell(text, announced, urgent=urgent)
