"""Asking the screen, on a thread of its own: a capture may take its time, for one when the desktop asks for consent."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.target import Target
from sparc_desktop.services.screen import Screen, alike

Question = Callable[[Screen], Target | Capture | str | None]  # may raise ExpectedError


class Capturing(QObject):
    """One question after the other; the answers come as signals, from that thread."""

    captured = Signal(object)  # a Capture; the former one itself where it still looks the same
    answered = Signal(str)  # a sentence
    failed = Signal(object)  # a Failure

    def __init__(
        self, open_screen: Callable[[], Screen], former: Callable[[], Capture | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_screen, self._former = open_screen, former
        self._screen: Screen | None = None
        self._thread = ThreadPoolExecutor(1, "capture")

    def ask(self, question: Question) -> None:
        """Have the question answered, and the target that it gives captured."""
        self._thread.submit(self._answer, question)

    def close(self) -> None:
        """Wait for a capture in work, and free the screen."""
        self._thread.shutdown(cancel_futures=True)
        if self._screen is not None:
            self._screen.close()

    def _answer(self, question: Question) -> None:
        try:
            if self._screen is None:
                self._screen = self._open_screen()
            match question(self._screen):
                case str() as sentence:
                    self.answered.emit(sentence)
                case Capture() as capture:
                    self.captured.emit(capture)
                case None:
                    pass
                case target:
                    self.captured.emit(self._compared(self._screen.capture(target)))
        except ExpectedError as error:
            self.failed.emit(error.failure)

    def _compared(self, capture: Capture) -> Capture:
        former = self._former()
        return former if former is not None and former.is_screen and alike(former, capture) else capture
