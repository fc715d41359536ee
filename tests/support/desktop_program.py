"""The real window program with a fake engine and a voice that writes down what it says: a process for UI tests.

Each sentence said is a line on standard output, "said ...", and each stop is "silenced"; warnings, Qt's too, go to
standard error.

    python -m tests.support.desktop_program --settings FILE [--output WHO] [--dark] [--ocr] [--flaw NAME] [--set JSON]
                                              [--engine ARGUMENT ...]
"""

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

START = time.monotonic()

from PySide6.QtCore import QTimer  # noqa: E402  (the start is timed from before Qt is loaded)
from PySide6.QtGui import QColor, QPalette  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

from sparc_desktop.capture.file import capture_file  # noqa: E402
from sparc_desktop.capture.select import choose_screen  # noqa: E402
from sparc_desktop.domain.earcon import Earcon  # noqa: E402
from sparc_desktop.domain.failure import Failure  # noqa: E402
from sparc_desktop.hotkeys.select import choose_hotkeys  # noqa: E402
from sparc_desktop.ocr.select import choose_text_reader  # noqa: E402
from sparc_desktop.services.instance.server import Instance, claim  # noqa: E402
from sparc_desktop.services.remote import Remote  # noqa: E402
from sparc_desktop.services.routing import RoutedVoice  # noqa: E402
from sparc_desktop.settings.model import Settings  # noqa: E402
from sparc_desktop.settings.store import SettingsStore  # noqa: E402
from sparc_desktop.speech.queue import SpeechQueue  # noqa: E402
from sparc_desktop.speech.readers.select import find_reader  # noqa: E402
from sparc_desktop.ui.application import run_window  # noqa: E402
from sparc_desktop.ui.parts import Parts  # noqa: E402
from tests.contract.recording_text_reader import RecordingTextReader  # noqa: E402
from tests.contract.recording_voice import RecordingVoice  # noqa: E402
from tests.support.flaws import FLAWS  # noqa: E402
from tests.support.parts import beside  # noqa: E402


class WritingVoice(RecordingVoice):
    """Takes as long for a sentence as a quick speaker, and can be silenced in it."""

    name = "writing"

    def __init__(self) -> None:
        super().__init__(seconds_per_word=0.03)

    def say(self, text: str) -> bool:
        print("said", text, flush=True)
        return super().say(text)

    def stop(self) -> None:
        print("silenced", flush=True)
        super().stop()


class WritingEarcons:
    """Writes down what would be played."""

    def __init__(self, wanted: Callable[[Earcon], bool]) -> None:
        self._wanted = wanted

    def play(self, earcon: Earcon) -> None:
        if self._wanted(earcon):
            print("played", earcon, flush=True)

    def close(self) -> None:
        pass


def main() -> int:
    """Parse and run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--engine", nargs=argparse.REMAINDER, default=[])
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--ocr", action="store_true", help="read text in pictures as the program does, not at all else")
    parser.add_argument("--flaw", choices=FLAWS, help="a fault that a test must find")
    parser.add_argument("--output", default="own", help="who speaks; readers listen in many tests, and are not meant")
    parser.add_argument("--set", default="{}", help="more settings, as JSON")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")

    def open_speaker(
        settings: Callable[[], Settings], on_failure: Callable[[Failure], None], announce: Callable[[str], None]
    ) -> SpeechQueue:
        print(f"shown after {time.monotonic() - START:.3f} s", flush=True)
        QTimer.singleShot(0, lambda: _disturb(options))
        voice = RoutedVoice(settings, lambda _settings: WritingVoice(), partial(find_reader, announce))
        return SpeechQueue(voice, on_failure)

    reader = choose_text_reader if options.ocr else RecordingTextReader

    def engine_command(settings: Settings) -> list[str]:
        model = [] if settings.model_folder is None else ["--model", str(settings.model_folder)]
        return [sys.executable, "-m", "tests.support.fake_engine", *options.engine, *model]

    store = SettingsStore(options.settings)
    if not options.settings.exists():
        store.save(Settings(output=options.output, welcomed=True).changed(**json.loads(options.set)))
    with claim() or Instance(None) as instance:
        remote = Remote(instance, choose_hotkeys)
        parts = (capture_file, choose_screen, remote, WritingEarcons, reader)
        return run_window(
            Parts(store, engine_command, open_speaker, *parts, **beside(options.settings.parent / "beside"))
        )


def _disturb(options: argparse.Namespace) -> None:
    if options.dark:
        QApplication.setPalette(QPalette(QColor(48, 48, 48)))  # as a platform with dark colours would
    if options.flaw:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)]
        FLAWS[options.flaw](windows[0].centralWidget())


if __name__ == "__main__":
    sys.exit(main())
