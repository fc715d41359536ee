"""The file of captions: JSON Lines, of which the first says what the task is and each further one holds a caption.

Lines are only ever added, each at once, so that what was cut off goes on where it stopped: what the cut left of a line
is taken away, and what is there is not made again. Ratings by a judge are lines of the same file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal

from pydantic import TypeAdapter, ValidationError

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.runs.row import Rated, Row
from sparc_desktop.evaluate.runs.task import Task

LONGEST = 4 * 1024 * 1024  # bytes of a line; a caption with its truth and its steps has some thousand


@dataclass(frozen=True, slots=True)
class Head:
    """The first line."""

    task: Task
    format: Literal["sparc-desktop captions 1"]


_HEAD, _LINE = TypeAdapter(Head), TypeAdapter[Row | Rated](Row | Rated)


@dataclass(frozen=True, slots=True)
class Captions:
    """What a file holds: each caption once."""

    task: Task
    rows: tuple[Row, ...]
    rated: tuple[Rated, ...]


def read_captions(path: Path) -> Captions:
    """The whole file, but for a last line that was cut off. Raises ExpectedError: FILE_MISSING, CAPTIONS_BROKEN."""
    if not path.is_file():
        raise ExpectedError(Code.FILE_MISSING, path=str(path))
    with path.open("rb") as file:
        task = _head(path, file).task
        lines = list(_lines(path, file))
    rows = {(line.picture, line.method): line for line in lines if isinstance(line, Row)}
    rated = {(line.picture, line.method, line.judge): line for line in lines if isinstance(line, Rated)}
    return Captions(task, tuple(rows.values()), tuple(rated.values()))


class CaptionsFile:
    """A file of captions to add to, in a `with` block; `captions` is what was there.

    Without a task it must be there; with one it may be new. Raises ExpectedError: FILE_UNWRITABLE, CAPTIONS_BROKEN,
    CAPTIONS_OTHER where it was begun with another task, FILE_MISSING.
    """

    def __init__(self, path: Path, task: Task | None = None) -> None:
        self._path = path
        fresh = task is not None and (not path.exists() or (path.is_file() and not path.stat().st_size))
        self.captions = Captions(task, (), ()) if task and fresh else read_captions(path)
        if task and (difference := self.captions.task.difference(task)):
            raise ExpectedError(Code.CAPTIONS_OTHER, path=str(path), reason=difference)
        try:
            self._file = path.open("ab")
            if fresh:
                self._write(_HEAD.dump_json(Head(self.captions.task, "sparc-desktop captions 1")))
            else:
                self._cut()
        except OSError as error:
            raise ExpectedError(Code.FILE_UNWRITABLE, path=str(path)) from error

    def add(self, line: Row | Rated) -> None:
        """Write one line, at once."""
        self._write(_LINE.dump_json(line, exclude_defaults=True))

    def __enter__(self) -> "CaptionsFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _write(self, line: bytes) -> None:
        self._file.write(line + b"\n")
        self._file.flush()

    def _cut(self) -> None:
        """Take away a last line without an end."""
        with self._path.open("rb") as file:
            whole = sum(len(line) for line in file if line.endswith(b"\n"))
        self._file.truncate(whole)


def _head(path: Path, file: BinaryIO) -> Head:
    try:
        return _HEAD.validate_json(file.readline(LONGEST))
    except ValidationError as error:
        raise ExpectedError(Code.CAPTIONS_BROKEN, path=str(path), line="1") from error


def _lines(path: Path, file: BinaryIO) -> Iterator[Row | Rated]:
    number = 1
    while (untrusted := file.readline(LONGEST)).endswith(b"\n"):
        number += 1
        try:
            yield _LINE.validate_json(untrusted)
        except ValidationError as error:
            raise ExpectedError(Code.CAPTIONS_BROKEN, path=str(path), line=str(number)) from error
