"""Which voice speaks.

The table is in the order of preference, and one order serves every system, as a voice that doesn't exist there is
passed over: espeak-ng first, where it exists (Linux), because it stops within milliseconds and tells when nothing was
heard; then pyttsx3, the system's own voice on Windows and macOS. A file (`speech.wav`) is asked for by its path, never
chosen. A voice's module is imported only when its turn comes.
"""

import importlib
import logging
from collections.abc import Callable

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.translation import translate

VOICES = {
    "espeak": "sparc_desktop.speech.espeak:EspeakVoice",
    "pyttsx3": "sparc_desktop.speech.pyttsx3_voice:Pyttsx3Voice",
}
AUTO = "auto"

log = logging.getLogger(__name__)


def choose_voice(name: str = AUTO, options: VoiceOptions | None = None) -> Voice:
    """The voice of that name, or the best that is there; ExpectedError NO_VOICE where there is none."""
    options = options or VoiceOptions()
    if name != AUTO:
        return _choose_named(name, options)
    remedies = []
    for candidate in VOICES:
        voice_class = _load(candidate)
        if not voice_class.is_compatible():
            continue
        if voice_class.is_installed():
            try:
                return _make(voice_class, options)
            except ExpectedError as error:
                log.warning("The voice %s is passed over: %s", candidate, error)
        else:
            log.warning("The voice %s is passed over: not installed. %s", candidate, voice_class.remedy())
        remedies.append(voice_class.remedy())
    raise ExpectedError(Code.NO_VOICE, remedy=remedies[0] if remedies else "")


def installed_voices() -> list[tuple[str, str]]:
    """The name and the title of each voice that is installed here; looking for them takes a moment."""
    found = [name for name in VOICES if (voice := _load(name)).is_compatible() and voice.is_installed()]
    return [(name, _titles()[name]) for name in found]


def _titles() -> dict[str, str]:
    return {
        "espeak": "eSpeak NG",
        "pyttsx3": translate("Speech", "The computer's own voice (pyttsx3)"),
    }


def installed_voice(name: str = AUTO) -> str:
    """The name of the voice that `choose_voice` would begin with, none of which is opened; "" where there is none."""
    return next((each for each, _title in installed_voices() if name in (AUTO, each)), "")


def _choose_named(name: str, options: VoiceOptions) -> Voice:
    if name not in VOICES:
        remedy = translate("Speech", "There is no voice named {name}; choose one of: {names}.")
        raise ExpectedError(Code.NO_VOICE, remedy=remedy.format(name=name, names=", ".join((AUTO, *VOICES))))
    voice_class = _load(name)
    if not voice_class.is_compatible():
        remedy = translate("Speech", "The voice {name} does not exist on this system; choose another.")
        raise ExpectedError(Code.NO_VOICE, remedy=remedy.format(name=name))
    if not voice_class.is_installed():
        raise ExpectedError(Code.NO_VOICE, remedy=voice_class.remedy())
    return _make(voice_class, options)


def _load(name: str) -> type[Voice]:
    module, _, class_name = VOICES[name].partition(":")
    voice_class: type[Voice] = getattr(importlib.import_module(module), class_name)
    return voice_class


def _make(voice_class: type[Voice], options: VoiceOptions) -> Voice:
    """Voices of the table take their options; the interface leaves the constructor open."""
    make: Callable[[VoiceOptions], Voice] = voice_class
    return make(options)
