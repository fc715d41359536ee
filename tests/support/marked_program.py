"""A window program with the marker of its run, its defects and its endings, and one way to end: a process for tests.

Each thing told is a line on standard output; "up" means that the program waits for events.

    python -m tests.support.marked_program STATE LOGS WAY
"""

import faulthandler
import logging
import os
import signal
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sparc_desktop.domain.failure import Failure
from sparc_desktop.services.crash import RunMark
from sparc_desktop.services.defects import Defects
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.logs import start_log
from sparc_desktop.ui.endings import Endings
from sparc_desktop.ui.qt_log import watch_qt

SECRET = "Aunt Mathilda.png"


def tell(failure: Failure) -> None:
    print(f"told {failure.code}: {sentence(failure)}", flush=True)


def defect() -> None:
    """What a slot does that nobody has foreseen."""
    raise ValueError(SECRET)


def thread() -> None:
    threading.Thread(target=defect).start()


def twice() -> None:
    QTimer.singleShot(0, defect)
    QTimer.singleShot(0, defect)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: print("alive", flush=True)))


WAYS = {
    "wait": lambda: None,
    "quit": QCoreApplication.quit,
    "segv": faulthandler._sigsegv,
    "abort": os.abort,
    "slot": twice,
    "thread": thread,
    "late": QCoreApplication.quit,
    "hangup": lambda: print("hangup", signal.getsignal(signal.SIGHUP) is signal.SIG_IGN, flush=True),
    "window": lambda: None,
}


def main() -> None:
    """Run until the end that was asked for."""
    state, logs, way = sys.argv[1:]
    logging.raiseExceptions = False
    start_log(Path(logs))
    mark = RunMark(Path(state), Path(logs))
    watch_qt(mark)
    application = QApplication([]) if way == "window" else QCoreApplication([])
    application.aboutToQuit.connect(mark.end)
    if failure := mark.begin():
        tell(failure)
    Defects(tell).install()
    Endings(application)
    QTimer.singleShot(0, lambda: print("up", flush=True))
    QTimer.singleShot(0, WAYS[way])
    if way == "window":
        window = QWidget()
        window.show()
    application.exec()
    if way == "late":
        print("ending", flush=True)
        threading.Event().wait()  # what is closed at the end never is


if __name__ == "__main__":
    main()
