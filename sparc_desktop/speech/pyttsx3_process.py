"""The process in which pyttsx3 speaks: `python -m sparc_desktop.speech.pyttsx3_process`.

It reads one line of JSON from stdin (an `Utterance`), says it or saves it, answers with one line of JSON on stdout,
and ends. One sentence a process, because pyttsx3 2.99 can say nothing after its first `runAndWait` on some systems
(nateshmbhat/pyttsx3 issues 126, 402, 440), and can't be stopped but by being killed. The parent keeps the next process
waiting at its `readline`, with pyttsx3 already loaded, so that the gap between two sentences stays short.

On Linux pyttsx3 would play through `aplay` and hide its failure; there the sound is saved and played here instead, so
that a sentence that nobody heard is reported.
"""

import importlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from sparc_desktop.domain.failure import Code

LARGEST_LINE = 1_000_000  # bytes; a sentence has a few hundred characters
SAVE_SECONDS = 30.0  # a sentence takes well under one
PLAYERS = (("paplay",), ("pw-play",), ("aplay", "-q"))  # a sound server's own first: aplay may not know of the server
# The codes under which voices of a language are found, the plainest first.
CODES = {"en": ("en", "en-us", "en-gb"), "zh": ("cmn", "zh-cn", "zh")}


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the parent asks for. `path` is where to save the sound, None to have it heard; `folder` is scratch space."""

    text: str
    language: str
    rate_wpm: int
    volume: float
    folder: str
    path: str | None = None


class _Engine(Protocol):
    """What is used of pyttsx3, which comes without types."""

    def getProperty(self, name: str) -> Any: ...  # noqa: ANN401, N802
    def setProperty(self, name: str, value: object) -> None: ...  # noqa: N802
    def connect(self, topic: str, cb: Callable[..., None]) -> object: ...
    def say(self, text: str) -> None: ...
    def save_to_file(self, text: str, filename: str) -> None: ...
    def runAndWait(self) -> None: ...  # noqa: N802


class _RefusedError(Exception):
    """A failure that has a code of its own."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def main() -> int:
    """Serve one utterance; 0 when there was none, or an answer was given."""
    answers = _keep_stdout_clean()
    try:
        engine = importlib.import_module("pyttsx3").init()
    except Exception as error:  # a driver may fail in any way there is; the parent tells the user
        _answer(answers, Code.NO_VOICE, f"pyttsx3: {type(error).__name__}: {error}")
        return 0
    if line := sys.stdin.buffer.readline(LARGEST_LINE):
        try:
            _serve(engine, Utterance(**json.loads(line)))
        except _RefusedError as error:
            _answer(answers, error.code, str(error))
        except Exception as error:  # as above
            _answer(answers, Code.SPEECH_FAILED, f"pyttsx3: {type(error).__name__}: {error}")
        else:
            _answer(answers, None, "")
    answers.flush()
    os._exit(0)  # drivers leave threads and callbacks behind that can hang or crash an orderly end


def _keep_stdout_clean() -> BinaryIO:
    """Answers go to a copy of stdout; what pyttsx3 prints goes to stderr."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(answers: BinaryIO, code: Code | None, reason: str) -> None:
    answers.write(json.dumps({"code": code, "reason": reason}).encode() + b"\n")
    answers.flush()


def _serve(engine: _Engine, utterance: Utterance) -> None:
    voice = _find_voice(engine.getProperty("voices"), utterance.language)
    if sys.platform.startswith("linux"):
        _set_up_espeak(utterance, voice)
    else:
        engine.setProperty("rate", utterance.rate_wpm)
        engine.setProperty("volume", utterance.volume)
        if voice is not None:
            engine.setProperty("voice", voice)
    if utterance.path is not None:
        _save(engine, utterance.text, utterance.path)
    elif sys.platform.startswith("linux"):
        path = str(Path(utterance.folder, "sentence.wav"))
        _save(engine, utterance.text, path)
        _play(path)
    else:
        engine.say(utterance.text)
        engine.runAndWait()


def _set_up_espeak(utterance: Utterance, voice: str | None) -> None:
    """Set what `setProperty` would, but for sure.

    The library changes the voice at once and the rest in a thread of its own. Through `setProperty`, which waits for
    neither, one sentence in ten was spoken at the driver's own 200 words a minute instead of ours.
    """
    library = importlib.import_module("pyttsx3.drivers._espeak")
    library.Synchronize()
    if voice is not None:
        library.SetVoiceByName(voice.encode())
    library.SetParameter(library.RATE, utterance.rate_wpm, 0)
    library.SetParameter(library.VOLUME, round(utterance.volume * 100), 0)
    library.Synchronize()


def _find_voice(voices: list[Any], language: str) -> str | None:
    """The plainest voice for a language; None for English where no voice says so: then the default voice does."""
    start = language.replace("_", "-").partition("-")[0].lower()
    codes = CODES.get(start, (start,))

    def rank(voice: Any) -> int:  # noqa: ANN401
        names = [*_languages(voice), str(voice.id).rpartition("/")[2].lower()]  # espeak's plain English: "gmw/en"
        return next((place for place, code in enumerate(codes) if code in names), len(codes))

    spoken = [voice for voice in voices if any(name.partition("-")[0] in codes for name in _languages(voice))]
    if spoken:
        return str(min(spoken, key=rank).id)
    if start == "en":
        return None
    raise _RefusedError(Code.NO_VOICE, f"pyttsx3: no voice for {language}")


def _languages(voice: Any) -> list[str]:  # noqa: ANN401
    """The codes of a voice's languages; drivers give them in different spellings, some with bytes of a C structure."""
    names = [name.decode(errors="replace") if isinstance(name, bytes) else str(name) for name in voice.languages or ()]
    return ["".join(char for char in name if char.isprintable()).replace("_", "-").lower() for name in names]


def _save(engine: _Engine, text: str, path: str) -> None:
    raw = path if sys.platform != "darwin" else f"{path}.aiff"
    finished = threading.Event()
    engine.connect("finished-utterance", lambda **_: finished.set())
    engine.save_to_file(text, raw)
    engine.runAndWait()
    # On Linux it returns too early for more than about 15 seconds of speech, and then another thread goes on working.
    if sys.platform.startswith("linux") and not finished.wait(SAVE_SECONDS):
        raise _RefusedError(Code.SPEECH_FAILED, "pyttsx3: the sound was not finished")
    if sys.platform == "darwin":  # its driver writes AIFF whatever the name (nateshmbhat/pyttsx3 issue 361)
        subprocess.run(["afconvert", "-f", "WAVE", "-d", "LEI16", raw, path], check=True, capture_output=True)
    if not Path(path).is_file():
        raise _RefusedError(Code.SPEECH_FAILED, "pyttsx3: nothing was saved")


def _play(path: str) -> None:
    """With the first player that can."""
    reason = "no player"
    for player in PLAYERS:
        if shutil.which(player[0]) is None:
            continue
        played = subprocess.run([*player, path], stdin=subprocess.DEVNULL, capture_output=True)
        if played.returncode == 0:
            return
        reason = played.stderr.decode(errors="replace").strip().splitlines()[-1:][0] if played.stderr else player[0]
    raise _RefusedError(Code.NO_SOUND_DEVICE, reason)


if __name__ == "__main__":
    sys.exit(main())
