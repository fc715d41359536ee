"""The command line: `describe` pictures, `explain` a description, `evaluate` a model, `trigger` the running program.

`cli_explain` and `cli_evaluate` have the commands of their names. Without a command the window opens.

Text goes to standard output, everything else (progress, errors, remarks) to standard error, so that the description can
be piped on. With `--json` standard output holds one event a line instead.

Exit codes: 0 all described; 1 at least one picture could not be described; 2 wrong usage; 3 the model can't be used; 4
all described, but it could not be spoken or saved as sound; 5 the page of an explanation could not be written; 6 the
window can't be shown, for want of a display; 7 the running program can't be asked; 8 all described, but the text in a
picture could not be read; 9 all described, but not all could be saved as alt text; 70 a defect of this program; 130
interrupted.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sparc_desktop import __version__, cli_alt_text, cli_doctor, cli_evaluate, cli_explain, cli_models, cli_wishes
from sparc_desktop.capture.file import capture_file, printable
from sparc_desktop.cli_session import PictureText, Session
from sparc_desktop.cli_terminal import Exit, Interrupts, add_model_options, complain, fill_in
from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.hotkeys.names import action_name
from sparc_desktop.resources import starter_model
from sparc_desktop.services.instance import client
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.text_reading import OpenReader
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

if TYPE_CHECKING:
    from sparc_desktop.engine.engine import Engine

__all__ = ["Exit", "complain", "run"]


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
    cli_explain.add_command(commands)
    cli_evaluate.add_command(commands)
    cli_models.add_command(commands)
    cli_doctor.add_command(commands)
    _add_trigger(commands)
    top.add_argument(
        "--background",
        action="store_true",
        help=translate("CommandLine", "start without showing the window, for hotkeys"),
    )
    return top


def _add_trigger(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        client.COMMAND,
        help=translate("CommandLine", "have the running program do something; for hotkeys of your desktop"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{action:18} {action_name(action)}" for action in Action),
    )
    command.add_argument("action", choices=[action.value for action in Action], metavar="ACTION")


def _add_options(command: argparse.ArgumentParser) -> None:
    sound = command.add_mutually_exclusive_group()
    sound.add_argument(
        "--speak",
        action="store_true",
        help=translate("CommandLine", "speak the description, by the running screen reader or else the own voice"),
    )
    sound.add_argument("--wav", type=Path, metavar="FILE", help=translate("CommandLine", "speak into a WAV file"))
    command.add_argument(
        "--wav-if-silent",
        type=Path,
        metavar="FILE",
        help=translate("CommandLine", "with --speak: where there is no sound device, speak into this WAV file"),
    )
    command.add_argument("--json", action="store_true", help=translate("CommandLine", "print one event a line"))
    command.add_argument(
        "--sparc",
        action=argparse.BooleanOptionalAction,
        help=translate("CommandLine", "decode with SPARC, where it helps the model, or without"),
    )
    command.add_argument(
        "--text",
        action=argparse.BooleanOptionalAction,
        help=translate("CommandLine", "after the description, give the text in the picture, or leave it out"),
    )
    cli_wishes.add_options(command)
    cli_alt_text.add_options(command)
    add_model_options(command)


def describe(
    options: argparse.Namespace, settings: Settings, narration: Narration | None, open_reader: OpenReader
) -> Exit:
    """Describe each picture in turn; one that can't be described is said, and the next one follows."""
    session = Session(json=options.json, narration=narration)
    text = PictureText(open_reader, session)
    try:
        return _describe(options, settings, session, text)
    finally:
        text.stop()


def _describe(options: argparse.Namespace, settings: Settings, session: Session, text: PictureText) -> Exit:
    engine: Engine | None = None  # loaded for the first picture that can be read
    for number, path in enumerate(options.images, start=1):
        try:
            request = cli_wishes.request_for(options, settings, number, capture_file(path))
        except ExpectedError as error:
            session.fail(number, error.failure)
            if session.interrupted.is_set():
                return Exit.INTERRUPTED
            continue
        if options.text:
            text.begin(request)
        if engine is None:
            session.request = request
            try:
                engine = _load(options.model, session)
            except ExpectedError as error:
                session.fail(None, error.failure)
                return Exit.MODEL
        session.headline = printable(str(path)) if len(options.images) > 1 else ""
        with Interrupts(session.interrupted):
            engine.describe(request, session.receive, session.interrupted.is_set)
            text.tell()
            if session.description and cli_alt_text.is_asked_for(options):
                session.unsaved |= not cli_alt_text.save(options, path, session.description)
            session.hear_out()
        if session.interrupted.is_set():
            return Exit.INTERRUPTED
    if session.failed:
        return Exit.FAILED
    if session.unsaved:
        return Exit.ALT_TEXT
    return Exit.TEXT if session.unread else Exit.OK


def _load(model: Path, session: Session) -> "Engine":
    # Imported here: a wrong option or --help must not wait for torch.
    from sparc_desktop.engine.engine import Engine

    try:
        return Engine(model, session.receive)
    finally:
        session.progress.close()


class SoundReport:
    """Hears of speech that failed: says so once on standard error, and remembers it for the exit code."""

    def __init__(self) -> None:
        self.failed = False

    def __call__(self, failure: Failure) -> None:
        """Take one failure; may be called from the speaking thread."""
        if not self.failed:
            complain(failure)
        self.failed = True


MakeNarration = Callable[[Settings, Path | None, "SoundReport"], Narration]


def run(
    argv: Sequence[str],
    load_settings: Callable[[], Settings],
    make_narration: MakeNarration,
    open_window: Callable[[bool], int],
    open_reader: OpenReader,
) -> int:
    """Parse and do.

    `make_narration` makes the voice (into a WAV file where a path is given); `open_window` may leave it hidden;
    `open_reader` makes what reads the text in a picture.
    """
    commands = parser()
    options = commands.parse_args(argv)
    if options.command is None:
        return open_window(options.background)
    if options.command == client.COMMAND:
        return client.run(Action(options.action))
    settings = load_settings()
    if options.command == cli_doctor.NAME:
        return cli_doctor.run(settings)
    if options.command == cli_models.NAME:
        sound = SoundReport()
        narration = _made(partial(make_narration, settings, None, sound), sound) if options.speak else None
        code = cli_models.run(options, settings, narration)
        return Exit.SPEECH if code == Exit.OK and sound.failed else code
    if options.command == cli_evaluate.NAME:
        return cli_evaluate.run(options, settings.model_folder or starter_model())
    fill_in(options, settings)
    if options.command == cli_explain.NAME:
        return cli_explain.run(options)
    if options.wav_if_silent and not options.speak:
        commands.error(translate("CommandLine", "--wav-if-silent goes with --speak"))
    if options.ask and cli_alt_text.is_asked_for(options):
        commands.error(translate("CommandLine", "an answer is no alt text: --ask goes without it"))
    sound = SoundReport()
    narration = _made(lambda: _narration(options, partial(make_narration, settings), sound), sound)
    try:
        code = describe(options, settings, narration, open_reader)
    finally:
        if narration:
            narration.close()
    return Exit.SPEECH if code == Exit.OK and sound.failed else code


def _made(make: Callable[[], Narration | None], sound: SoundReport) -> Narration | None:
    try:
        return make()
    except ExpectedError as error:  # without a voice the text is still wanted
        sound(error.failure)
        return None


def _narration(
    options: argparse.Namespace, make: Callable[[Path | None, SoundReport], Narration], sound: SoundReport
) -> Narration | None:
    if options.wav:
        return make(options.wav, sound)
    if not options.speak:
        return None
    try:
        return make(None, sound)
    except ExpectedError as error:
        if options.wav_if_silent is None or error.failure.code != Code.NO_SOUND_DEVICE:
            raise
        message = translate("CommandLine", "There is no sound device. The description is spoken into {path}.")
        print(message.format(path=options.wav_if_silent.resolve()), file=sys.stderr)
        return make(options.wav_if_silent, sound)
