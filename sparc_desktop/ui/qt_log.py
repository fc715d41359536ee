"""What Qt has to say: into the log; and the two messages after which Qt ends the process on the spot."""

import logging
import os
import sys
from functools import partial

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.crash import RunMark
from sparc_desktop.services.sentences import sentence

NO_DISPLAY = 6  # exit code; `cli_terminal.Exit` has it too
DESKTOP_GONE = "The Wayland connection broke"  # at every logout; Qt's words are not translated
# Said by Qt 6.11 wherever a screen reader runs, dozens of times for each window that is closed: the end of the log,
# which is what a report holds, would be nothing else.
USUAL = (
    "Could not find accessible on path",
    "Subscription string not handled",
    "QSpiApplication::keyEventError",
    'does not implement "GetApplicationBusAddress"',
)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def watch_qt(mark: RunMark) -> None:
    """Log its messages from now on; to be called before there is an application."""
    qInstallMessageHandler(partial(_log, mark))


def _log(mark: RunMark, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    usual = any(each in message for each in USUAL)
    logging.getLogger("qt").log(logging.DEBUG if usual else LEVELS[kind], "%s", message)
    if message.startswith(DESKTOP_GONE):  # no crash of this program; Qt exits without a signal to anybody
        mark.end()
    if kind == QtMsgType.QtFatalMsg:  # the display is missing; Qt would abort without a word
        print(f"sparc-desktop: {sentence(Failure(Code.NO_DISPLAY))}", file=sys.stderr, flush=True)
        os._exit(NO_DISPLAY)
