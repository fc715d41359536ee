"""What the commands share: exit codes, how a failure is said, the progress bar, Ctrl+C, options that several have."""

import argparse
import math
import signal
import sys
import threading
import time
from enum import IntEnum
from pathlib import Path
from types import FrameType

from tqdm import tqdm

from sparc_desktop.domain.failure import Failure
from sparc_desktop.domain.request import MAX_WORDS
from sparc_desktop.resources import starter_model
from sparc_desktop.services.models.keeping import installed_folder
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate


class Exit(IntEnum):
    """What the shell is told."""

    OK = 0
    FAILED = 1
    USAGE = 2
    MODEL = 3
    SPEECH = 4
    PAGE = 5
    NO_DISPLAY = 6
    TRIGGER = 7
    TEXT = 8
    ALT_TEXT = 9
    DEFECT = 70
    INTERRUPTED = 130


def complain(failure: Failure) -> None:
    """Say a failure on standard error."""
    print(f"sparc-desktop: {sentence(failure)}", file=sys.stderr, flush=True)


def add_model_options(command: argparse.ArgumentParser) -> None:
    """Which model describes, and how much at most; where an option is left out, the settings hold."""
    command.add_argument(
        "--max-words",
        type=_words,
        metavar="N",
        help=translate("CommandLine", "end the description after N words"),
    )
    command.add_argument(
        "--model", type=Path, metavar="MODEL", help=translate("CommandLine", "an installed model, or a model folder")
    )


def fill_in(options: argparse.Namespace, settings: Settings) -> None:
    """Take from the settings what the options leave open."""
    if options.max_words is None:
        options.max_words = settings.max_words
    if options.model is None:
        options.model = settings.model_folder or starter_model()
    elif not options.model.exists() and (folder := installed_folder(options.model.as_posix())):
        options.model = folder
    if getattr(options, "sparc", True) is None:
        options.sparc = settings.sparc
    if getattr(options, "text", True) is None:
        options.text = settings.read_text == "always" and not options.ask  # a file is no picture of the screen


def _words(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MAX_WORDS:
        message = translate("CommandLine", "a whole number from 1 to {limit} is needed, not {text}")
        raise argparse.ArgumentTypeError(message.format(limit=MAX_WORDS, text=text))
    return int(text)


LINES = 10  # told of a long work where there is no terminal


class LoadingBar:
    """How far the model is loaded; on a terminal only (tqdm's own rule), and gone when done."""

    def __init__(self) -> None:
        self._bar: tqdm | None = None

    def show(self, fraction: float) -> None:
        """Draw it at 0 to 1."""
        if self._bar is None:
            what = translate("CommandLine", "Loading the model")
            self._bar = tqdm(
                total=100, desc=what, disable=None, leave=False, bar_format="{desc}: {percentage:3.0f}%|{bar}|"
            )
        self._bar.update(round(fraction * 100) - self._bar.n)

    def tell(self, text: str) -> None:
        """A line of its own, above the bar."""
        tqdm.write(text, file=sys.stderr)

    def close(self) -> None:
        """Take it off the terminal."""
        if self._bar is not None:
            self._bar.close()


class CountBar:
    """How much of a long work is done, and how long the rest takes: a bar on a terminal, else a line now and then."""

    def __init__(self) -> None:
        self._bar: tqdm | None = None
        self._began, self._before, self._told = 0.0, 0, 0

    def show(self, done: int, wanted: int) -> None:
        """So many of so many are done."""
        if self._bar is None:
            self._bar = tqdm(total=wanted, initial=done, disable=None, leave=False)
            self._began, self._before, self._told = time.monotonic(), done, LINES * done // max(wanted, 1)
        self._bar.update(done - self._bar.n)
        tenth = LINES * done // max(wanted, 1)
        if self._bar.disable and tenth > self._told and done < wanted:
            self._told = tenth
            seconds = (time.monotonic() - self._began) / max(done - self._before, 1) * (wanted - done)
            message = translate("CommandLine", "{done} of {wanted}, about {minutes} minutes left")
            print(
                message.format(done=done, wanted=wanted, minutes=math.ceil(seconds / 60)), file=sys.stderr, flush=True
            )

    def close(self) -> None:
        """Take it off the terminal."""
        if self._bar is not None:
            self._bar.close()


class Interrupts:
    """The first Ctrl+C ends the description cleanly, the second the program at once."""

    def __init__(self, flag: threading.Event) -> None:
        self._flag = flag

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, self._interrupt)

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if self._flag.is_set():
            raise KeyboardInterrupt
        self._flag.set()
