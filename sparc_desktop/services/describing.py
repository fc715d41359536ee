"""One picture at a time, from its bytes to the last word: the engine and the voice behind the window's keys.

A new picture replaces the one in work; stopping silences and ends at once for the user, whatever time the engine takes:
what it still sends about a request that isn't the current one is dropped here.

While nothing is in work, a picture can be described quietly, as those are that wait their turn: it is not spoken, what
happens comes by a hook of its own, and whatever the user does next takes its place.
"""

from collections.abc import Callable
from typing import Protocol

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import FINAL, Cancelled, Event, Failed, Finished, Ready, Started, TextRead
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.domain.request import Request
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.text_reading import OpenReader, TextReading, is_wanted
from sparc_desktop.services.wishes import request_of, unwritten
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

Post = Callable[[Callable[[], None]], None]  # have this done on the window's thread, from any other


class Events(Protocol):
    """Where one listens: a `Hook`, or a signal of Qt's."""

    def connect(self, listener: Callable[[Event], object], /) -> object:
        """Call it with each event from now on."""


class Engine(Protocol):
    """`ui.engine_process.EngineProcess`, or whatever takes its place."""

    @property
    def happened(self) -> Events:
        """The events of all requests, of the model and of the engine."""

    def describe(self, request: Request) -> None:
        """Ask for a description; returns at once."""

    def cancel(self, request_id: int) -> None:
        """Stop it."""


class Describing:
    """The current description. All on the window's thread."""

    def __init__(self, engine: Engine, narration: Narration, open_reader: OpenReader, post: Post) -> None:
        self.began: Hook[[]] = Hook()  # a picture was taken, and its description is on its way
        self.stopped: Hook[[]] = Hook()  # by the user: what is left of it is not told
        self.happened: Hook[[Event]] = Hook()  # of the current request, of the model and of the engine
        self.happened_quietly: Hook[[Event]] = Hook()  # of the request that is described quietly
        self.idle: Hook[[]] = Hook()  # nothing is in work any more: a picture could be described quietly
        self.remarked: Hook[[str]] = Hook()  # a sentence that was said about the work itself
        self._engine = engine
        self._narration = narration
        self._capture: Capture | None = None
        self._is_complete = False  # its description was written to its end
        self._is_question = False  # the last request was one
        self._has_asked = False  # an answer has taken the place of the description in the voice
        self._last = 0  # the last request's number
        self._current: int | None = None
        self._quiet: int | None = None
        self._reading: int | None = None  # the request whose text has not been handed over yet
        self._reads_quietly = False  # it is that of a quiet description
        self._read: Event | None = None  # the text that has come while a question about its picture is answered
        self._ready: Ready | None = None  # what the model can do
        self._request: Request | None = None  # the last one that was not quiet
        self._warned: set[str] = set()  # one notice of each is enough
        self._has_explained = False  # at length, why a picture is not described
        self._told: Failed | None = None  # so that an engine that dies again and again is told of once
        self._text = TextReading(open_reader, lambda *found: post(lambda: self._receive_text(*found)))
        engine.happened.connect(self._receive)

    @property
    def capture(self) -> Capture | None:
        """The picture described last, which can be described again."""
        return self._capture

    @property
    def busy(self) -> bool:
        """Is a description being written, other than quietly?"""
        return self._current is not None

    @property
    def is_question(self) -> bool:
        """Was a question asked last, and no description asked for since?"""
        return self._is_question

    @property
    def is_reading(self) -> bool:
        """Is the text in the picture still being read?"""
        return self._reading is not None and not self._reads_quietly

    @property
    def is_free(self) -> bool:
        """Is the engine free for a quiet description?"""
        return self._current is None and self._quiet is None and self._reading is None

    @property
    def narration(self) -> Narration:
        """The voice."""
        return self._narration

    def describe(self, capture: Capture, settings: Settings) -> None:
        """Describe this picture, instead of any other; where another is left off for it, that is said."""
        self._begin(capture, settings, None)
        self._read_text(capture, settings, quietly=False)
        if not self.busy:  # an engine that has given up fails at once
            self._text.release()

    def describe_quietly(self, capture: Capture, settings: Settings) -> None:
        """Describe this picture while nothing else is in work (`is_free`)."""
        self._last += 1
        self._quiet = request = self._last
        self._read_text(capture, settings, quietly=True)
        self._engine.describe(request_of(request, capture, settings))

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
            text = translate("Describing", "{label} has been described already.")
            self.remarked.emit(text.format(label=self._capture.label))

    def stop(self) -> None:
        """Silence, and stop writing; what was written stays."""
        request = self._current
        if self.is_reading:  # the text will be missing
            self._is_complete = False
        self._narration.stop()
        self._end_aloud()
        self.stopped.emit()
        if request is not None:
            self.happened.emit(Cancelled(request))
        self._rest()

    def fail(self, failure: Failure) -> None:
        """Tell of a failure outside of the engine; a description in work goes on."""
        self._told = None
        self._tell(Failed(None, failure))

    def close(self) -> None:
        """End what is being read."""
        self._text.stop()

    def _begin(self, capture: Capture, settings: Settings, question: str | None) -> None:
        left_off = self._left_off()
        goes_on = question is not None and capture == self._capture
        self._narration.stop()
        self._end_quiet()
        self._end_aloud(keep_text=goes_on and not self.busy)
        if not goes_on:
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
        self._request = request_of(self._last, capture, settings, question)
        self._warn()
        self._engine.describe(self._request)

    def _read_text(self, capture: Capture, settings: Settings, *, quietly: bool) -> None:
        if is_wanted(settings.read_text, capture):
            self._reading, self._reads_quietly = self._last, quietly
            self._text.begin(self._last, capture, asked_for=settings.read_text == "always")

    def _warn(self) -> None:
        """The model may not be able to do what is wished; that is said once."""
        warning = unwritten(self._ready, self._request) if self._ready and self._request else None
        if warning and warning not in self._warned:
            self._warned.add(warning)
            self._narration.remark(warning)
            self.remarked.emit(warning)

    def _left_off(self) -> str:
        """What is said of what the next request takes the place of."""
        if not self.busy or self._capture is None:
            return ""
        if self._is_question:
            return translate("Describing", "The question before is left off.")
        return translate("Describing", "Left off: {label}.").format(label=self._capture.label)

    def stop_quietly(self) -> None:
        """End what is described quietly; what was written stays."""
        self._end_quiet()
        self._rest()

    def _end_aloud(self, *, keep_text: bool = False) -> None:
        """With `keep_text` only the writing: a question about the same picture follows."""
        if self.is_reading and not keep_text:
            self._text.stop()
            self._reading = self._read = None
        current, self._current = self._current, None
        if current is not None:
            self._engine.cancel(current)

    def _end_quiet(self) -> None:
        quiet, self._quiet = self._quiet, None
        reading = self._reading if self._reads_quietly else None
        if reading is not None:
            self._text.stop()
            self._reading = None
        if quiet is not None:
            self._engine.cancel(quiet)
        cut = quiet if quiet is not None else reading
        if cut is not None:
            self.happened_quietly.emit(Cancelled(cut))

    def _receive(self, event: Event) -> None:
        request = getattr(event, "request", None)
        if request is not None and request == self._quiet:
            self._receive_quietly(event)
            return
        if request is not None and request != self._current:
            return
        if isinstance(event, Ready):
            self._ready = event
            self._told = None
        if isinstance(event, FINAL):  # an engine that fails as a whole ends its description: one cause is told once
            self._current = None
            self._is_complete = self._is_complete or isinstance(event, Finished)
        elif isinstance(event, Started):
            self._has_asked = self._is_question
        self._tell(event)
        if isinstance(event, Ready) and self.busy:
            self._warn()
        if isinstance(event, FINAL):
            self._text.release()
            if self._read is not None:
                self._hand_over(self._read)
            self._rest()

    def _receive_quietly(self, event: Event) -> None:
        if isinstance(event, FINAL):
            self._quiet = None
        self.happened_quietly.emit(event)
        if isinstance(event, FINAL):
            self._text.release()
            self._rest()

    def _receive_text(self, request: int, event: TextRead | Failed | None) -> None:
        if request != self._reading:  # replaced or stopped while this was on its way
            return
        if event is not None and self.busy:  # a question about the picture has come in between
            self._read = event
            return
        self._hand_over(event)
        self._rest()

    def _hand_over(self, event: Event | None) -> None:
        """The text in the picture, or why it can't be read."""
        self._reading = self._read = None
        if event is not None:
            self.happened_quietly.emit(event) if self._reads_quietly else self._tell(event)

    def _shortened(self, event: Event) -> Event:
        """What a small model says of nearly every screen is heard at length once."""
        if not (isinstance(event, Failed) and event.failure.code == Code.IMAGE_UNFAMILIAR):
            return event
        if not self._has_explained:
            self._has_explained = True
            return event
        return Failed(event.request, Failure(Code.IMAGE_UNFAMILIAR_AGAIN, event.failure.params))

    def _rest(self) -> None:
        if self.is_free:
            self.idle.emit()

    def _tell(self, event: Event) -> None:
        """To the window first: its first word is on the screen before the voice begins."""
        event = self._shortened(event)
        if event == self._told:
            return
        if isinstance(event, Failed):
            self._told = event
        self.happened.emit(event)
        self._narration.receive(event)
