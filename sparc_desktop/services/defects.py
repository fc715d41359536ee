"""What nobody has caught: an exception in a slot of the window or in a thread is logged, told, and survived.

Qt goes on after it, and so does the program: whoever works with it should lose one action, not the window. The same
defect is logged and told once, for one in the drawing of a window would come again with every picture of it. Only the
kind of the exception and the places in the program are logged: its message may quote a file's name or a text.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from sparc_desktop.domain.failure import Code, Failure

MOST = 20  # different defects logged in one run: more would push out of the log how it began

log = logging.getLogger(__name__)


class Defects:
    """Takes the place of Python's own hooks. `tell` may be called from any thread, and must not block."""

    def __init__(self, tell: Callable[[Failure], None]) -> None:
        self._tell = tell
        self._seen: set[tuple[str, ...]] = set()

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """Log and tell one, unless it is known."""
        frames = traceback.format_tb(trace)
        defect = (kind.__name__, *frames[-1:])
        if defect in self._seen or len(self._seen) >= MOST:
            return
        self._seen.add(defect)
        log.critical("A defect of the program: %s\n%s", kind.__name__, "".join(frames).rstrip())
        self._tell(Failure(Code.DEFECT))

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_type is not SystemExit:
            self.take(arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback)
