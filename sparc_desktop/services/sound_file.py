"""A description read into a sound file: all of it, or there is no file.

The voice writes into a draft, which keeps the sentences that were said before a failure or an end too soon; only a
complete one is put in its place.
"""

import threading
from collections.abc import Callable
from pathlib import Path

from sparc_desktop.capture.file import printable
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.files import Draft
from sparc_desktop.services.narration import Speaker, sentences_of
from sparc_desktop.translation import translate

PATIENCE = 0.1  # seconds between two looks whether it has been cancelled: a window that closes waits for so long

# Given the file, and who hears of a failure, from any thread; raises ExpectedError. It is complete with `close`.
OpenWav = Callable[[Path, Callable[[Failure], None]], Speaker]


class SoundFile:
    """One at a time; `write` takes long, `cancel` may be called from another thread."""

    def __init__(self, open_wav: OpenWav, path: Path) -> None:
        self._open_wav = open_wav
        self._path = path
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Soon nothing is left of it."""
        self._cancelled.set()

    def write(self, text: str) -> bool:
        """True when the file is in its place, False where it was cancelled; raises ExpectedError."""
        try:
            with Draft(self._path) as draft:
                draft.file.close()  # the voice writes it
                failure = self._speak(sentences_of(text), draft.path)
                if failure:
                    raise ExpectedError(failure.code, **failure.params)
                if self._cancelled.is_set():
                    return False
                if not draft.path.stat().st_size:
                    raise ExpectedError(Code.SPEECH_FAILED, reason=translate("Speech", "the voice made no sound"))
                draft.complete()
        except ExpectedError as error:
            params = {**error.failure.params, "path": printable(str(self._path))}
            raise ExpectedError(error.failure.code, **params) from error
        except OSError as error:
            raise ExpectedError(Code.WAV_UNWRITABLE, path=printable(str(self._path))) from error
        return True

    def _speak(self, sentences: list[str], draft: Path) -> Failure | None:
        failures: list[Failure] = []
        speaker = self._open_wav(draft, failures.append)
        try:
            for sentence in sentences:
                speaker.add(sentence)
            while not self._cancelled.is_set() and not speaker.wait(PATIENCE):
                pass
        finally:
            speaker.close()
        return failures[0] if failures else None
