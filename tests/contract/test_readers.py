"""The contract of voices on the screen readers: what they are asked, where it can't be heard, is written down."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.speech.readers import announcement, prism
from sparc_desktop.speech.readers.announcement import Announcement
from sparc_desktop.speech.readers.listeners import Listeners
from sparc_desktop.speech.readers.prism import Prism
from sparc_desktop.speech.readers.speechd import SpeechDispatcher
from sparc_desktop.speech.readers.ssip import Connection
from tests.contract import fake_prism
from tests.contract.voice_contract import CAT, DOG, LONG, RIGHT, Stage, VoiceContract
from tests.support.sound import missing_tools, sound_server, wait_until
from tests.support.speechd import Daemon

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Orca is Linux's")


class DaemonStage(Stage):
    """The recording daemon, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.daemon = Daemon(os.environ | {"XDG_RUNTIME_DIR": str(folder)})
        self.voice = SpeechDispatcher()

    def heard(self, text: str) -> float:
        wait_until(lambda: not self.daemon.is_speaking())
        return 1.0 if text in self.daemon.said() else 0.0

    def is_sounding(self) -> bool:
        return self.daemon.is_speaking()


@linux
class TestSpeechDispatcher(VoiceContract):
    @pytest.fixture
    def stage(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
        stage = DaemonStage(tmp_path)
        yield stage
        stage.voice.close()
        stage.daemon.kill()

    def test_each_sentence_is_one_message_in_its_own_language(self, stage: DaemonStage) -> None:
        for text in (CAT, "一只猫。", ".", "..", DOG):
            assert stage.voice.say(text)
        lines = stage.daemon.lines()
        assert stage.daemon.said() == [CAT, "一只猫。", ".", "..", DOG]
        assert [line["language"] for line in lines if line.get("said")] == ["en-GB", "zh", "en-GB", "en-GB", "en-GB"]
        assert {line["priority"] for line in lines} == {"message"}

    def test_what_others_say_is_waited_for_and_left_alone(self, stage: DaemonStage) -> None:
        other = Connection("SET self CLIENT_NAME user:other:main", "SET self PRIORITY message")
        other.ask("SPEAK")
        other.ask(f"{LONG}\r\n.")
        said: list[bool] = []
        speaker = threading.Thread(target=lambda: said.append(stage.voice.say(CAT)))
        speaker.start()
        wait_until(lambda: stage.voice._is_queued)
        stage.voice.stop()
        speaker.join(5)
        assert stage.voice.say(DOG)
        assert stage.daemon.said("other") == [LONG]
        assert (said, stage.daemon.said()) == ([False], [DOG])
        other.close()

    def test_one_who_silences_everybody_loses_no_sentence(self, stage: DaemonStage) -> None:
        other = Connection()
        said: list[bool] = []
        speaker = threading.Thread(target=lambda: said.append(stage.voice.say(CAT)))
        speaker.start()
        wait_until(stage.is_sounding)
        other.ask("CANCEL ALL")
        speaker.join(5)
        assert (said, stage.daemon.said()) == ([True], [CAT])
        other.close()

    def test_stop_does_not_wait_for_a_daemon_that_hangs(self, stage: DaemonStage) -> None:
        said: list[bool] = []
        speaker = threading.Thread(target=lambda: said.append(stage.voice.say(LONG)))
        speaker.start()
        wait_until(stage.is_sounding)
        stage.daemon.hang()
        stage.voice.stop()
        speaker.join(5)
        assert said == [False]


CONFIGURATION = {
    "speechd.conf": """
        AddModule "recording" "sd_generic" "recording.conf"
        DefaultModule "recording"
    """,
    "modules/recording.conf": """
        GenericExecuteSynth "echo \\'$DATA\\' | sh $HOME/record"
        GenericDelimiters ""
        GenericMaxChunkLength 9999
        AddVoice "en" "MALE1" "en"
    """,
}
SYNTHESIZER = """
text=$(cat)
echo $$ > "$HOME/speaker"
for word in $text; do sleep 0.03; done
echo "$text" >> "$HOME/said"
"""


class RealStage(Stage):
    """speech-dispatcher itself; its synthesizer is a program of ours that takes time and writes down what it said."""

    def __init__(self, home: Path) -> None:
        self._said, self._speaker = home / "said", home / "speaker"
        self._said.write_text("")
        self.voice = SpeechDispatcher()

    def heard(self, text: str) -> float:
        return 1.0 if text in self._said.read_text() else 0.0

    def is_sounding(self) -> bool:
        try:
            return Path("/proc", self._speaker.read_text().strip(), "cmdline").read_bytes() != b""
        except OSError:
            return False


@linux
@pytest.mark.skipif(bool(missing_tools("speech-dispatcher", "pulseaudio")), reason="no speech-dispatcher")
class TestRealSpeechDispatcher(VoiceContract):
    """It is started by the first of these tests as any client starts it."""

    @pytest.fixture
    def stage(self, home: Path) -> Iterator[Stage]:
        stage = RealStage(home)
        yield stage
        stage.voice.close()

    def test_it_is_started_again_when_it_was_killed(self, stage: Stage, home: Path) -> None:
        said: list[bool] = []
        speaker = threading.Thread(target=lambda: said.append(stage.voice.say(CAT)))
        speaker.start()
        wait_until(stage.is_sounding)
        end_daemon(home, signal.SIGKILL)
        speaker.join(20)
        assert said == [True]
        assert stage.heard(CAT) > RIGHT


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A user's home whose speech-dispatcher is set up so; it wants a sound server, though it plays nothing."""
    folder = tmp_path_factory.mktemp("speechd")
    for name, text in CONFIGURATION.items():
        file = folder / ".config" / "speech-dispatcher" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("$HOME", str(folder)))
    (folder / "record").write_text(SYNTHESIZER)
    with sound_server(folder) as server, pytest.MonkeyPatch.context() as environment:
        for name, value in server.environment.items():
            environment.setenv(name, value)
        environment.delenv("SPEECHD_ADDRESS", raising=False)
        yield folder
        end_daemon(folder, signal.SIGTERM)


def end_daemon(home: Path, how: signal.Signals) -> None:
    os.kill(int((home / "speech-dispatcher/pid/speech-dispatcher.pid").read_text()), how)


@linux
class TestAnnouncement(VoiceContract):
    """The listener is a list here; a real one, on a real bus, is in `tests/ui/test_screen_readers.py`."""

    @pytest.fixture
    def stage(self, monkeypatch: pytest.MonkeyPatch) -> Stage:
        monkeypatch.setattr(announcement, "listeners", lambda: Listeners(announcements=True))
        given: list[str] = []
        return PacedStage(Announcement(given.append, pace=0.1), given)

    def test_stop_ends_the_sentence_and_the_next_can_be_said(self, stage: Stage) -> None:
        """Other than elsewhere, what was given is said by the reader; `say` ends and the rest can be withheld."""
        said: list[bool] = []
        speaker = threading.Thread(target=lambda: said.append(stage.voice.say(stage.long_text)))
        speaker.start()
        wait_until(stage.is_sounding)
        stage.voice.stop()
        speaker.join(5)
        assert said == [False]
        assert stage.voice.say(DOG)
        assert stage.heard(DOG) > RIGHT

    def test_a_reader_that_goes_has_lost_its_sentence(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(announcement, "listeners", Listeners)
        with pytest.raises(ExpectedError):
            stage.voice.say(CAT)


class PacedStage(Stage):
    """A reader that tells nothing: what it was given is all that can be known."""

    def __init__(self, voice: Announcement, given: list[str]) -> None:
        self.voice = voice
        self._given = given

    def heard(self, text: str) -> float:
        return 1.0 if text in self._given else 0.0

    def is_sounding(self) -> bool:
        return bool(self._given)


class PrismStage(Stage):
    """The package and the reader are a stand-in."""

    def __init__(self, reader: fake_prism.Reader) -> None:
        self.reader = reader
        self.voice = Prism(pace=0.2)

    def heard(self, text: str) -> float:
        wait_until(lambda: not self.reader.is_speaking())
        return 1.0 if text in self.reader.said else 0.0

    def is_sounding(self) -> bool:
        return self.reader.is_speaking()


class TestPrism(VoiceContract):
    """Never run with the real package: it needs Windows or macOS, and a screen reader there."""

    @pytest.fixture
    def stage(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrismStage]:
        monkeypatch.setitem(sys.modules, "prism", fake_prism)
        monkeypatch.setattr(sys, "platform", "win32")
        reader = fake_prism.Reader()
        monkeypatch.setattr(fake_prism.Context, "reader", reader, raising=False)
        stage = PrismStage(reader)
        yield stage
        reader.is_hung.clear()
        stage.voice.close()

    def test_the_same_words_are_in_braille_and_one_thread_makes_all_calls(self, stage: PrismStage) -> None:
        assert stage.voice.say(CAT)
        assert stage.reader.braille == [CAT]
        assert stage.reader.threads == {"screen reader"}

    def test_a_reader_that_ends_or_hangs_is_gone(self, stage: PrismStage, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(prism, "CALL_SECONDS", 0.2)
        assert isinstance(stage.voice, Prism)
        assert stage.voice.is_running()
        stage.reader.is_hung.set()
        assert not stage.voice.is_running()
        with pytest.raises(ExpectedError):
            stage.voice.say(CAT)
        stage.reader.is_hung.clear()
        stage.reader.is_running = False
        wait_until(lambda: not stage.voice.is_running())
        with pytest.raises(ExpectedError):
            stage.voice.say(DOG)

    def test_without_a_running_reader_there_is_none(self, stage: PrismStage) -> None:
        stage.reader.is_running = False
        with pytest.raises(ExpectedError):
            Prism()
