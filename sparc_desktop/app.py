"""The composition root: the only file that names concrete classes, and what happens when one of them has a defect."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sparc_desktop import cli, cli_models, translation
from sparc_desktop.capture.file import capture_file
from sparc_desktop.capture.select import choose_screen
from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.select import choose_hotkeys
from sparc_desktop.ocr.select import choose_text_reader
from sparc_desktop.resources import module_command, program_command, starter_model
from sparc_desktop.services.crash import RunMark, state_folder
from sparc_desktop.services.history.history import History, history_path
from sparc_desktop.services.instance.client import request
from sparc_desktop.services.instance.server import Instance, claim
from sparc_desktop.services.key_binding import bindings_of
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.remote import Remote
from sparc_desktop.services.report import Surroundings
from sparc_desktop.services.routing import RoutedVoice
from sparc_desktop.settings.logs import log_folder, start_log
from sparc_desktop.settings.model import Settings, VoiceSettings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.device import has_output_device
from sparc_desktop.speech.earcons import EarconPlayer
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.readers.select import find_reader
from sparc_desktop.speech.select import choose_voice, installed_voice, installed_voices
from sparc_desktop.speech.wav import WavVoice
from sparc_desktop.translation import translate

logger = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, or the window where no command is given; returns the exit code."""
    translation.use_language("system")
    start_log()
    try:
        return cli.run(sys.argv[1:] if argv is None else argv, _settings, _narration, _open_window, choose_text_reader)
    except KeyboardInterrupt:
        return cli.Exit.INTERRUPTED
    except BrokenPipeError:  # whoever read the output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains of it at its end
        return cli.Exit.OK
    except OSError as error:  # such as a full disk behind standard output
        logger.exception("The output can't be written")
        cli.complain(Failure(Code.OUTPUT_UNWRITABLE, {"reason": os.strerror(error.errno or 0)}))
        return cli.Exit.FAILED
    except Exception:  # a defect: kept in the log, told in a sentence, no traceback for a listener
        logger.exception("A defect of the program")
        message = translate("CommandLine", "The program has a defect and had to stop. Details are in {folder}.")
        print(f"sparc-desktop: {message.format(folder=log_folder())}", file=sys.stderr)
        return cli.Exit.DEFECT


def _settings() -> Settings:
    loaded = SettingsStore().load()
    if loaded.failure:
        cli.complain(loaded.failure)
    return loaded.settings


def _narration(settings: Settings, wav: Path | None, on_failure: Callable[[Failure], None]) -> Narration:
    """The command line's voice: a WAV file, or whoever speaks in the window too; who asks for it hears somebody."""
    if wav is not None:
        return Narration(SpeechQueue(WavVoice(wav, _options(settings.voice)), on_failure))
    chosen = settings.changed(output="auto") if settings.output == "none" else settings
    voice = RoutedVoice(lambda: chosen, _own_voice, partial(find_reader, None))
    if not voice.has_reader():
        if not has_output_device():
            raise ExpectedError(Code.NO_SOUND_DEVICE)
        voice.open()
    return Narration(SpeechQueue(voice, on_failure))


def _reader_name() -> str:
    """Of the running screen reader; empty where there is none."""
    reader = find_reader(lambda _text: None)
    if reader is None:
        return ""
    reader.close()
    return reader.name


def _own_voice(voice: VoiceSettings) -> Voice:
    return choose_voice(voice.name, _options(voice))


def _options(voice: VoiceSettings) -> VoiceOptions:
    return VoiceOptions(rate_wpm=voice.rate, volume=voice.volume / 100)


def _open_window(hidden: bool) -> int:
    """The window of the first program; a second one has the first show its own instead."""
    instance = claim()
    if instance is None:
        if hidden:
            print(translate("CommandLine", "The program is running already."))
            return cli.Exit.OK
        failure = request(Action.SHOW)
        if failure:
            cli.complain(failure)
        return cli.Exit.TRIGGER if failure else cli.Exit.OK
    with instance:
        return _run_window(instance, hidden)


def _run_window(instance: Instance, hidden: bool) -> int:
    from sparc_desktop.ui.application import run_window
    from sparc_desktop.ui.parts import Parts

    def engine_command(settings: Settings) -> list[str]:
        model = settings.model_folder or starter_model()
        wish = settings.models.quantization if settings.model_folder else "auto"  # the built-in one stays as it is
        return [*module_command("sparc_desktop.engine.worker"), "--model", str(model), "--quantization", wish]

    def open_speaker(
        settings: Callable[[], Settings], on_failure: Callable[[Failure], None], announce: Callable[[str], None]
    ) -> SpeechQueue:
        voice = RoutedVoice(settings, _own_voice, partial(find_reader, announce))
        if settings().output == "own":
            voice.open()
        return SpeechQueue(voice, on_failure)

    def open_wav(settings: Settings, path: Path, on_failure: Callable[[Failure], None]) -> SpeechQueue:
        return SpeechQueue(WavVoice(path, _options(settings.voice)), on_failure)

    store = SettingsStore()

    def bindings() -> Bindings:
        return bindings_of(store.load().settings.hotkeys)

    parts = Parts(
        store=store,
        engine_command=engine_command,
        hardware_command=module_command("sparc_desktop.engine.hardware"),
        models_command=[*program_command(), cli_models.NAME],
        open_speaker=open_speaker,
        read_file=capture_file,
        open_screen=choose_screen,
        remote=Remote(instance, choose_hotkeys, bindings),
        open_earcons=EarconPlayer,
        open_text_reader=choose_text_reader,
        open_wav=open_wav,
        voices=installed_voices,
        history=History(),
        mark=RunMark(),
        surroundings=Surroundings(
            installed_voice, _reader_name, store.path.parent, log_folder(), history_path().parent, state_folder()
        ),
    )
    return run_window(parts, hidden=hidden)
