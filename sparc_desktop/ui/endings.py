"""Being asked to end by the system: at a logout (SIGHUP), by whoever ends programs (SIGTERM), by Ctrl+C (SIGINT).

Without this the process would die on the spot, which the next start would have to take for a crash; so the program
ends as by its own key. While Qt waits for events Python's own handlers don't run; the signal therefore wakes a
socket that Qt listens to. On Windows there are no such signals: there Qt quits the program at a logout.

Once Qt has ended, a signal ends the process: whatever still takes its time must not keep a logout waiting. What the
program was started to ignore (`nohup`) it ignores.
"""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

NAMES = ("SIGHUP", "SIGTERM", "SIGINT")


class Endings(QObject):
    """Ends the application; to be made on the main thread, once."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._taken: list[signal.Signals] = []
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        for name in NAMES:
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda _number, _frame: None)  # else the system ends the process
                self._taken.append(number)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        application.aboutToQuit.connect(self._let_go)

    def _end(self) -> None:
        self._woken.recv(64)
        self._application.exit()  # `quit` would ask the windows, and one may refuse to close

    def _let_go(self) -> None:
        for number in self._taken:
            signal.signal(number, signal.SIG_DFL)
