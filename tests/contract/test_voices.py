"""The contract of voices, on every voice that this machine can run, and on the fake that stands in for them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.espeak import EspeakSynthesizer, EspeakVoice
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.pyttsx3_voice import Pyttsx3Synthesizer, Pyttsx3Voice
from sparc_desktop.speech.wav import Synthesizer, WavVoice
from tests.contract.recording_voice import RecordingVoice
from tests.contract.voice_contract import LONG, Stage, VoiceContract
from tests.support.sound import (
    Recorder,
    SoundServer,
    children,
    expected,
    likeness,
    loud_seconds,
    missing_tools,
    read_wav,
    sound_server,
)

needs_sound = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing_tools()),
    reason=f"a sound server of one's own needs Linux and {', '.join(missing_tools())}",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    with sound_server(tmp_path_factory.mktemp("sound")) as running:
        yield running


@pytest.fixture(scope="module")
def recorder(server: SoundServer) -> Iterator[Recorder]:
    running = Recorder(server.environment)
    yield running
    running.stop()


class LoudStage(Stage):
    """A voice at the real sound server."""

    def __init__(self, voice: Voice, server: SoundServer, recorder: Recorder) -> None:
        self.voice = voice
        self._server = server
        self._recorder = recorder
        recorder.forget()

    def heard(self, text: str) -> float:
        self._recorder.settle()
        return likeness(self._recorder.samples(), expected(text))

    def is_sounding(self) -> bool:
        # Its stream at the server is what sounds; it must have been heard too before the test goes on to silence it.
        return self._server.streams() > 0 and loud_seconds(self._recorder.samples()) > 0.1


class LoudContract(VoiceContract):
    """What more is asked of a voice that makes real sound."""

    def test_after_stop_nothing_more_sounds(self, stage: LoudStage, recorder: Recorder) -> None:
        super().test_stop_ends_the_sentence_and_the_next_can_be_said(stage)
        assert loud_seconds(recorder.samples()) < loud_seconds(expected(LONG))


@needs_sound
class TestEspeak(LoudContract):
    @pytest.fixture
    def stage(self, server: SoundServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoudStage]:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        voice = EspeakVoice(VoiceOptions())
        yield LoudStage(voice, server, recorder)
        voice.close()


@needs_sound
class TestPyttsx3(LoudContract):
    @pytest.fixture
    def stage(self, server: SoundServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoudStage]:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        voice = Pyttsx3Voice(VoiceOptions())
        yield LoudStage(voice, server, recorder)
        voice.close()


class WavStage(Stage):
    """A voice that writes a file; it is heard by finishing the file."""

    long_text = LONG * 100  # some seconds of work, so that there is something to stop

    def __init__(self, path: Path, synthesizer: Synthesizer) -> None:
        self.voice = WavVoice(path, VoiceOptions(), synthesizer)
        self._path = path
        self._idle_children = len(children())

    def heard(self, text: str) -> float:
        self.voice.close()
        return likeness(read_wav(self._path.read_bytes()), expected(text[: len(LONG)]))

    def is_sounding(self) -> bool:
        return len(children()) > self._idle_children


@pytest.mark.skipif(bool(missing_tools("espeak-ng")), reason="no espeak-ng")
class TestWavByEspeak(VoiceContract):
    @pytest.fixture
    def stage(self, tmp_path: Path) -> Iterator[Stage]:
        stage = WavStage(tmp_path / "speech.wav", EspeakSynthesizer(VoiceOptions()))
        yield stage
        stage.voice.close()


@pytest.mark.skipif(bool(missing_tools("espeak-ng")), reason="no espeak-ng to compare with")
class TestWavByPyttsx3(VoiceContract):
    @pytest.fixture
    def stage(self, tmp_path: Path) -> Iterator[Stage]:
        stage = WavStage(tmp_path / "speech.wav", Pyttsx3Synthesizer(VoiceOptions()))
        yield stage
        stage.voice.close()


class FakeStage(Stage):
    """The fake writes down what was heard."""

    def __init__(self) -> None:
        self.fake = RecordingVoice(seconds_per_word=0.01)
        self.voice = self.fake

    def heard(self, text: str) -> float:
        return 1.0 if text in self.fake.heard else 0.0

    def is_sounding(self) -> bool:
        return self.fake.is_sounding()


class TestFake(VoiceContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return FakeStage()
