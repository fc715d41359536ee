"""What every voice must do, asked of each that this machine can run.

A `Stage` holds a voice and can tell what was heard of it. How well a sentence was heard is a number: 1 for all of
it, word for word, clearly less for another sentence or a part.
"""

import contextlib
import threading
from abc import ABC, abstractmethod
from pathlib import Path

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.speech.base import Voice
from tests.support.sound import wait_until

CAT = "A red cat sits here."
DOG = "A red dog sits here."
LONG = "This sentence names a great many things, and would go on for a long while if nobody ever asked it to be silent."
RIGHT = 0.95  # measured: 1.000 for the right sentence, 0.36 with one word changed


class Stage(ABC):
    """A voice and the means to hear it."""

    voice: Voice
    long_text = LONG

    @abstractmethod
    def heard(self, text: str) -> float:
        """How well the sentence was heard until now."""

    @abstractmethod
    def is_sounding(self) -> bool:
        """Is the voice at work?"""


class VoiceContract:
    """Subclasses give the fixture `stage`."""

    def test_the_sentence_is_heard_and_no_other(self, stage: Stage) -> None:
        assert stage.voice.say(CAT)
        assert stage.heard(CAT) > RIGHT
        assert stage.heard(DOG) < RIGHT

    def test_stop_ends_the_sentence_and_the_next_can_be_said(self, stage: Stage) -> None:
        said: list[bool] = []
        speaker = threading.Thread(target=lambda: said.append(stage.voice.say(stage.long_text)))
        speaker.start()
        wait_until(stage.is_sounding)
        stage.voice.stop()
        wait_until(lambda: not stage.is_sounding())
        speaker.join(5)
        assert said == [False]
        assert stage.voice.say(DOG)
        assert stage.heard(DOG) > RIGHT
        assert stage.heard(stage.long_text) < RIGHT

    def test_stop_means_nothing_when_nothing_is_said(self, stage: Stage) -> None:
        stage.voice.stop()
        assert stage.voice.say(CAT)
        stage.voice.stop()
        assert stage.heard(CAT) > RIGHT

    def test_hostile_text_is_only_text(self, stage: Stage, tmp_path: Path) -> None:
        with contextlib.chdir(tmp_path):
            assert stage.voice.say("-x $(touch a) `touch a`; \x01\x00\n[[i:]] \udcff")
        assert not Path(tmp_path, "a").exists()

    def test_close_twice_while_another_thread_speaks(self, stage: Stage) -> None:
        surprises: list[Exception] = []

        def speak() -> None:
            try:
                stage.voice.say(stage.long_text)
            except ExpectedError:
                pass
            except Exception as error:
                surprises.append(error)

        speaker = threading.Thread(target=speak)
        speaker.start()
        wait_until(stage.is_sounding)
        stage.voice.stop()
        stage.voice.close()
        stage.voice.close()
        speaker.join(5)
        assert not speaker.is_alive()
        assert surprises == []

    def test_a_voice_that_speaks_calls_itself_installed(self, stage: Stage) -> None:
        voice = type(stage.voice)
        assert voice.is_compatible()
        assert voice.is_installed()
        assert voice.remedy().endswith(".")
