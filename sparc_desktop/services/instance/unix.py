"""The channel on Linux and macOS: a socket file in a folder of the user's own, beside a lock.

The lock tells who is first: the kernel frees it whatever a process dies of, so that a socket file that a crash left
behind is known to be stale, and two programs that start at once don't both win. The socket has mode 0600 in a folder
with 0700, and either side checks that the other is the same user.
"""

import os
import select
import socket
import struct
import sys
import zlib
from typing import TYPE_CHECKING

from sparc_desktop.services.instance.limits import ANSWER_SECONDS, MAX_BYTES, REQUEST_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

assert sys.platform != "win32"  # noqa: S101  (mypy reads it: what follows is for other systems)

LONGEST_PATH = 100  # bytes; the system's limit for a socket's path is 104 or 108
BACKLOG = 64  # keys pressed in quick succession
LOCAL_PEERCRED = 1  # macOS: the peer's credentials, a struct xucred: version, user, groups


def socket_path() -> str:
    """Where the socket lies. Without a runtime folder, in the user's cache; a path too long has a short stand-in."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.access(runtime, os.W_OK):
        folder = f"{runtime}/sparc-desktop"
    else:
        caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
        folder = f"{os.environ.get('HOME', '')}/{caches}/sparc-desktop"
    if len(folder) < LONGEST_PATH - 10 and folder.startswith("/") and not folder.startswith("//"):
        return f"{folder}/instance"
    return f"/tmp/sparc-desktop-{os.getuid()}-{zlib.crc32(os.fsencode(folder)):x}/instance"  # noqa: S108  (checked: `listen`)


def ask(line: bytes, seconds: float = ANSWER_SECONDS) -> bytes:
    """Send a request and return the answer.

    Raises ConnectionError or FileNotFoundError where no program is running, or one ends before it has answered;
    TimeoutError where one doesn't answer.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
        channel.settimeout(seconds)
        channel.connect(socket_path())
        if not is_same_user(channel):
            raise TimeoutError("another user's program")
        channel.sendall(line)
        if not (answer := receive(channel)):
            raise ConnectionResetError("no answer")
        return answer


def receive(channel: socket.socket) -> bytes:
    """One line, or what came until there was too much of it, or no more."""
    data = b""
    while b"\n" not in data and len(data) <= MAX_BYTES:
        if not (part := channel.recv(MAX_BYTES)):
            break
        data += part
    return data


def is_same_user(channel: socket.socket) -> bool:
    """Does the other end belong to this process's user? Root is not let in either."""
    if sys.platform == "darwin":
        _, user = struct.unpack("II", channel.getsockopt(0, LOCAL_PEERCRED, 8))
    else:
        _, user, _ = struct.unpack("iII", channel.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    return bool(user == os.getuid())


class Listener:
    """The first program's end of the channel."""

    def __init__(self) -> None:
        """Claim it. Raises BlockingIOError where another program has it, OSError where it can't be had at all."""
        from pathlib import Path  # here, for the sake of the client's speed

        self._path = Path(socket_path())
        _own_folder(self._path.parent)
        self._lock = _locked(self._path.with_suffix(".lock"))
        self._wake, self._woken = socket.socketpair()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._path.unlink(missing_ok=True)
        self._socket.bind(str(self._path))
        self._path.chmod(0o600)
        self._socket.listen(BACKLOG)

    def accept(self) -> "Connection | None":
        """The next client of the same user; None after `wake`. Others are shut out without a word."""
        while True:
            ready, _, _ = select.select([self._socket, self._woken], [], [])
            if self._woken in ready:
                return None
            channel, _ = self._socket.accept()
            if is_same_user(channel):
                return Connection(channel)
            channel.close()

    def wake(self) -> None:
        """Make `accept` return, from any thread."""
        self._wake.send(b"x")

    def close(self) -> None:
        """Give the channel up; whoever starts next is the first."""
        self._path.unlink(missing_ok=True)
        for each in (self._socket, self._wake, self._woken):
            each.close()
        os.close(self._lock)


class Connection:
    """One client."""

    def __init__(self, channel: socket.socket) -> None:
        channel.settimeout(REQUEST_SECONDS)
        self._channel = channel

    def receive(self) -> bytes:
        """The client's request; not to be trusted."""
        return receive(self._channel)

    def answer(self, line: bytes) -> None:
        """Answer and hang up."""
        self._channel.sendall(line)

    def close(self) -> None:
        """Hang up."""
        self._channel.close()


def _own_folder(folder: "Path") -> None:
    """Make the folder for this user alone; PermissionError where somebody else has made it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    folder.chmod(0o700)


def _locked(path: "Path") -> int:
    """An open file that nobody else can lock while this process lives."""
    import fcntl

    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
