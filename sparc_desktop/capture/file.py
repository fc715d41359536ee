"""Pictures from files: the reading only; what the bytes mean is the engine's business."""

import stat
from pathlib import Path

from sparc_desktop.domain.capture import MAX_BYTES, Capture
from sparc_desktop.domain.failure import Code, ExpectedError

MEGABYTE = 1024 * 1024


def printable(name: str) -> str:
    """A file's name as it can be shown, spoken and sent: what is no character, or moves a cursor, is replaced."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name)


def capture_file(path: Path) -> Capture:
    """Read a picture file; raises ExpectedError with one of the FILE codes."""
    name = printable(str(path))
    try:
        if path.is_dir():
            raise ExpectedError(Code.FILE_IS_FOLDER, path=name)
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
            raise ExpectedError(Code.FILE_NOT_ORDINARY, path=name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ExpectedError(Code.FILE_MISSING, path=name) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ExpectedError(Code.FILE_UNREADABLE, path=name) from error
    if not data:
        raise ExpectedError(Code.FILE_EMPTY, path=name)
    if len(data) > MAX_BYTES:
        megabytes = f"{path.stat().st_size / MEGABYTE:.0f}"
        raise ExpectedError(Code.FILE_TOO_LARGE, path=name, megabytes=megabytes, limit=str(MAX_BYTES // MEGABYTE))
    return Capture(printable(path.name), data)
