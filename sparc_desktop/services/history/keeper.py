"""The history beside the window, which never waits for it: one thread does one thing after the other.

So what is asked first is done first, and only that thread has the file open.
"""

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.services.describing import Post
from sparc_desktop.services.history.history import History

ENOUGH = 5.0  # seconds that the program's end waits for it: a disk that takes longer may never answer
Result = TypeVar("Result")


class Keeper:
    """`broken` carries a failure to be told: a damaged file was put aside. All hooks are on the window's thread."""

    def __init__(self, history: History, post: Post) -> None:
        self.broken: Hook[[Failure]] = Hook()
        self._history, self._post = history, post
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # A daemon, which Python's own end doesn't wait for either; it begins with the first thing that is asked.
        self._thread = threading.Thread(target=self._work, name="history", daemon=True)
        history.broken.connect(lambda failure: post(lambda: self.broken.emit(failure)))

    def ask(
        self,
        work: Callable[[History], Result],
        done: Callable[[Result], None],
        failed: Callable[[Failure], None],
    ) -> None:
        """Do this after what was asked before; one of the others is called on the window's thread. Returns at once."""
        self._jobs.put(partial(self._do, work, done, failed))
        if self._thread.ident is None:
            self._thread.start()

    def close(self) -> None:
        """Wait until all is written that was to be kept, or left off where that takes long."""
        self._jobs.put(None)
        if self._thread.ident is not None:
            self._thread.join(ENOUGH)

    def _work(self) -> None:
        while job := self._jobs.get():
            job()

    def _do(
        self,
        work: Callable[[History], Result],
        done: Callable[[Result], None],
        failed: Callable[[Failure], None],
    ) -> None:
        try:
            result = work(self._history)
        except ExpectedError as error:
            failure = error.failure
            self._post(lambda: failed(failure))
        except Exception as error:  # a defect: taken as any other, whoever asked hears of it, and the thread lives on
            defect = (type(error), error, error.__traceback__, threading.current_thread())
            threading.excepthook(threading.ExceptHookArgs(defect))
            self._post(lambda: failed(Failure(Code.DEFECT)))
        else:
            self._post(lambda: done(result))
