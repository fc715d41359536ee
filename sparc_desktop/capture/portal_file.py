"""The file in which a portal hands over its picture: read, and deleted, as screenshots are never left on the disk.

Some desktops write it to a temporary folder, others among the user's pictures. What is deleted must be what was just
made for us: an ordinary file with a PNG in it, written since we asked. Everything else stays where it is.
"""

import contextlib
import os
import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sparc_desktop.capture.file import printable
from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.failure import Code, ExpectedError

PNG = b"\x89PNG\r\n\x1a\n"
CLOCK_SLACK = 2.0  # seconds by which a file's time may lie before ours: coarse clocks of file systems


def take_picture(untrusted_address: str, began: float) -> bytes:
    """Its bytes, after which it is gone; `began` is when it was asked for. Raises CAPTURE_FAILED."""
    try:
        path = _path(untrusted_address)
        data = _read(path, began)
    except (OSError, ValueError) as error:
        raise ExpectedError(Code.CAPTURE_FAILED, reason=printable(str(error))) from error
    with contextlib.suppress(OSError):  # the picture is there; a folder that lets nothing be deleted is the desktop's
        path.unlink()
    return data


def _path(untrusted_address: str) -> Path:
    parts = urlsplit(untrusted_address)
    path = Path(unquote(parts.path))
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or not path.is_absolute():
        raise ValueError("the portal named no file of this computer")
    return path


def _read(path: Path, began: float) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)  # a pipe would be waited for without end
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_mtime < began - CLOCK_SLACK:
            raise ValueError("the portal named a file that is no new picture")
        data = file.read(MAX_BYTES + 1)
    if not data.startswith(PNG) or len(data) > MAX_BYTES:
        raise ValueError("the portal named a file that is no picture of the screen")
    return data
