"""A sound file made by the real voice says what was to be said."""

from pathlib import Path

import pytest

from sparc_desktop.services.sound_file import SoundFile
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.wav import WavVoice
from tests.support.sound import expected, find, missing_tools, read_wav

pytestmark = pytest.mark.skipif(bool(missing_tools("espeak-ng")), reason="no espeak-ng")

SENTENCES = ("A cat sits on the mat.", "It is asleep.")
ALIKE = 0.9  # of 1; two different sentences are far below


def test_it_says_the_description(tmp_path: Path) -> None:
    path = tmp_path / "cat.wav"
    sound = SoundFile(lambda file, failed: SpeechQueue(WavVoice(file, VoiceOptions()), failed), path)
    assert sound.write(" ".join(SENTENCES))
    recording = read_wav(path.read_bytes())
    places = [find(recording, expected(sentence)) for sentence in SENTENCES]
    assert all(likeness > ALIKE for _, likeness in places)
    assert places[0][0] < places[1][0]
    assert find(recording, expected("A dog runs."))[1] < ALIKE
