"""Asking the screen, on a thread of its own: a capture may take its time, for one when the desktop asks for consent.

A capture that was asked for is dropped when a newer one is, or when the user stops: what comes late is not wanted.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.target import Target
from sparc_desktop.services.screen import Screen, alike

END_SECONDS = 1.0  # a capture that waits for the user's consent must not hold up the end of the program
Question = Callable[[Screen], Target | Capture | str | None]  # may raise ExpectedError
OnFailure = Callable[[Failure], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    question: Question
    on_failure: OnFailure
    age: int | None  # None for what is never too old


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
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._age = 0
        self._thread = threading.Thread(target=self._work, name="capture", daemon=True)
        self._thread.start()

    def capture(self, target: Callable[[Screen], Target]) -> None:
        """Have this captured instead of what is still to be captured."""
        self.forget()
        self._jobs.put(_Job(target, self.failed.emit, self._age))

    def ask(self, question: Question, on_failure: OnFailure | None = None) -> None:
        """Have the question answered in its turn, and the target that it gives captured.

        `on_failure` is called in the thread, for whatever fails, in place of the signal `failed`.
        """
        self._jobs.put(_Job(question, on_failure or self.failed.emit, None))

    def forget(self) -> None:
        """What is being captured is not wanted any more."""
        self._age += 1

    def close(self) -> None:
        """End the thread, and free the screen."""
        self.forget()
        self._jobs.put(None)
        self._thread.join(END_SECONDS)
        if self._screen is not None and not self._thread.is_alive():
            self._screen.close()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self._is_old(job):
                self._answer(job)

    def _is_old(self, job: _Job) -> bool:
        return job.age not in (None, self._age)

    def _answer(self, job: _Job) -> None:
        try:
            if self._screen is None:
                self._screen = self._open_screen()
            answer = job.question(self._screen)
            if answer is None or isinstance(answer, str | Capture):
                found = answer
            else:
                found = self._compared(self._screen.capture(answer))
        except ExpectedError as error:
            failure = error.failure
        except Exception as error:  # a defect: whoever pressed the key must hear of it, and the thread must live on
            log.exception("A capture has failed")
            failure = Failure(Code.CAPTURE_FAILED, {"reason": type(error).__name__})
        else:
            if found is not None and not self._is_old(job):
                (self.answered if isinstance(found, str) else self.captured).emit(found)
            return
        if not self._is_old(job):
            job.on_failure(failure)

    def _compared(self, capture: Capture) -> Capture:
        former = self._former()
        return former if former is not None and former.is_screen and alike(former, capture) else capture
