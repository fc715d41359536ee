"""Tesseract, through the package tesserocr, in a process of its own for each picture (`ocr.worker`).

The picture is hostile and Tesseract is C++: what goes wrong in it ends that process alone, and to stop is to kill. The
languages are those of the program, where their data is installed; the data is the system's, the package brings none.
"""

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.ocr.base import TextReader
from sparc_desktop.resources import module_command
from sparc_desktop.translation import translate

LANGUAGES = ("eng", "chi_sim")  # English first: measured, fewer Latin words are taken for Chinese ones
FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata",  # Debian, Ubuntu
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)
LIMIT_SECONDS = 180.0  # three times what the worker grants itself: beside a large model it gets a third of a processor
REAP_SECONDS = 0.1  # a killed process is gone within some milliseconds
MAX_ANSWER = 1024 * 1024  # bytes; a large screen full of text has a few ten thousand


class TesseractReader(TextReader):
    """One process a picture; `command` stands in for it in tests."""

    name = "tesseract"

    def __init__(self, command: Callable[[], list[str]] | None = None, limit: float = LIMIT_SECONDS) -> None:
        self._command = command or _command
        self._limit = limit
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    @classmethod
    def is_compatible(cls) -> bool:
        """Everywhere."""
        return True

    @classmethod
    def is_installed(cls) -> bool:
        """Are the package and the data of one language there?"""
        return importlib.util.find_spec("tesserocr") is not None and installed_data() is not None

    @classmethod
    def remedy(cls) -> str:
        """What is missing."""
        if importlib.util.find_spec("tesserocr") is None:
            return translate("TextReading", "Install the Python package tesserocr.")
        if sys.platform.startswith("linux"):
            return translate("TextReading", "Install the packages tesseract-ocr-eng and tesseract-ocr-chi-sim.")
        return translate("TextReading", "Install Tesseract with its data for English and Simplified Chinese.")

    def read(self, untrusted_image: bytes) -> str | None:
        """Start, hand over, wait."""
        with self._lock:
            if self._is_stopped:
                return None
            process = self._process = _start(self._command())
        timer = threading.Timer(self._limit, process.kill)
        timer.start()
        try:
            untrusted_answer = _exchange(process, untrusted_image)
        finally:
            timer.cancel()
            with self._lock:
                self._process = None
                process.kill()
                process.wait()
        return None if self._is_stopped else _checked(untrusted_answer)

    def stop(self) -> None:
        """Kill the process."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.kill()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(REAP_SECONDS)


def _command() -> list[str]:
    data, languages = installed_data() or (Path(), ())
    worker = module_command("sparc_desktop.ocr.worker")
    return [*worker, "--data", str(data), "--languages", "+".join(languages)]


def installed_data() -> tuple[Path, tuple[str, ...]] | None:
    """The first folder with data of ours, and the languages in it."""
    for folder in _folders():
        if languages := tuple(name for name in LANGUAGES if (folder / f"{name}.traineddata").is_file()):
            return folder, languages
    return None


def _folders() -> Iterator[Path]:
    if named := os.environ.get("TESSDATA_PREFIX"):
        yield Path(named)
    for pattern in FOLDERS:
        path = Path(pattern)
        yield from sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))), reverse=True)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=flags,
            start_new_session=sys.platform != "win32",  # Ctrl+C in a terminal is for the program to deal with
        )
    except OSError as error:
        raise _failed() from error


def _exchange(process: subprocess.Popen[bytes], untrusted_image: bytes) -> bytes:
    """The answer, as far as it goes; the process reads all before it writes."""
    stdin, stdout = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)  # `_start` has opened both
    with contextlib.suppress(OSError), stdin:  # it may die, or be killed, at any moment
        stdin.write(untrusted_image)
    with stdout:
        return stdout.read(MAX_ANSWER)  # what is longer is cut off, and then no JSON


def _checked(untrusted_answer: bytes) -> str:
    """The text in the answer, without what would move a cursor."""
    try:
        untrusted_text = json.loads(untrusted_answer)["text"]
        lines = untrusted_text.split("\n")
        return "\n".join("".join(char for char in line if char.isprintable()) for line in lines)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _failed() from error


def _failed() -> ExpectedError:
    remedy = translate("TextReading", "The reading has ended unexpectedly or took too long; try a smaller part of it.")
    return ExpectedError(Code.OCR_UNAVAILABLE, remedy=remedy)
