"""pyttsx3: the plain choice on Windows and macOS, a fallback on Linux where espeak-ng has a library but no program.

pyttsx3 runs in processes of its own (`speech.pyttsx3_process`): one says a sentence and ends, the next already waits.
To stop is to kill. On Linux a player runs below it, in the same process group, and dies with it.
"""

import contextlib
import ctypes.util
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from pathlib import Path

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.resources import module_command
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.child import Output, Runner, kill, start
from sparc_desktop.speech.device import has_output_device
from sparc_desktop.speech.harmless import harmless
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.pyttsx3_process import PLAYERS, Utterance
from sparc_desktop.translation import translate

MODULE = "sparc_desktop.speech.pyttsx3_process"


class _Processes:
    """The process that works and the one that waits its turn."""

    def __init__(self, options: VoiceOptions) -> None:
        self._options = options
        self._folder = tempfile.TemporaryDirectory(prefix="sparc-speech-", ignore_cleanup_errors=True)
        self._runner = Runner()
        self._lock = threading.Lock()
        self._next: subprocess.Popen[bytes] | None = _start()

    def run(self, text: str, path: str | None) -> bool:
        """Say or save a sentence; False when stopped."""
        options = self._options.for_text(text)
        clean = harmless(text)
        utterance = Utterance(clean, options.language, options.rate_wpm, options.volume, self._folder.name, path)
        output = self._runner.run(self._take, json.dumps(asdict(utterance)).encode() + b"\n", len(text))
        if output is None:
            return False
        _check(output)
        return True

    def stop(self) -> None:
        """Kill the process that works; the waiting one is silent and stays."""
        self._runner.stop()

    def close(self) -> None:
        """Kill both and remove what they left."""
        self.stop()
        with self._lock:
            process, self._next = self._next, None
        if process is not None:
            kill(process)
            process.communicate()
        self._folder.cleanup()

    def _take(self) -> subprocess.Popen[bytes]:
        with self._lock:
            process, self._next = self._next, None
            if process is None or process.poll() is not None:
                process = _start()
            with contextlib.suppress(ExpectedError):  # the next sentence will try again, and report it
                self._next = _start()
        return process


class Pyttsx3Voice(Voice):
    """Speaks through SAPI on Windows, NSSpeechSynthesizer on macOS, and libespeak on Linux."""

    name = "pyttsx3"

    def __init__(self, options: VoiceOptions) -> None:
        self._processes = _Processes(options)

    @classmethod
    def is_compatible(cls) -> bool:
        """The systems that pyttsx3 has a driver for."""
        return sys.platform.startswith(("win32", "darwin", "linux"))

    @classmethod
    def is_installed(cls) -> bool:
        """Are pyttsx3 and, on Linux, a library and a player for it there?"""
        return can_synthesize() and (
            not sys.platform.startswith("linux") or any(shutil.which(player[0]) for player in PLAYERS)
        )

    @classmethod
    def remedy(cls) -> str:
        """What is missing."""
        if sys.platform.startswith("linux"):
            return translate("Speech", "Install the packages espeak-ng and alsa-utils.")
        return translate("Speech", "Install the program again: its part pyttsx3 is missing.")

    def say(self, text: str) -> bool:
        """Speak in a process of its own."""
        if not has_output_device():
            raise ExpectedError(Code.NO_SOUND_DEVICE)
        return self._processes.run(text, None)

    def stop(self) -> None:
        """Kill the process that speaks."""
        self._processes.stop()

    def close(self) -> None:
        """End both processes."""
        self._processes.close()


class Pyttsx3Synthesizer:
    """Makes the bytes of a WAV file of a sentence; needs no sound device."""

    def __init__(self, options: VoiceOptions) -> None:
        self._processes = _Processes(options)

    def synthesize(self, text: str) -> bytes | None:
        """A WAV file, or None when stopped."""
        with tempfile.TemporaryDirectory(prefix="sparc-speech-", ignore_cleanup_errors=True) as folder:
            path = Path(folder, "sentence.wav")
            return path.read_bytes() if self._processes.run(text, str(path)) else None

    def stop(self) -> None:
        """Kill the process that works."""
        self._processes.stop()

    def close(self) -> None:
        """End both processes."""
        self._processes.close()


def can_synthesize() -> bool:
    """Are pyttsx3 and, on Linux, the library that it loads there?"""
    if importlib.util.find_spec("pyttsx3") is None:
        return False
    libraries = ("espeak-ng", "espeak")
    return not sys.platform.startswith("linux") or any(ctypes.util.find_library(name) for name in libraries)


def _start() -> subprocess.Popen[bytes]:
    return start(module_command(MODULE))


def _check(output: Output) -> None:
    """Raise what the process answered; it must have answered."""
    try:
        answer = json.loads(output.out)
        code, reason = answer["code"], str(answer["reason"])
    except (ValueError, KeyError, TypeError):
        reason = translate("Speech", "the voice ended with status {}").format(output.status)
        raise ExpectedError(Code.SPEECH_FAILED, reason=reason) from None
    if code is not None:
        raise ExpectedError(Code(code), reason=reason, remedy=reason)
