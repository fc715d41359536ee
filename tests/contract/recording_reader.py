"""An honest fake screen reader: a fake voice that can go away."""

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.readers.base import ScreenReader
from tests.contract.recording_voice import RecordingVoice


class RecordingReader(RecordingVoice, ScreenReader):
    """Fails, as a real one does, once it is gone."""

    name = "recording reader"

    def __init__(self, seconds_per_word: float = 0.0) -> None:
        super().__init__(seconds_per_word)
        self.runs = True

    def is_running(self) -> bool:
        return self.runs

    def die(self) -> None:
        """Go in the middle of a sentence, which fails."""
        self.runs = False
        self.failure = ExpectedError(Code.SPEECH_FAILED, reason="gone")
        self.stop()

    def say(self, text: str) -> bool:
        heard = super().say(text)
        if self.failure is not None:
            raise self.failure
        return heard
