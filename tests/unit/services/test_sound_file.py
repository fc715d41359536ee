"""A sound file is complete or not there; the voice is the real one, but for what makes the sound."""

import threading
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.services.sound_file import SoundFile
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.wav import PAUSE_SECONDS, Synthesizer, WavVoice
from tests.unit.speech.test_wav import RATE, Tones


class Endless(Tones):
    """Says the first sentence, and is never done with the second."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()
        self._stopped = threading.Event()
        self._said = 0

    def synthesize(self, text: str) -> bytes | None:
        self._said += 1
        if self._said == 1:
            return super().synthesize(text)
        self.begun.set()
        self._stopped.wait()
        return None

    def stop(self) -> None:
        self._stopped.set()


class Broken(Tones):
    """Fails at the second sentence."""

    def synthesize(self, text: str) -> bytes | None:
        return super().synthesize("junk" if text == "Two." else text)


def opened(synthesizer: Synthesizer) -> Callable[[Path, Callable[[Failure], None]], SpeechQueue]:
    return lambda path, failed: SpeechQueue(WavVoice(path, VoiceOptions(), synthesizer), failed)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_sentences_are_in_it(tmp_path: Path) -> None:
    path = tmp_path / "cat.wav"
    path.write_bytes(b"what was there")
    tones = Tones()
    assert SoundFile(opened(tones), path).write("One. Two.\nThree.")
    with wave.open(str(path)) as sound:
        assert sound.getnframes() == 3 * RATE // 10 + 2 * round(PAUSE_SECONDS * RATE)
    assert names(tmp_path) == ["cat.wav"]
    assert tones.closed


def test_cancelled_leaves_nothing(tmp_path: Path) -> None:
    endless, done = Endless(), []
    sound = SoundFile(opened(endless), tmp_path / "cat.wav")
    thread = threading.Thread(target=lambda: done.append(sound.write("One. Two. Three.")))
    thread.start()
    assert endless.begun.wait(60)
    sound.cancel()
    thread.join(60)
    assert done == [False]
    assert names(tmp_path) == []


def test_cancelled_before_it_begins(tmp_path: Path) -> None:
    sound = SoundFile(opened(Tones()), tmp_path / "cat.wav")
    sound.cancel()
    assert sound.write("One.") is False
    assert names(tmp_path) == []


def code_of(sound: SoundFile, text: str, path: Path) -> Code:
    with pytest.raises(ExpectedError) as caught:
        sound.write(text)
    assert caught.value.failure.params["path"] == str(path)
    return caught.value.failure.code


def test_a_voice_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "cat.wav"
    path.write_bytes(b"what was there")
    assert code_of(SoundFile(opened(Broken()), path), "One. Two. Three.", path) == Code.SPEECH_FAILED
    assert path.read_bytes() == b"what was there"
    assert names(tmp_path) == ["cat.wav"]


def test_nothing_to_say_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "cat.wav"
    assert code_of(SoundFile(opened(Tones()), path), "…", path) == Code.SPEECH_FAILED


@pytest.mark.parametrize("name", ["no/cat.wav", "folder"])
def test_a_place_where_nothing_can_be_written_is_told_by_its_own_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    assert code_of(SoundFile(opened(Tones()), path), "One.", path) == Code.WAV_UNWRITABLE
    assert names(tmp_path) == ["folder"]


def test_without_a_voice(tmp_path: Path) -> None:
    def absent(_path: Path, _failed: Callable[[Failure], None]) -> SpeechQueue:
        raise ExpectedError(Code.NO_VOICE, remedy="Install one.")

    path = tmp_path / "cat.wav"
    assert code_of(SoundFile(absent, path), "One.", path) == Code.NO_VOICE
