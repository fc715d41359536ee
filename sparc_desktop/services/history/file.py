"""The history's file: made by the first writing and by nothing else, for its owner's eyes alone.

It is opened for each thing that is done and closed again, which takes less than a millisecond: so it is never held, it
may be moved or deleted meanwhile, and another process may use it. A file that can't be understood is renamed aside,
never overwritten, and an empty one begins.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path, PurePath
from typing import TypeVar
from urllib.parse import quote

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.files import broken_name
from sparc_desktop.services.history.schema import DamagedError, is_sound, migrate

PATIENCE = 5.0  # seconds for another process to finish what it writes: a moment, unless it hangs
SMALLEST = 512  # bytes of a database; SQLite would take fewer for none, and write over them
_CAUSES = {
    sqlite3.SQLITE_BUSY: Code.HISTORY_BUSY,
    sqlite3.SQLITE_LOCKED: Code.HISTORY_BUSY,
    sqlite3.SQLITE_FULL: Code.HISTORY_FULL,
    **dict.fromkeys(
        (
            *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH),
            *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS),
        ),
        Code.HISTORY_UNUSABLE,
    ),
}
_DAMAGES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_MISMATCH)
Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]


class HistoryFile:
    """`broken` carries a failure to be told once: a file had to be put aside."""

    def __init__(self, path: Path, patience: float) -> None:
        self.broken: Hook[[Failure]] = Hook()
        self._path, self._patience = path, patience

    def use(self, work: Work[Result], otherwise: Result) -> Result:
        """Do this with the file; `otherwise` comes of it where there is none. Raises ExpectedError."""
        if not os.path.lexists(self._path):
            return otherwise
        try:
            return self._attempt(work)
        except DamagedError:
            self._put_aside()
            return otherwise

    def write(self, work: Work[Result]) -> Result:
        """Do this with the file, which is made where there is none. Raises ExpectedError."""
        try:
            return self._attempt(work)
        except DamagedError:
            self._put_aside()
            return self._attempt(work)

    def remove_kept(self) -> None:
        """Delete the damaged files that were put aside: they hold descriptions, too."""
        with self._telling():
            for path in self._path.parent.glob(f"{self._path.stem}.broken-*"):
                if path.is_file():  # a folder that stood in the way is not ours
                    path.unlink()

    def remove(self) -> None:
        """Delete the file itself."""
        with self._telling():
            self._path.unlink(missing_ok=True)

    def _attempt(self, work: Work[Result]) -> Result:
        with self._telling():
            self._make()
            whole = address(self._path.absolute())
            with closing(sqlite3.connect(whole, uri=True, timeout=self._patience, isolation_level=None)) as history:
                # What a damaged file holds need not be text.
                history.text_factory = partial(str, encoding="utf-8", errors="replace")
                history.execute("PRAGMA foreign_keys = ON")
                history.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
                history.execute("PRAGMA temp_store = MEMORY")  # no copies elsewhere on the disk
                return _done(history, work)

    def _make(self) -> None:
        if self._path.is_file():
            if 0 < self._path.stat().st_size < SMALLEST:
                raise DamagedError
            return
        if os.path.lexists(self._path) and not self._path.is_symlink():
            raise DamagedError  # a folder, a pipe
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What SQLite and the system say, in the program's own terms."""
        try:
            yield
        except sqlite3.Error as error:
            if _code(error) in _DAMAGES:
                raise DamagedError from error
            if cause := _CAUSES.get(_code(error)):
                raise ExpectedError(cause, path=str(self._path)) from error
            raise  # not of the file: a defect of this program
        except UnicodeDecodeError as error:  # the message itself, which quotes what is damaged
            raise DamagedError from error
        except OSError as error:
            raise ExpectedError(Code.HISTORY_UNUSABLE, path=str(self._path)) from error

    def _put_aside(self) -> None:
        kept = broken_name(self._path)
        with self._telling():
            self._path.rename(kept)
        self.broken.emit(Failure(Code.HISTORY_BROKEN, {"path": str(self._path), "kept": str(kept)}))


def _done(history: sqlite3.Connection, work: Work[Result]) -> Result:
    try:
        migrate(history)
        return work(history)
    except sqlite3.Error as error:  # most can be a defect of this program as well as a damage that SQLite met
        if _code(error) not in (*_CAUSES, *_DAMAGES) and not is_sound(history):
            raise DamagedError from error
        raise


def address(path: PurePath) -> str:
    """Of this whole path, for SQLite, which knows no other computers: the name of one is a part of the path."""
    whole = quote(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if whole.startswith('/') else '/'}{whole}?mode=rw"


def _code(error: sqlite3.Error) -> int:
    """SQLite's, without what it adds for details; one that it doesn't know where the error is Python's."""
    return int(getattr(error, "sqlite_errorcode", -1)) & 0xFF
