"""A connection to speech-dispatcher, the daemon that Orca speaks through, by its protocol, SSIP.

A line is sent, an answer comes: lines "225-21" and a last one "225 OK MESSAGE QUEUED". What becomes of a message comes
in between, unasked: 701 it begins, 702 it was said to its end, 703 it was cancelled. One thread speaks and reads;
another may send a command that cancels, whose answer the first one reads and skips.

The daemon is found where its other clients find it, and started as they start it.
"""

import contextlib
import os
import socket
import subprocess
import threading
import time
from pathlib import Path

PROGRAM = "speech-dispatcher"
REPLY_SECONDS = 2.0  # it answers within a millisecond; one that takes longer is hung
SPAWN_SECONDS = 5.0  # to start it; measured 0.3
LONGEST_LINE = 65536  # bytes; an answer is a few dozen


class SsipError(OSError):
    """The daemon is not there, has gone, or does not answer as it should."""


def socket_path() -> Path:
    """Where the daemon listens."""
    kind, _, path = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and path:
        return Path(path)
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder, "speech-dispatcher", "speechd.sock")


class Connection:
    """One connection; every method raises OSError (also SsipError, TimeoutError) where the daemon fails."""

    def __init__(self, *settings: str) -> None:
        self._socket = _open()
        self._sending = threading.Lock()
        self._buffer = b""
        self._events: list[tuple[str, str]] = []  # code and message, not yet asked for
        self._unheeded = 0  # answers to `send` that are still to come
        try:
            for line in settings:
                self.ask(line)
        except OSError:
            self.close()
            raise

    def ask(self, line: str) -> list[str]:
        """Send a line; the data of its answer."""
        self._write(line)
        deadline = time.monotonic() + REPLY_SECONDS
        while (answer := self._next(deadline)) is None:
            pass
        code, data = answer
        if not code.startswith("2"):
            raise SsipError(f"the daemon answered {code}")  # without the line: it may be a sentence of the user's
        return data

    def send(self, line: str) -> None:
        """Send a line while another thread waits for an event; nobody needs the answer."""
        with self._sending:
            self._unheeded += 1
        self._write(line)

    def event(self, seconds: float) -> tuple[str, str]:
        """The next event: its code and the message's number."""
        deadline = time.monotonic() + seconds
        while not self._events:
            self._next(deadline)
        return self._events.pop(0)

    def break_off(self) -> None:
        """Have whatever waits for the daemon wait no longer."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the connection."""
        self._socket.close()

    def _write(self, line: str) -> None:
        with self._sending:
            self._socket.sendall(f"{line}\r\n".encode())

    def _next(self, deadline: float) -> tuple[str, list[str]] | None:
        """The next answer that somebody asked for; None where it was an event, or nobody did."""
        code, data = self._answer(deadline)
        if code.startswith("7"):
            self._events.append((code, data[0]))
            return None
        with self._sending:
            is_needed = self._unheeded == 0
            self._unheeded -= not is_needed
        return (code, data) if is_needed else None

    def _answer(self, deadline: float) -> tuple[str, list[str]]:
        data = []
        while (line := self._line(deadline))[3:4] == "-":
            data.append(line[4:])
        return line[:3], data or [""]

    def _line(self, deadline: float) -> str:
        while b"\n" not in self._buffer:
            left = deadline - time.monotonic()
            if left <= 0 or len(self._buffer) > LONGEST_LINE:
                raise TimeoutError("the speech daemon does not answer")
            self._socket.settimeout(left)
            received = self._socket.recv(4096)
            if not received:
                raise SsipError("the speech daemon has ended")
            self._buffer += received
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.decode(errors="replace").rstrip("\r")


def connect(*settings: str) -> Connection:
    """A connection with these settings; the daemon is started where none answers, as one that is dying."""
    with contextlib.suppress(OSError):
        return Connection(*settings)
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        quiet = subprocess.DEVNULL
        subprocess.run([PROGRAM, "--spawn"], stdin=quiet, stdout=quiet, stderr=quiet, timeout=SPAWN_SECONDS)
    return Connection(*settings)


def _open() -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(REPLY_SECONDS)
    try:
        connection.connect(str(socket_path()))
    except OSError:
        connection.close()
        raise
    return connection
