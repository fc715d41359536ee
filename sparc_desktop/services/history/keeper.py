"""The history beside the window, which never waits for it: one thread does one thing after the other.

So what is asked first is done first, and only that thread has the file open.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sparc_desktop.domain.failure import ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.services.describing import Post
from sparc_desktop.services.history.history import History

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


class Keeper:
    """`broken` carries a failure to be told: a damaged file was put aside. All hooks are on the window's thread."""

    def __init__(self, history: History, post: Post) -> None:
        self.broken: Hook[[Failure]] = Hook()
        self._history, self._post = history, post
        self._thread = ThreadPoolExecutor(1, "history")  # begins with the first thing that is asked
        history.broken.connect(lambda failure: post(lambda: self.broken.emit(failure)))

    def ask(
        self,
        work: Callable[[History], Result],
        done: Callable[[Result], None],
        failed: Callable[[Failure], None],
    ) -> None:
        """Do this after what was asked before; one of the others is called on the window's thread. Returns at once."""
        self._thread.submit(self._do, work, done, failed)

    def close(self) -> None:
        """Wait until all is written that was to be kept."""
        self._thread.shutdown()

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
        except Exception:  # the thread would swallow it
            logger.exception("The history has a defect")
        else:
            self._post(lambda: done(result))
