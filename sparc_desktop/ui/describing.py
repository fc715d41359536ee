"""One picture at a time, from its bytes to the last word: the engine and the voice behind the window's keys.

A new picture replaces the one in work; stopping silences and ends at once for the user, whatever time the engine takes:
what it still sends about a request that isn't the current one is dropped here.
"""

from PySide6.QtCore import QObject, Qt, Signal

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import FINAL, Cancelled, Event, Failed, Finished, Started, TextRead
from sparc_desktop.domain.failure import Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.text_reading import OpenReader, TextReading, is_wanted
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui.engine_process import EngineProcess


class Describing(QObject):
    """The current description. `happened` carries the events of the current request, of the model and of the engine."""

    began = Signal()  # a picture was taken, and its description is on its way
    stopped = Signal()  # by the user: what is left of it is not told
    happened = Signal(object)  # domain.events.Event
    remarked = Signal(str)  # a sentence that was said about the work itself

    _text_read = Signal(int, object)  # from the reading's thread: its request, and TextRead, Failed or None

    def __init__(
        self, engine: EngineProcess, narration: Narration, open_reader: OpenReader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._narration = narration
        self._capture: Capture | None = None
        self._is_complete = False  # its description was written to its end
        self._is_question = False  # the last request was one
        self._has_asked = False  # an answer has taken the place of the description in the voice
        self._last = 0  # the last request's number
        self._current: int | None = None
        self._reading: int | None = None  # the request whose text has not been handed over yet
        self._told: Failed | None = None  # so that an engine that dies again and again is told of once
        self._text = TextReading(open_reader, self._text_read.emit)
        self._text_read.connect(self._receive_text, Qt.ConnectionType.QueuedConnection)
        engine.happened.connect(self._receive)

    @property
    def capture(self) -> Capture | None:
        """The picture described last, which can be described again."""
        return self._capture

    @property
    def busy(self) -> bool:
        """Is a description being written?"""
        return self._current is not None

    @property
    def is_reading(self) -> bool:
        """Is the text in the picture still being read?"""
        return self._reading is not None

    @property
    def narration(self) -> Narration:
        """The voice."""
        return self._narration

    def describe(self, capture: Capture, settings: Settings) -> None:
        """Describe this picture, instead of any other; where another is left off for it, that is said."""
        self._begin(capture, settings, None)
        if is_wanted(settings.read_text, capture):
            self._reading = self._last
            self._text.begin(self._last, capture, asked_for=settings.read_text == "always")
            if not self.busy:  # an engine that has given up fails at once
                self._text.release()

    def ask(self, capture: Capture, settings: Settings, question: str) -> None:
        """Answer a question about this picture, which may have been described before."""
        self._begin(capture, settings, question)

    def can_recall(self) -> bool:
        """Is the last picture's description there, or on its way? After a question its answer is."""
        return (self.busy and not self._is_question) or (self._is_complete and not self._has_asked)

    def recall(self) -> None:
        """Read it from the beginning, with what it is of."""
        self._narration.read_again(with_label=True)
        if self._capture is not None and not self._narration.aloud:
            self.remarked.emit(self.tr("{label} has been described already.").format(label=self._capture.label))

    def stop(self) -> None:
        """Silence, and stop writing; what was written stays."""
        request = self._current
        if self._reading is not None:  # the text will be missing
            self._is_complete = False
        self._end_current()
        self.stopped.emit()
        if request is not None:
            self.happened.emit(Cancelled(request))

    def fail(self, failure: Failure) -> None:
        """Tell of a failure outside of the engine; a description in work goes on."""
        self._told = None
        self._tell(Failed(None, failure))

    def close(self) -> None:
        """End what is being read."""
        self._text.stop()

    def _begin(self, capture: Capture, settings: Settings, question: str | None) -> None:
        left_off = self._left_off()
        self._end_current()
        if question is None:
            self._narration.clear()
            self._is_complete = self._has_asked = False
        if left_off:
            self._narration.remark(left_off)
            self.remarked.emit(left_off)
        self._told = None
        self._is_question = question is not None
        self._capture = capture
        self._last += 1
        self._current = self._last
        self.began.emit()
        if question is None:
            self._narration.expect(capture.label)
        self._engine.describe(Request(self._last, capture, settings.max_words, settings.sparc, question))

    def _left_off(self) -> str:
        """What is said of what the next request takes the place of."""
        if not self.busy or self._capture is None:
            return ""
        if self._is_question:
            return self.tr("The question before is left off.")
        return self.tr("Left off: {label}.").format(label=self._capture.label)

    def _end_current(self) -> None:
        self._narration.stop()
        self._text.stop()
        self._reading = None
        if self._current is not None:
            self._engine.cancel(self._current)
            self._current = None

    def _receive(self, event: Event) -> None:
        request = getattr(event, "request", None)
        if request is not None and request != self._current:
            return
        if isinstance(event, FINAL):  # an engine that fails as a whole ends its description: one cause is told once
            self._current = None
            self._is_complete = self._is_complete or isinstance(event, Finished)
        elif isinstance(event, Started):
            self._has_asked = self._is_question
        self._tell(event)
        if isinstance(event, FINAL):
            self._text.release()

    def _receive_text(self, request: int, event: TextRead | Failed | None) -> None:
        if request != self._reading:  # replaced or stopped while this was on its way
            return
        self._reading = None
        if event is not None:
            self._tell(event)

    def _tell(self, event: Event) -> None:
        """To the window first: its first word is on the screen before the voice begins."""
        if event == self._told:
            return
        if isinstance(event, Failed):
            self._told = event
        self.happened.emit(event)
        self._narration.receive(event)
