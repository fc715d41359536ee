"""Room on the disk, and what is told where a file can't be written."""

import errno
import math
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sparc_desktop.domain.failure import Code, ExpectedError

MARGIN = 200_000_000  # bytes to stay free, so that the system and the user's other programs can go on
MEGABYTE = 1_000_000  # bytes, as the hub and shops count
_FULL = (errno.ENOSPC, errno.EDQUOT)


def check_room(folder: Path, missing: int) -> None:
    """Is there room for so many bytes, and some more? Raises ExpectedError: DISK_FULL."""
    if missing and _free(folder) < missing + MARGIN:
        raise _full(folder, missing + MARGIN)


@contextmanager
def disk_told(folder: Path, missing: Callable[[], int] = lambda: MEGABYTE) -> Iterator[None]:
    """Tell what the disk refuses as ExpectedError: DISK_FULL or MODELS_UNWRITABLE."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise _full(folder, missing()) from error
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ExpectedError(Code.MODELS_UNWRITABLE, path=str(folder), reason=reason) from error


def _full(folder: Path, needed: int) -> ExpectedError:
    megabytes, free = math.ceil(needed / MEGABYTE), _free(folder) // MEGABYTE
    return ExpectedError(Code.DISK_FULL, path=str(folder), megabytes=str(megabytes), free=str(free))


def _free(folder: Path) -> int:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return shutil.disk_usage(there).free
