"""The command line: `describe` pictures, or open the window.

Text goes to standard output, everything else (progress, errors, remarks) to standard error, so that the description can
be piped on. With `--json` standard output holds one event a line instead.

Exit codes: 0 all described; 1 at least one picture could not be described; 2 wrong usage; 3 the model can't be used; 4
all described, but it could not be spoken or saved as sound; 70 a defect of this program; 130 interrupted.
"""

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from types import FrameType

from tqdm import tqdm

from sparc_desktop import __version__
from sparc_desktop.capture.file import capture_file, printable
from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Loading, Started, TextDelta
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.request import DEFAULT_WORDS, MAX_WORDS, Request
from sparc_desktop.engine.protocol import event_json
from sparc_desktop.resources import starter_model
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.sentences import sentence
from sparc_desktop.translation import translate

PATIENCE = 0.2  # seconds between two looks whether the user wants to stop waiting for the voice


class Exit(IntEnum):
    """What the shell is told."""

    OK = 0
    FAILED = 1
    USAGE = 2
    MODEL = 3
    SPEECH = 4
    DEFECT = 70
    INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """All commands and options."""
    top = argparse.ArgumentParser(
        prog="sparc-desktop",
        description=translate("CommandLine", "Describes pictures aloud, in detail, on your own machine."),
        epilog=translate("CommandLine", "Without a command the window opens."),
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = top.add_subparsers(dest="command")
    describe = commands.add_parser("describe", help=translate("CommandLine", "describe picture files"))
    describe.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    _add_options(describe)
    return top


def _add_options(command: argparse.ArgumentParser) -> None:
    sound = command.add_mutually_exclusive_group()
    sound.add_argument("--speak", action="store_true", help=translate("CommandLine", "speak the description"))
    sound.add_argument("--wav", type=Path, metavar="FILE", help=translate("CommandLine", "speak into a WAV file"))
    command.add_argument(
        "--wav-if-silent",
        type=Path,
        metavar="FILE",
        help=translate("CommandLine", "with --speak: where there is no sound device, speak into this WAV file"),
    )
    command.add_argument("--json", action="store_true", help=translate("CommandLine", "print one event a line"))
    command.add_argument("--no-sparc", action="store_true", help=translate("CommandLine", "decode without SPARC"))
    command.add_argument(
        "--max-words",
        type=_words,
        default=DEFAULT_WORDS,
        metavar="N",
        help=translate("CommandLine", "end the description after N words"),
    )
    command.add_argument(
        "--model", type=Path, metavar="DIR", default=starter_model(), help=translate("CommandLine", "model folder")
    )


def _words(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MAX_WORDS:
        message = translate("CommandLine", "a whole number from 1 to {limit} is needed, not {text}")
        raise argparse.ArgumentTypeError(message.format(limit=MAX_WORDS, text=text))
    return int(text)


def describe(options: argparse.Namespace, narration: Narration | None) -> Exit:
    """Describe each picture in turn; one that can't be described is said, and the next one follows."""
    session = Session(options, narration)
    # Imported here: a wrong option or --help must not wait for torch.
    from sparc_desktop.engine.engine import Engine

    try:
        engine = Engine(options.model, session.receive)
    except ExpectedError as error:
        session.receive(Failed(None, error.failure))
        session.hear_out()
        return Exit.MODEL
    finally:
        session.close_progress()
    with _Interrupts(session.interrupted):
        for number, path in enumerate(options.images, start=1):
            try:
                request = Request(number, capture_file(path), options.max_words, sparc=not options.no_sparc)
            except ExpectedError as error:
                session.receive(Failed(number, error.failure))
                session.hear_out()
                continue
            session.headline = printable(str(path)) if len(options.images) > 1 else ""
            engine.describe(request, session.receive, session.interrupted.is_set)
            session.hear_out()
            if session.interrupted.is_set():
                return Exit.INTERRUPTED
    return Exit.FAILED if session.failed else Exit.OK


class SoundReport:
    """Hears of speech that failed: says so once on standard error, and remembers it for the exit code."""

    def __init__(self) -> None:
        self.failed = False

    def __call__(self, failure: Failure) -> None:
        """Take one failure; may be called from the speaking thread."""
        if not self.failed:
            complain(failure)
        self.failed = True


class Session:
    """Takes the engine's events of one run: prints, hands on to the voice, remembers what failed."""

    def __init__(self, options: argparse.Namespace, narration: Narration | None) -> None:
        self.failed = False
        self.headline = ""
        self.interrupted = threading.Event()
        self._json = options.json
        self._narration = narration
        self._bar: tqdm | None = None

    def receive(self, event: Event) -> None:
        """Take one event."""
        if self._json:
            print(event_json(event), flush=True)
        elif isinstance(event, Loading):
            self._progress(event.fraction)
        else:
            self._print(event)
        if isinstance(event, Failed):
            self.failed = True
            complain(event.failure)
        if self._narration:
            self._narration.receive(event)

    def hear_out(self) -> None:
        """Wait until all is spoken; Ctrl+C ends the waiting."""
        while self._narration and not self.interrupted.is_set() and not self._narration.wait(PATIENCE):
            pass

    def close_progress(self) -> None:
        """Take the bar off the terminal."""
        if self._bar is not None:
            self._bar.close()

    def _progress(self, fraction: float) -> None:
        if self._bar is None:
            what = translate("CommandLine", "Loading the model")
            # tqdm's own rule: shown on a terminal only; gone when done.
            self._bar = tqdm(
                total=100, desc=what, disable=None, leave=False, bar_format="{desc}: {percentage:3.0f}%|{bar}|"
            )
        self._bar.update(round(fraction * 100) - self._bar.n)

    def _print(self, event: Event) -> None:
        match event:
            case Started() if self.headline:
                print(f"{self.headline}:", flush=True)
            case TextDelta(text=text):
                print(text, end="", flush=True)
            case Finished(truncated=truncated):
                print(" …\n" if truncated else "\n", flush=True)
            case Cancelled():
                print(flush=True)
            case _:
                pass


def complain(failure: Failure) -> None:
    """Say a failure on standard error."""
    print(f"sparc-desktop: {sentence(failure)}", file=sys.stderr, flush=True)


class _Interrupts:
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


MakeNarration = Callable[[Path | None, "SoundReport"], Narration]


def run(argv: Sequence[str], make_narration: MakeNarration, open_window: Callable[[], int]) -> int:
    """Parse and do; `make_narration` makes the voice (into a WAV file where a path is given)."""
    options = parser().parse_args(argv)
    if options.command is None:
        return open_window()
    sound = SoundReport()
    narration: Narration | None = None
    try:
        narration = _narration(options, make_narration, sound)
    except ExpectedError as error:  # without a voice the text is still wanted
        sound(error.failure)
    try:
        code = describe(options, narration)
    finally:
        if narration:
            narration.close()
    return Exit.SPEECH if code == Exit.OK and sound.failed else code


def _narration(options: argparse.Namespace, make_narration: MakeNarration, sound: SoundReport) -> Narration | None:
    if options.wav:
        return make_narration(options.wav, sound)
    if not options.speak:
        return None
    try:
        return make_narration(None, sound)
    except ExpectedError as error:
        if options.wav_if_silent is None or error.failure.code != Code.NO_SOUND_DEVICE:
            raise
        message = translate("CommandLine", "There is no sound device. The description is spoken into {path}.")
        print(message.format(path=options.wav_if_silent.resolve()), file=sys.stderr)
        return make_narration(options.wav_if_silent, sound)
