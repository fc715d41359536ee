"""The file voice without any synthesizer's help: what it writes, when, and where not."""

import io
import os
import wave
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.espeak import command
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.wav import PAUSE_SECONDS, WavVoice

RATE = 8000


class Tones:
    """Makes a tenth of a second of noise a sentence; "" is silenced, "junk" is no sound."""

    def __init__(self) -> None:
        self.rate = RATE
        self.closed = False

    def synthesize(self, text: str) -> bytes | None:
        if text in ("", "junk"):
            return text.encode() or None
        data = io.BytesIO()
        with wave.open(data, "wb") as file:
            file.setparams((1, 2, self.rate, 0, "NONE", ""))
            file.writeframes(b"\x01\x02" * (self.rate // 10))
        # A length that is far too large, as espeak-ng writes it into a pipe.
        return data.getvalue()[:40] + (0x7FFFF000).to_bytes(4, "little") + data.getvalue()[44:]

    def stop(self) -> None: ...

    def close(self) -> None:
        self.closed = True


def write(path: Path, *sentences: str) -> Tones:
    tones = Tones()
    voice = WavVoice(path, VoiceOptions(), tones)
    for sentence in sentences:
        assert voice.say(sentence) == bool(sentence)
    voice.close()
    return tones


def test_the_file_has_all_sentences_with_pauses_and_a_true_header(tmp_path: Path) -> None:
    path = tmp_path / "speech.wav"
    assert write(path, "One.", "", "Two.", "Three.").closed
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() == 3 * RATE // 10 + 2 * round(PAUSE_SECONDS * RATE)
        assert len(file.readframes(10**9)) == 2 * file.getnframes()
    assert path.stat().st_size == 44 + 2 * (3 * RATE // 10 + 2 * round(PAUSE_SECONDS * RATE))
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "speech.wav"
    path.write_bytes(b"RIFF old")
    voice = WavVoice(path, VoiceOptions(), Tones())
    voice.say("One.")
    assert path.read_bytes() == b"RIFF old"
    voice.close()
    assert path.read_bytes().startswith(b"RIFF")
    assert path.read_bytes() != b"RIFF old"


def test_a_file_that_is_no_sound_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(b"\x89PNG")
    with pytest.raises(ExpectedError) as raised:
        WavVoice(path, VoiceOptions(), Tones())
    assert raised.value.failure.code == Code.WAV_WOULD_REPLACE
    assert path.read_bytes() == b"\x89PNG"


def test_nothing_said_leaves_no_file(tmp_path: Path) -> None:
    write(tmp_path / "speech.wav", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["missing/speech.wav", "folder", "file/speech.wav"])
def test_an_unwritable_path_is_told_at_once(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(ExpectedError) as caught:
        WavVoice(tmp_path / path, VoiceOptions(), Tones())
    assert caught.value.failure.code is Code.WAV_UNWRITABLE
    assert caught.value.failure.params["path"] == str(tmp_path / path)


def test_a_folder_that_vanishes_meanwhile_is_told_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    voice = WavVoice(folder / "speech.wav", VoiceOptions(), Tones())
    voice.say("One.")
    for draft in folder.iterdir():
        draft.unlink()
    folder.rmdir()
    with pytest.raises(ExpectedError) as caught:
        voice.close()
    assert caught.value.failure.code is Code.WAV_UNWRITABLE


def test_sound_that_is_none_is_a_failure(tmp_path: Path) -> None:
    tones = Tones()
    voice = WavVoice(tmp_path / "speech.wav", VoiceOptions(), tones)
    with pytest.raises(ExpectedError) as caught:
        voice.say("junk")
    assert caught.value.failure.code is Code.SPEECH_FAILED
    voice.say("One.")
    tones.rate = 2 * RATE
    with pytest.raises(ExpectedError) as caught:
        voice.say("Two.")
    assert caught.value.failure.code is Code.SPEECH_FAILED
    voice.close()


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_others_may_read_it_as_any_new_file(tmp_path: Path) -> None:
    write(tmp_path / "speech.wav", "One.")
    (tmp_path / "other").touch()
    assert (tmp_path / "speech.wav").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(("language", "voice"), [("en", "en"), ("zh_CN", "cmn"), ("zh-TW", "cmn"), ("de_DE", "de")])
def test_espeak_gets_its_own_names_and_units(language: str, voice: str) -> None:
    arguments = command(VoiceOptions(language, rate_wpm=220, volume=0.5))
    assert arguments[:7] == ["espeak-ng", "-v", voice, "-s", "220", "-a", "50"]
