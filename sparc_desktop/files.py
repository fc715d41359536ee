"""Files that are written whole or not at all: a draft beside the place first, then moved there.

What is there already stays until then, and hands on its rights, owner and attributes; what is protected against
writing is left alone, and so is what is no ordinary file. A link stays a link: what it leads to is written. That the
place can be written is known as soon as the draft exists, before anything is computed for it.
"""

import contextlib
import errno
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from types import TracebackType

OWNER_ONLY, AS_USUAL = 0o600, 0o666  # the latter less what the user's mask takes away
GROUP = stat.S_IRWXG


class Draft:
    """What will be the file once it is complete; use it in a `with` block, or call `discard` at the end.

    `replace`: in place of what is there. `dates`: with its dates, too. `private`: a new one is its owner's alone.
    Raises OSError, FileExistsError where something is there and not to be replaced; ValueError: a NUL in the name.
    """

    def __init__(self, path: Path, *, replace: bool = True, dates: bool = False, private: bool = False) -> None:
        self._place = Path(os.path.realpath(path))
        self._replace, self._dates = replace, dates
        former = _former(self._place)
        if former and not replace:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        if former:
            _check_replaceable(self._place, former)
        self.path = self._place.with_name(f".{self._place.name[:40]}.{secrets.token_hex(4)}.part")
        mode = OWNER_ONLY if private or former else AS_USUAL  # never wider than what it replaces, not for a moment
        self.file = open(self.path, "xb", opener=lambda name, flags: os.open(name, flags, mode))  # noqa: SIM115

    def complete(self) -> None:
        """Put it in its place."""
        if not self.file.closed:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
        if self._replace:
            if former := _former(self._place):
                self._take_over(former)
        else:
            self._place.touch(exist_ok=False)  # nobody else gets the name
        self.path.replace(self._place)

    def discard(self) -> None:
        """Leave nothing behind; what is complete stays."""
        with contextlib.suppress(OSError):
            self.file.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def __enter__(self) -> "Draft":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _take_over(self, former: os.stat_result) -> None:
        shutil.copystat(self._place, self.path)
        if not self._dates:
            os.utime(self.path)
        if hasattr(os, "chown"):
            try:
                os.chown(self.path, -1, former.st_gid)
            except OSError:  # a group that the user is not in: its rights are not for the user's own
                self.path.chmod(stat.S_IMODE(former.st_mode) & ~GROUP)
            with contextlib.suppress(OSError):  # only root gives files away
                os.chown(self.path, former.st_uid, -1)


def write_whole(
    path: Path, pieces: Iterable[bytes], *, replace: bool = True, dates: bool = False, private: bool = False
) -> None:
    """Write a file of pieces that may be more than memory holds; all else as `Draft` has it."""
    with Draft(path, replace=replace, dates=dates, private=private) as draft:
        draft.file.writelines(pieces)
        draft.complete()


def broken_name(path: Path) -> Path:
    """A name that nobody uses, to keep a damaged file under; another may have been kept in the same second."""
    stem = f"{path.stem}.broken-{time.strftime('%Y%m%d-%H%M%S')}"
    numbers = ("" if number == 1 else f"-{number}" for number in count(1))
    names = (path.with_name(f"{stem}{number}{path.suffix}") for number in numbers)
    return next(name for name in names if not os.path.lexists(name))


def _former(place: Path) -> os.stat_result | None:
    try:
        return os.lstat(place)
    except FileNotFoundError:
        return None


def _check_replaceable(place: Path, former: os.stat_result) -> None:
    """A folder, a device or a link that leads to itself is nothing to put a file in place of."""
    if not stat.S_ISREG(former.st_mode):
        code = errno.EISDIR if stat.S_ISDIR(former.st_mode) else errno.EINVAL
        raise OSError(code, "not an ordinary file", str(place))
    if not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
