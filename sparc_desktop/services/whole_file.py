"""A file that is written whole or not at all: beside its place first, then moved there.

What is there already stays, unless it is to be replaced; whoever puts a file there meanwhile keeps it, too.
"""

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from sparc_desktop.capture.file import printable
from sparc_desktop.domain.failure import Code, ExpectedError


def draft_of(path: Path) -> Path:
    """A name beside it that nobody uses, for what is not complete yet."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")


def write_whole(path: Path, data: bytes, *, replace: bool = False, keep: bool = False) -> None:
    """Write the file; a link stays a link.

    `replace`: in place of what is there. `keep`: with its rights, owner and dates, as far as may be; what is protected
    against writing is then left alone. Raises ExpectedError: FILE_EXISTS, FILE_UNWRITABLE.
    """
    try:
        place = path.resolve()
        if keep and not os.access(place, os.W_OK):
            raise PermissionError(place)
        _write(place, data, replace=replace, keep=keep)
    except FileExistsError as error:
        raise ExpectedError(Code.FILE_EXISTS, path=printable(str(path))) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ExpectedError(Code.FILE_UNWRITABLE, path=printable(str(path))) from error


def _write(place: Path, data: bytes, *, replace: bool, keep: bool) -> None:
    draft = draft_of(place)
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if keep:
            _take_over(place, draft)
        if not replace:
            place.touch(exist_ok=False)  # nobody else gets the name
        draft.replace(place)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _take_over(place: Path, draft: Path) -> None:
    before = place.stat()
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only root gives files away
            os.chown(draft, before.st_uid, before.st_gid)
    shutil.copystat(place, draft)
