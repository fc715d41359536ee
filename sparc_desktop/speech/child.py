"""A program that runs for one sentence and can be killed from another thread at any moment.

Killing is the only way to silence that is sure and quick: the sound server drops what a dead client had sent. A child
leads a process group of its own, so that a player which it started dies with it (on Windows none of ours starts one).

Others can kill it too: a system short of memory, a user who tidies up, a crash. Then its sentence is said once more, by
another child, so that nothing is lost; who loses two in a row has failed.
"""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.translation import translate

REAP_SECONDS = 0.1  # a killed process is gone within some milliseconds; the promise to be silent is 100 ms
PATIENCE_SECONDS = 30.0  # how much longer than a second a character a sentence may take before its sound is stuck

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Output:
    """What a child left behind."""

    status: int
    out: bytes
    err: str

    @property
    def was_killed(self) -> bool:
        """Did a signal end it, so that it could not end by itself? Windows doesn't tell."""
        return self.status < 0


def start(command: Sequence[str], environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a program with pipes on all three ends, in a process group of its own, without a console window."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            creationflags=flags,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise ExpectedError(Code.SPEECH_FAILED, reason=str(error)) from error


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a child and whatever it started; nothing happens when they are gone."""
    if sys.platform == "win32":
        process.kill()
    elif process.returncode is None:  # not yet reaped, so the number can't belong to anyone else
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: PermissionError for a zombie
            os.killpg(process.pid, signal.SIGKILL)


class Runner:
    """Runs children one at a time; `stop` kills the one that runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self, begin: Callable[[], subprocess.Popen[bytes]], text: bytes, length: int) -> Output | None:
        """Give a child its text, `length` characters long, and wait for its end; None when `stop` ended it."""
        output = self._run(begin, text, length)
        if output is not None and output.was_killed:
            log.warning("The voice was killed by signal %d; its sentence is said once more", -output.status)
            output = self._run(begin, text, length)
        return output

    def stop(self) -> None:
        """Kill the child that runs, if any, and wait until it is gone."""
        with self._lock:
            if self._running is None:
                return
            self._stopped = True
            kill(self._running)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._running.wait(REAP_SECONDS)

    def _run(self, begin: Callable[[], subprocess.Popen[bytes]], text: bytes, length: int) -> Output | None:
        with self._lock:  # a stop that comes while the child is being started waits, and then finds it
            process = self._running = begin()
            self._stopped = False
        try:
            out, err = process.communicate(text, timeout=PATIENCE_SECONDS + length)
        except subprocess.TimeoutExpired:
            reason = translate("Speech", "the sound did not come to an end")
            raise ExpectedError(Code.SPEECH_FAILED, reason=reason) from None
        finally:
            with self._lock:
                self._running = None
                stopped = self._stopped
            if process.returncode is None:
                kill(process)
                process.communicate()
        return None if stopped else Output(process.returncode, out, err.decode(errors="replace"))
