"""Speech into a WAV file: for the command line, and for a machine without a sound device.

All sentences go into one file, with a pause between two. It is put in its place on `close`, and is whole then; a
file that was there before stays until then, and for good when there was nothing to say. The lengths in the header are
written by the `wave` module from what really came: espeak-ng, which doesn't know the length when it begins, writes one
that is far too large.
"""

import io
import threading
import wave
from pathlib import Path
from typing import Protocol

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.files import Draft
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.espeak import EspeakSynthesizer, EspeakVoice
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.pyttsx3_voice import Pyttsx3Synthesizer, Pyttsx3Voice, can_synthesize
from sparc_desktop.translation import translate

PAUSE_SECONDS = 0.3  # between two sentences, about what a reader takes


class Synthesizer(Protocol):
    """Makes a WAV file's bytes of a sentence; None when stopped from another thread."""

    def synthesize(self, text: str) -> bytes | None: ...  # noqa: D102
    def stop(self) -> None: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


class WavVoice(Voice):
    """Saves what it is told to say. `stop` leaves out the sentence in work; those before it are kept."""

    name = "wav"

    def __init__(self, path: Path, options: VoiceOptions, synthesizer: Synthesizer | None = None) -> None:
        if not _may_replace(path):
            raise ExpectedError(Code.WAV_WOULD_REPLACE, path=str(path))
        self._path = path
        self._synthesizer = synthesizer or _choose_synthesizer(options)
        self._lock = threading.Lock()  # a sentence being written is not cut by `close`
        self._wave: wave.Wave_write | None = None
        self._format: tuple[int, int, int] | None = None
        try:
            self._draft = Draft(path)
        except OSError as error:
            self._synthesizer.close()
            raise self._unwritable(error) from error

    @classmethod
    def is_compatible(cls) -> bool:
        """Everywhere."""
        return True

    @classmethod
    def is_installed(cls) -> bool:
        """Is there a program or library that makes the sound?"""
        return (EspeakVoice.is_compatible() and EspeakVoice.is_installed()) or can_synthesize()

    @classmethod
    def remedy(cls) -> str:
        """That of the voice which makes the sound."""
        return EspeakVoice.remedy() if EspeakVoice.is_compatible() else Pyttsx3Voice.remedy()

    def say(self, text: str) -> bool:
        """Append the sentence to the file."""
        sound = self._synthesizer.synthesize(text)
        if sound is None:
            return False
        shape, frames = _read(sound)
        try:
            with self._lock:
                self._append(shape, frames)
        except (OSError, wave.Error) as error:
            raise self._unwritable(error) from error
        return True

    def stop(self) -> None:
        """Leave out the sentence in work."""
        self._synthesizer.stop()

    def close(self) -> None:
        """Complete the file and put it in its place."""
        self._synthesizer.close()
        with self._lock:
            if self._draft.file.closed:
                return
            try:
                if self._wave is None:  # an empty file would pass for a success
                    return
                self._wave.close()
                self._draft.complete()
            except (OSError, wave.Error) as error:
                raise self._unwritable(error) from error
            finally:
                self._draft.discard()

    def _append(self, shape: tuple[int, int, int], frames: bytes) -> None:
        if self._wave is None:
            self._wave = wave.open(self._draft.file, "wb")  # noqa: SIM115
            self._wave.setnchannels(shape[0])
            self._wave.setsampwidth(shape[1])
            self._wave.setframerate(shape[2])
            self._format = shape
        elif shape != self._format:
            reason = translate("Speech", "the voice changed its sound format")
            raise ExpectedError(Code.SPEECH_FAILED, reason=reason)
        else:
            channels, width, rate = shape
            self._wave.writeframesraw(bytes(round(rate * PAUSE_SECONDS) * channels * width))
        self._wave.writeframesraw(frames)

    def _unwritable(self, error: Exception) -> ExpectedError:
        return ExpectedError(Code.WAV_UNWRITABLE, path=str(self._path), reason=str(error))


def _may_replace(path: Path) -> bool:
    """Is there nothing yet, or a sound file, or an empty one, as `mktemp` makes them? It might be a picture."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"RIFF", b"")
    except OSError:  # what else may be wrong, writing it will tell
        return True


def _choose_synthesizer(options: VoiceOptions) -> Synthesizer:
    if EspeakVoice.is_compatible() and EspeakVoice.is_installed():
        return EspeakSynthesizer(options)
    if can_synthesize():
        return Pyttsx3Synthesizer(options)
    raise ExpectedError(Code.NO_VOICE, remedy=WavVoice.remedy())


def _read(sound: bytes) -> tuple[tuple[int, int, int], bytes]:
    """Channels, bytes a sample, samples a second; and the sound itself."""
    try:
        with wave.open(io.BytesIO(sound)) as reader:
            shape = (reader.getnchannels(), reader.getsampwidth(), reader.getframerate())
            frames = reader.readframes(reader.getnframes())
    except (wave.Error, EOFError) as error:
        reason = translate("Speech", "the voice made no sound")
        raise ExpectedError(Code.SPEECH_FAILED, reason=reason) from error
    if not frames:
        raise ExpectedError(Code.SPEECH_FAILED, reason=translate("Speech", "the voice made no sound"))
    return shape, frames
