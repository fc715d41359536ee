"""One picture at a time, from its bytes to the last word: the engine and the voice behind the window's keys.

A new picture replaces the one in work; stopping silences and ends at once for the user, whatever time the engine takes:
what it still sends about a request that isn't the current one is dropped here.
"""

from PySide6.QtCore import QObject, Signal

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import FINAL, Cancelled, Event, Failed
from sparc_desktop.domain.failure import Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.services.narration import Narration
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui.engine_process import EngineProcess


class Describing(QObject):
    """The current description. `happened` carries the events of the current request, of the model and of the engine."""

    began = Signal()  # a picture was taken, and its description is on its way
    happened = Signal(object)  # domain.events.Event

    def __init__(self, engine: EngineProcess, narration: Narration, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._narration = narration
        self._capture: Capture | None = None
        self._last = 0  # the last request's number
        self._current: int | None = None
        self._told: Failed | None = None  # so that an engine that dies again and again is told of once
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
    def narration(self) -> Narration:
        """The voice."""
        return self._narration

    def describe(self, capture: Capture, settings: Settings) -> None:
        """Describe this picture, instead of any other."""
        self._end_current()
        self._narration.clear()
        self._told = None
        self._capture = capture
        self._last += 1
        self._current = self._last
        self.began.emit()
        self._engine.describe(Request(self._last, capture, settings.max_words, settings.sparc))

    def stop(self) -> None:
        """Silence, and stop writing; what was written stays."""
        request = self._current
        self._end_current()
        if request is not None:
            self.happened.emit(Cancelled(request))

    def fail(self, failure: Failure) -> None:
        """Tell of a failure outside of the engine; a description in work goes on."""
        self._told = None
        self._tell(Failed(None, failure))

    def _end_current(self) -> None:
        self._narration.stop()
        if self._current is not None:
            self._engine.cancel(self._current)
            self._current = None

    def _receive(self, event: Event) -> None:
        request = getattr(event, "request", None)
        if request is not None and request != self._current:
            return
        if isinstance(event, FINAL):  # an engine that fails as a whole ends its description: one cause is told once
            self._current = None
        self._tell(event)

    def _tell(self, event: Event) -> None:
        """To the window first: its first word is on the screen before the voice begins."""
        if event == self._told:
            return
        if isinstance(event, Failed):
            self._told = event
        self.happened.emit(event)
        self._narration.receive(event)
