"""What is heard around the words: that the picture was taken, that the work goes on, that it is done or has failed.

The end is told when the last sentence has been read, that of the text in the picture too, not when it was written: a
sound in the middle of a sentence would mean nothing. One that was stopped has no such end.
"""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.events import FINAL, Event, Failed, Finished, TextDelta
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.earcons import EarconPlayer
from sparc_desktop.services.patience import Estimate, Patience, Tick

LOOK = 250  # milliseconds between two looks whether something is due


class Waiting(QObject):
    """Follows the descriptions. `remarked` carries a sentence that the voice says too."""

    remarked = Signal(str)

    def __init__(self, describing: Describing, earcons: EarconPlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describing = describing
        self._earcons = earcons
        self._patience = Patience()
        self._is_written = False  # but not yet read to its end
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        describing.began.connect(self._begin)
        describing.stopped.connect(self._stop)
        describing.happened.connect(self._receive)

    def _begin(self) -> None:
        self._earcons.play(Earcon.CAPTURED)
        self._patience.begin(time.monotonic())
        self._is_written = False
        self._timer.start()

    def _stop(self) -> None:
        self._is_written = False

    def _receive(self, event: Event) -> None:
        match event:
            case TextDelta():
                self._patience.first_words(time.monotonic())
            case Finished():
                self._is_written = True
            case Failed():
                self._earcons.play(Earcon.ERROR)
        if isinstance(event, FINAL) and not self._describing.busy:
            self._patience.end()

    def _look(self) -> None:
        match self._patience.check(time.monotonic()):
            case Estimate(sentence=sentence):
                self._describing.narration.remark(sentence)
                self.remarked.emit(sentence)
            case Tick():
                self._earcons.play(Earcon.THINKING)
        if self._is_written and not self._describing.is_reading and self._describing.narration.wait(0):
            self._is_written = False
            self._earcons.play(Earcon.DONE)
        if not (self._describing.busy or self._is_written):
            self._timer.stop()
