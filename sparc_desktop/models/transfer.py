"""One file from the hub into a part, which keeps all that has come, whatever happens, until it is whole and proved.

Each try asks for what is missing, at the hub itself: the address that it redirects to is good for some time only. What
is in the part counts for the checksum like the rest, so a file that was patched together of many tries is as sure as
another.
"""

import os
import re
from collections.abc import Generator
from contextlib import closing
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import Event
from typing import IO, TYPE_CHECKING

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.attempts import Attempts, RefusedError
from sparc_desktop.models.checksum import digest, pieces
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.interruption import interruptible
from sparc_desktop.models.progress import Tally
from sparc_desktop.models.repository import RemoteFile, Revision

if TYPE_CHECKING:
    import httpx2

_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


class Transfer:
    """Fetches the files of one revision."""

    def __init__(self, hub: Hub, revision: Revision, tally: Tally, cancelled: Event) -> None:
        self._hub, self._revision, self._tally, self._cancelled = hub, revision, tally, cancelled
        self._attempts = Attempts(hub, revision.id, cancelled, revision.commit)
        self._attempts.advanced()  # the hub has just told of this revision

    def fetch(self, file: RemoteFile, part: Path) -> None:
        """Fill the part up and prove it; a damaged one is deleted.

        Raises ExpectedError (HUB_*, MODEL_GATED, MODEL_UNKNOWN, MODEL_INCOMPLETE, TOKEN_REFUSED, DOWNLOAD_DAMAGED),
        CancelError, OSError.
        """
        if part.is_file() and part.stat().st_size > file.size:
            part.unlink()
        with part.open("ab") as out:
            arriving = _Arriving(file, out, self._tally)
            for piece in pieces(part, self._cancelled):
                arriving.count(piece)
            if arriving.size < file.size:
                self._attempts.persist(partial(self._attempt, arriving))
            out.flush()
            os.fsync(out.fileno())
        if arriving.size != file.size or arriving.digest.hexdigest() != file.etag:
            part.unlink()
            self._tally.add(-arriving.size)
            raise ExpectedError(Code.DOWNLOAD_DAMAGED, label=file.name)

    def _attempt(self, arriving: "_Arriving") -> None:
        import httpx2

        with closing(interruptible(partial(self._read, arriving.file, arriving.size), self._cancelled)) as received:
            for start, data in received:
                if arriving.take(start, data):
                    self._attempts.advanced()
                if arriving.size > arriving.file.size:
                    return
        if arriving.size < arriving.file.size:
            raise httpx2.RemoteProtocolError("the answer ends too early")

    def _read(self, file: RemoteFile, start: int) -> Generator[tuple[int, bytes], None, None]:
        """Where in the file the next bytes belong, and these: from `start` on, or from 0 where the server wants it."""
        import httpx2

        hub, patience = self._hub, self._hub.patience
        address = hub.address(self._revision.id, self._revision.commit, file.name)
        # What is checked and continued is the file itself, not a compressed form of it.
        headers = hub.headers() | {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        timeout = httpx2.Timeout(patience.silence, connect=patience.connect)
        with hub.session().stream("GET", address, headers=headers, timeout=timeout) as response:
            if response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                yield 0, b""  # it has less than we have: from the beginning
                return
            if response.status_code not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
                raise RefusedError(response, file.name)
            at = _begin(response, start, file.size)
            for data in response.iter_raw():
                yield at, data
                at += len(data)


class _Arriving:
    """What has come of one file."""

    def __init__(self, file: RemoteFile, out: IO[bytes], tally: Tally) -> None:
        self.file, self.digest, self.size = file, digest(file), 0
        self._out, self._tally, self._furthest = out, tally, 0

    def take(self, start: int, data: bytes) -> bool:
        """Write it down; has the file come further than ever before?"""
        if start != self.size:
            self._out.truncate(0)
            self._tally.add(-self.size)
            self.digest, self.size = digest(self.file), 0
        before = self._furthest
        self._out.write(data)
        self.count(data)
        return self._furthest > before

    def count(self, data: bytes) -> None:
        """It is in the part."""
        self.digest.update(data)
        self.size += len(data)
        self._furthest = max(self._furthest, self.size)
        self._tally.add(len(data))


def _begin(response: "httpx2.Response", start: int, size: int) -> int:
    """Where the body begins; what is neither all nor what was asked for is a fault of the line, to be tried again."""
    import httpx2

    if response.status_code == HTTPStatus.OK:
        return 0
    found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if not found or int(found[1]) != start or found[2] not in ("*", str(size)):
        raise httpx2.RemoteProtocolError("the answer is another part of the file")
    return start
