"""What a window of the tests has beside the engine, the voice and the screen, in a folder of its own."""

from pathlib import Path
from typing import Any

from sparc_desktop.services.crash import RunMark
from sparc_desktop.services.history.history import History
from sparc_desktop.services.report import Surroundings
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.wav import WavVoice


def beside(folder: Path) -> dict[str, Any]:
    """For `Parts`."""
    return {
        "open_wav": lambda _settings, path, on_failure: SpeechQueue(WavVoice(path, VoiceOptions()), on_failure),
        "voices": lambda: [("auto", "The first one"), ("other", "Another one")],
        "history": History(folder / "history.sqlite"),
        "mark": RunMark(folder / "state", folder / "log"),
        "surroundings": Surroundings(lambda name: name, lambda: "", folder, folder / "log", folder, folder / "state"),
    }
