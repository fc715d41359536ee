"""What a window of the tests has beside the engine, the voice and the screen, in a folder of its own."""

import sys
from pathlib import Path
from typing import Any

from sparc_desktop.domain.hardware import Hardware, hardware_json
from sparc_desktop.models.fit import advise
from sparc_desktop.resources import program_command
from sparc_desktop.services.crash import RunMark
from sparc_desktop.services.history.history import History
from sparc_desktop.services.report import Surroundings
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.wav import WavVoice

GB = 10**9
LAPTOP = Hardware("cpu", "Some processor", 16 * GB, 4, True, bandwidth=20e9, multiplications=150e9)
HARDWARE = hardware_json(LAPTOP)
_best = advise(LAPTOP).best
assert _best is not None
RECOMMENDED = _best.entry


def beside(folder: Path) -> dict[str, Any]:
    """For `Parts`."""
    return {
        "hardware_command": [sys.executable, "-c", f"print({HARDWARE!r})"],
        "models_command": [*program_command(), "models"],
        "open_wav": lambda _settings, path, on_failure: SpeechQueue(WavVoice(path, VoiceOptions()), on_failure),
        "voices": lambda: [("auto", "The first one"), ("other", "Another one")],
        "history": History(folder / "history.sqlite"),
        "mark": RunMark(folder / "state", folder / "log"),
        "surroundings": Surroundings(lambda name: name, lambda: "", folder, folder / "log", folder, folder / "state"),
    }
