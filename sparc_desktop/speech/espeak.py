"""The espeak-ng program: the own voice on Linux.

One process a sentence. It starts to sound within 20 ms, and killing it is silence within a few milliseconds. The text
goes through a pipe, never through a shell or an argument. The program is the system's (GPL-3), never linked into this
one.

Without a sound device, and when the sound server dies in mid-sentence, espeak-ng ends with status 0 and only a line
"error: ..." on stderr tells (tried with 1.51). So the device is looked for first, and that line is an error here.

The same version reads on behind the end of the text, in memory that holds anything: some sentences (9 of 48, once) got
a wrong ending or up to a second of other sounds. So the text brings its own end, a zero byte.
"""

import shutil
import sys

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.child import Output, Runner, start
from sparc_desktop.speech.device import has_output_device
from sparc_desktop.speech.harmless import harmless
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.translation import translate

PROGRAM = "espeak-ng"
# Codes that espeak-ng knows by another name; all others are its own: the part before the country.
VOICE_CODES = {"zh": "cmn", "zh_CN": "cmn", "zh_TW": "cmn", "zh_HK": "yue"}


def voice_code(language: str) -> str:
    """The name that espeak-ng has for a language."""
    language = language.replace("-", "_")
    return VOICE_CODES.get(language) or language.partition("_")[0].lower()


def command(options: VoiceOptions, *more: str) -> list[str]:
    """The program and its arguments to speak UTF-8 text from stdin."""
    voice = ["-v", voice_code(options.language), "-s", str(options.rate_wpm), "-a", str(round(options.volume * 100))]
    return [PROGRAM, *voice, "-b", "1", "--stdin", *more]


class EspeakVoice(Voice):
    """Speaks through espeak-ng's own sound output."""

    name = "espeak"

    def __init__(self, options: VoiceOptions) -> None:
        self._options = options
        self._runner = Runner()

    @classmethod
    def is_compatible(cls) -> bool:
        """Linux only: elsewhere the system brings a better voice."""
        return sys.platform.startswith("linux")

    @classmethod
    def is_installed(cls) -> bool:
        """Is the program on the path?"""
        return shutil.which(PROGRAM) is not None

    @classmethod
    def remedy(cls) -> str:
        """How to get it."""
        return translate("Speech", "Install the package espeak-ng.")

    def say(self, text: str) -> bool:
        """Speak through the default output."""
        if not has_output_device():
            raise ExpectedError(Code.NO_SOUND_DEVICE)
        arguments = command(self._options.for_text(text))
        output = self._runner.run(lambda: start(arguments), _input(text), len(text))
        if output is None:
            return False
        _check(output, Code.NO_SOUND_DEVICE)
        return True

    def stop(self) -> None:
        """Kill the process that speaks."""
        self._runner.stop()


class EspeakSynthesizer:
    """Makes the bytes of a WAV file of a sentence; needs no sound device."""

    def __init__(self, options: VoiceOptions) -> None:
        self._options = options
        self._runner = Runner()

    def synthesize(self, text: str) -> bytes | None:
        """A WAV file, with a wrong length in its header, or None when stopped."""
        arguments = command(self._options.for_text(text), "--stdout")
        output = self._runner.run(lambda: start(arguments), _input(text), len(text))
        if output is None:
            return None
        _check(output, Code.SPEECH_FAILED)
        return output.out

    def stop(self) -> None:
        """Kill the process that works."""
        self._runner.stop()

    def close(self) -> None:
        """Nothing is held."""


def _input(text: str) -> bytes:
    return harmless(text).encode() + b"\n\0"


def _check(output: Output, sound_error: Code) -> None:
    """Raise what went wrong; an "error:" in small letters is the sound output's, with status 0."""
    errors = [line.strip() for line in output.err.splitlines() if line.lower().startswith("error")]
    if output.status != 0:
        reason = errors[-1] if errors else translate("Speech", "the voice ended with status {}").format(output.status)
        raise ExpectedError(Code.SPEECH_FAILED, reason=reason)
    if errors:
        raise ExpectedError(sound_error, reason=errors[-1])
