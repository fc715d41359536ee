"""Whether the last run of the window's program came to an end, and what it left behind where it did not.

While the program runs, a marker in the user's state folder holds when it was started; at a clean end it is emptied.
Whoever starts next and finds a time in it tells so, once. The marker is locked as long as its process lives, so that a
second program beside the first neither takes it for a crash nor touches it. What Python was doing as the process died
of a signal is written by `faulthandler` into a file beside the log; where there is nothing in that file, the process
was killed from outside or the computer lost its power, which can't be told apart and is worded so.

Only times and Python's own stack are written, and nothing of it is sent anywhere.
"""

import faulthandler
import logging
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

import platformdirs

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.settings.logs import log_folder

WRITTEN_NOW = "crash.txt"  # by the process that runs
WRITTEN_LAST = "last-crash.txt"  # by the last one that crashed: for the report

log = logging.getLogger(__name__)


def last_crash(logs: Path) -> Path:
    """Where the stack of the last crash lies, if there was one."""
    return logs / WRITTEN_LAST


def state_folder() -> Path:
    """Where the marker lies."""
    return platformdirs.user_state_path("sparc-desktop", appauthor=False)


class RunMark:
    """The marker of this process. Where it can't be written the program works without."""

    def __init__(self, state: Path | None = None, logs: Path | None = None) -> None:
        self._path = (state or state_folder()) / "running"
        self._logs = logs or log_folder()
        self._marker: IO[str] | None = None
        self._stack: IO[str] | None = None  # open as long as the process lives: faulthandler writes into it

    def begin(self) -> Failure | None:
        """Mark that this process runs; what is to be told of the last one, or None where it ended well."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            marker = self._path.open("a+", encoding="utf-8")
            try:
                _lock(marker)
            except OSError:  # another program of this user runs; the marker is its own
                marker.close()
                return None
            marker.seek(0)
            untrusted_start = marker.read(100)
            ended = self._put_aside()
            self._stack = (self._logs / WRITTEN_NOW).open("w", encoding="utf-8")
            faulthandler.enable(self._stack)
            _write(marker, datetime.now().isoformat(timespec="seconds"))
        except OSError as error:
            log.warning("a crash could not be told of later: %s", error.strerror)
            return None
        self._marker = marker
        return _told(untrusted_start, ended)

    def end(self) -> None:
        """A clean end: the program was quit, or the user logs out. May be called more than once."""
        if self._marker is not None:
            try:
                _write(self._marker, "")
            except OSError as error:
                log.warning("the marker of this run can't be emptied: %s", error.strerror)

    def _put_aside(self) -> datetime | None:
        """Keep the stack that a crash has left, for the report; when that was, or None where there is none."""
        written = self._logs / WRITTEN_NOW
        self._logs.mkdir(parents=True, exist_ok=True)
        if not written.exists() or not written.stat().st_size:
            return None
        ended = datetime.fromtimestamp(written.stat().st_mtime)
        written.replace(last_crash(self._logs))
        return ended


def _told(untrusted_start: str, ended: datetime | None) -> Failure | None:
    if not untrusted_start:  # ended well; a stack would be of a crash after that, of which the user has seen nothing
        return None
    if ended:
        return Failure(Code.CRASHED_LAST_TIME, {"when": _spoken(ended)})
    try:
        return Failure(Code.ENDED_LAST_TIME, {"when": _spoken(datetime.fromisoformat(untrusted_start))})
    except ValueError:  # the power was cut while it was being written
        return Failure(Code.ENDED_LAST_TIME, {"when": "?"})


def _spoken(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


def _write(marker: IO[str], text: str) -> None:
    marker.truncate(0)
    marker.write(text)
    marker.flush()


if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 20  # a byte beyond what is ever written: a locked one could not be read

    def _lock(file: IO[str]) -> None:
        file.seek(FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
