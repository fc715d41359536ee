"""Programs that work beside the window, and tell in lines what they do (`services.models.errands.Run`).

They speak the window's language. Each is heard line by line, then comes its end, once, also where it can't be started.
A line that is longer than any that is meant comes in pieces, which nobody understands. Stopping is killing; what is at
work at the end is killed, too.
"""

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from sparc_desktop.translation import language

LONGEST = 64 * 1024  # bytes of a line
KILL_PATIENCE = 1000  # ms for the system to carry out a kill
MAX_LOG_LINE = 500  # characters

log = logging.getLogger(__name__)


class ChildProcesses(QObject):
    """All of them; `run` starts one."""

    def run(
        self, command: Sequence[str], hear: Callable[[bytes], None], ended: Callable[[], None]
    ) -> Callable[[], None]:
        """Start it and return at once, with what stops it."""
        child = _Child(self, hear, ended)
        child.start(command[0], list(command[1:]))
        return child.stop

    def close(self) -> None:
        """End all; none is heard any more."""
        for child in self.findChildren(_Child):
            child.blockSignals(True)
            child.kill()
            child.waitForFinished(KILL_PATIENCE)


class _Child(QProcess):
    def __init__(self, parent: QObject, hear: Callable[[bytes], None], ended: Callable[[], None]) -> None:
        super().__init__(parent)
        self._hear, self._tell_end = hear, ended
        self._is_over = False
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LANGUAGE", language())
        self.setProcessEnvironment(environment)
        self.readyReadStandardOutput.connect(self._read)
        self.readyReadStandardError.connect(self._read_log)
        self.finished.connect(self._end)
        self.errorOccurred.connect(self._fail)

    def stop(self) -> None:
        if not self._is_over:
            self.kill()

    def _read(self) -> None:
        while self.canReadLine() or self.bytesAvailable() >= LONGEST:
            self._hear(bytes(self.readLine(LONGEST).data()).rstrip())

    def _read_log(self) -> None:
        for line in bytes(self.readAllStandardError().data()).decode("utf-8", "replace").splitlines():
            log.info("%s", line[:MAX_LOG_LINE])

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # the only error after which `finished` doesn't come
            log.error("%s can't be started", self.program())
            self._end()

    def _end(self) -> None:
        self._read()
        self._is_over = True
        self.deleteLater()
        self._tell_end()
