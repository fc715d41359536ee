"""A file of the user's own, written whole or not at all, and what is told where that fails."""

from collections.abc import Iterable
from pathlib import Path

from sparc_desktop import files
from sparc_desktop.capture.file import printable
from sparc_desktop.domain.failure import Code, ExpectedError


def write_whole(
    path: Path, pieces: Iterable[bytes], *, replace: bool = False, dates: bool = False, private: bool = False
) -> None:
    """As `files.write_whole`; raises ExpectedError: FILE_EXISTS, FILE_UNWRITABLE, and what making the pieces raises."""
    try:
        files.write_whole(path, pieces, replace=replace, dates=dates, private=private)
    except FileExistsError as error:
        raise ExpectedError(Code.FILE_EXISTS, path=printable(str(path))) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ExpectedError(Code.FILE_UNWRITABLE, path=printable(str(path))) from error
