"""The window's thread where there is no window: the test does what other threads have posted, when it waits."""

import queue
import time
from collections.abc import Callable

PATIENCE = 60  # seconds; a machine under load


class WindowThread:
    """Give it to whatever wants a `Post`."""

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def __call__(self, task: Callable[[], None]) -> None:
        self._tasks.put(task)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Do what is posted until this holds."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            try:
                self._tasks.get(timeout=max(0, deadline - time.monotonic()))()
            except queue.Empty:
                raise AssertionError(f"waited in vain for {what}") from None
