"""Speech where things go wrong for real: no sound device, a server that dies, children that must die too."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.speech import device, espeak, pyttsx3_voice
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.espeak import EspeakSynthesizer, EspeakVoice
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.pyttsx3_voice import Pyttsx3Voice
from sparc_desktop.speech.queue import SpeechQueue
from tests.support.sound import (
    Recorder,
    SoundServer,
    children,
    expected,
    hear,
    loud_seconds,
    missing_tools,
    silent_environment,
    sound_server,
    wait_until,
)

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sound servers of one's own are Linux's"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"missing: {', '.join(missing_tools())}"),
]
LONG = "This sentence names a great many things, and would go on for a long while if nobody asked it to be silent."
SHORT = "A red dog sits here."
BOTH = pytest.mark.parametrize("make", [EspeakVoice, Pyttsx3Voice])
MakeVoice = Callable[[VoiceOptions], Voice]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with sound_server(tmp_path) as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def recorder(server: SoundServer) -> Iterator[Recorder]:
    recorder = Recorder(server.environment)
    yield recorder
    recorder.stop()


@pytest.fixture
def no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if list(Path("/dev/snd").glob("pcm*p")):
        pytest.skip("this machine has a sound card")
    for name in set(os.environ):
        monkeypatch.delenv(name)
    for name, value in silent_environment(tmp_path).items():
        monkeypatch.setenv(name, value)


def failure_of(make: MakeVoice) -> Failure:
    voice = make(VoiceOptions())
    try:
        with pytest.raises(ExpectedError) as caught:
            voice.say("Can anybody hear me?")
    finally:
        voice.close()
    return caught.value.failure


@BOTH
def test_without_a_sound_device_nothing_passes_for_spoken(make: MakeVoice, no_server: None) -> None:
    assert not device.has_output_device()
    assert failure_of(make).code is Code.NO_SOUND_DEVICE


@BOTH
def test_the_failure_of_the_output_itself_is_noticed(
    make: MakeVoice, no_server: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeak, "has_output_device", lambda: True)
    monkeypatch.setattr(pyttsx3_voice, "has_output_device", lambda: True)
    assert failure_of(make).code is Code.NO_SOUND_DEVICE


def test_the_dummy_output_is_no_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sound_server(tmp_path, ("module-always-sink",)) as running:
        monkeypatch.setenv("PULSE_SERVER", running.environment["PULSE_SERVER"])
        assert not device.has_output_device()


def test_without_pactl_a_listening_server_is_a_device(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert device.has_output_device()
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    assert device.has_output_device() == bool(list(Path("/dev/snd").glob("pcm*p")))


@BOTH
def test_a_server_that_dies_in_mid_sentence_is_a_failure(make: MakeVoice, server: SoundServer) -> None:
    voice = make(VoiceOptions())
    failures: list[Failure] = []
    queue = SpeechQueue(voice, failures.append)
    queue.add(LONG)
    wait_until(lambda: server.streams() > 0)
    server.crash()
    assert queue.wait(10)
    queue.close()
    assert [failure.code for failure in failures] == [Code.NO_SOUND_DEVICE]


def kill_the_speaker(recorder: Recorder) -> None:
    """In the middle of its sentence, as a system short of memory does."""
    recorder.forget()
    wait_until(lambda: loud_seconds(recorder.samples()) > 0.3)
    (speaker,) = (pid for pid in children() if Path(f"/proc/{pid}/comm").read_text().strip() == "espeak-ng")
    os.kill(speaker, signal.SIGKILL)


def test_a_voice_killed_in_mid_sentence_says_it_once_more(server: SoundServer, recorder: Recorder) -> None:
    failures: list[Failure] = []
    queue = SpeechQueue(EspeakVoice(VoiceOptions()), failures.append)

    def speak() -> None:
        queue.add(LONG)
        queue.add(SHORT)

    speak()
    kill_the_speaker(recorder)
    assert queue.wait(60)
    assert failures == []
    recorder.settle()
    assert loud_seconds(recorder.samples()) > sum(loud_seconds(expected(each)) for each in (LONG, SHORT))
    hear(recorder, [LONG, SHORT], again=speak)
    queue.close()


def test_a_voice_that_is_killed_again_has_failed(server: SoundServer, recorder: Recorder) -> None:
    failures: list[Failure] = []
    queue = SpeechQueue(EspeakVoice(VoiceOptions()), failures.append)
    queue.add(LONG)
    kill_the_speaker(recorder)
    kill_the_speaker(recorder)
    assert queue.wait(10)
    assert [failure.code for failure in failures] == [Code.SPEECH_FAILED]
    queue.stop()
    queue.add(SHORT)
    assert queue.wait(60)
    assert len(failures) == 1
    queue.close()


def test_the_text_brings_its_own_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What espeak-ng reads behind it differs from process to process, so what it is given is looked at."""
    stand_in = tmp_path / "espeak-ng"
    stand_in.write_text("#!/bin/sh\nexec cat\n")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert EspeakSynthesizer(VoiceOptions()).synthesize("A \0 dog.") == b"A   dog.\n\0"


def test_the_player_below_pyttsx3_dies_with_it(server: SoundServer) -> None:
    before = set(children())
    with closing(Pyttsx3Voice(VoiceOptions())) as voice:
        (speaker,) = set(children()) - before
        said: list[bool] = []
        thread = threading.Thread(target=lambda: said.append(voice.say(LONG)))
        thread.start()
        wait_until(lambda: len(children(group=speaker)) == 2)  # the process and the player below it
        voice.stop()
        wait_until(lambda: children(group=speaker) == [])
        thread.join(5)
        assert said == [False]
        assert len(set(children()) - before) == 1  # the next waits
    assert set(children()) == before


def test_pyttsx3_leaves_no_sound_on_disk(server: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    with closing(Pyttsx3Voice(VoiceOptions())) as voice:
        thread = threading.Thread(target=voice.say, args=(LONG,))
        thread.start()
        wait_until(lambda: server.streams() > 0 and bool(list(scratch.rglob("*.wav"))))
        voice.stop()
        thread.join(5)
    assert list(scratch.iterdir()) == []


def test_a_stopped_queue_is_silent_and_speaks_again(server: SoundServer) -> None:
    recorder = Recorder(server.environment)
    failures: list[Failure] = []
    queue = SpeechQueue(EspeakVoice(VoiceOptions()), failures.append)
    for _ in range(3):
        queue.add(LONG)
    wait_until(lambda: loud_seconds(recorder.samples()) > 0.2)
    queue.stop()
    assert server.streams() == 0
    assert queue.wait(0)
    queue.add("Yes.")
    assert queue.wait(10)
    queue.close()
    recorder.stop()
    assert failures == []
    assert 0.2 < loud_seconds(recorder.samples()) < 6  # one LONG alone takes more


def test_a_voice_removed_from_the_system_is_a_failure(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak, "has_output_device", lambda: True)
    monkeypatch.setenv("PATH", "")
    assert failure_of(EspeakVoice).code is Code.SPEECH_FAILED


def test_a_language_without_a_voice_is_a_failure(server: SoundServer) -> None:
    for make in (EspeakVoice, Pyttsx3Voice):
        with closing(make(VoiceOptions(language="qqq"))) as voice, pytest.raises(ExpectedError) as caught:
            voice.say("Hello.")
        assert caught.value.failure.code in (Code.SPEECH_FAILED, Code.NO_VOICE)
