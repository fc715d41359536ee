"""The checksum of a file as the hub names it: SHA-256, or for small files the SHA-1 that git gives them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sparc_desktop.models.interruption import check_cancel
from sparc_desktop.models.progress import Tally
from sparc_desktop.models.repository import RemoteFile

if TYPE_CHECKING:
    from hashlib import _Hash

PIECE = 1024 * 1024  # bytes read at once


def digest(file: RemoteFile) -> "_Hash":
    """An empty one of the right kind."""
    if file.sha256:
        return hashlib.sha256()
    return hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)


def is_sound(path: Path, file: RemoteFile, tally: Tally, cancelled: Event) -> bool:
    """Is this the file, byte by byte? Then it counts as done. Raises CancelError, OSError."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    found = digest(file)
    for piece in pieces(path, cancelled):
        found.update(piece)
        tally.add(len(piece))
    if found.hexdigest() == file.etag:
        return True
    tally.add(-file.size)
    return False


def pieces(path: Path, cancelled: Event) -> Iterator[bytes]:
    """What is in a file, bit by bit."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            check_cancel(cancelled)
            yield piece
