"""The channel on Windows: a named pipe. Its default rights let no other user write to it. Never run yet.

Of `multiprocessing.connection` only the bytes are used, never its pickled objects. The first program makes the pipe
as its first instance, which fails for a second program; a pipe vanishes with its process, so none is ever stale.
"""

import getpass
import sys
from multiprocessing.connection import Client
from multiprocessing.connection import Listener as PipeListener
from typing import Any

from sparc_desktop.services.instance.limits import ANSWER_SECONDS, MAX_BYTES, REQUEST_SECONDS

assert sys.platform == "win32"  # noqa: S101  (mypy reads it: what follows is for no other system)

STOP = b"stop listening\n"  # sent to oneself: nothing else ends the wait for a client


def pipe_name() -> str:
    """One for each user."""
    return rf"\\.\pipe\sparc-desktop-{getpass.getuser()}"


def ask(line: bytes, seconds: float = ANSWER_SECONDS) -> bytes:
    """Send a request and return the answer; FileNotFoundError where no program is running."""
    with Client(pipe_name(), "AF_PIPE") as channel:
        channel.send_bytes(line)
        if not channel.poll(seconds):
            raise TimeoutError("no answer")
        try:
            return channel.recv_bytes(MAX_BYTES)
        except EOFError:
            raise ConnectionResetError("no answer") from None


class Listener:
    """The first program's end of the channel."""

    def __init__(self) -> None:
        """Claim it. Raises BlockingIOError where another program has it."""
        try:
            self._pipe = PipeListener(pipe_name(), "AF_PIPE")
        except PermissionError as error:
            raise BlockingIOError("another program has the pipe") from error
        self._stopping = False

    def accept(self) -> "PipeConnection | None":
        """The next client; None after `wake`."""
        channel = self._pipe.accept()
        return None if self._stopping else PipeConnection(channel)

    def wake(self) -> None:
        """Make `accept` return, from any thread."""
        self._stopping = True
        with Client(pipe_name(), "AF_PIPE") as channel:
            channel.send_bytes(STOP)

    def close(self) -> None:
        """Give the channel up; whoever starts next is the first."""
        self._pipe.close()


class PipeConnection:
    """One client."""

    def __init__(self, channel: Any) -> None:  # noqa: ANN401  (a type that exists on Windows alone)
        self._channel = channel

    def receive(self) -> bytes:
        """The client's request; not to be trusted."""
        if not self._channel.poll(REQUEST_SECONDS):
            raise TimeoutError("no request")
        line: bytes = self._channel.recv_bytes(MAX_BYTES)
        return line

    def answer(self, line: bytes) -> None:
        """Answer and hang up."""
        self._channel.send_bytes(line)

    def close(self) -> None:
        """Hang up."""
        self._channel.close()
