"""`sparc-desktop models`: what there is, and getting, trying, using, checking and removing one.

Everything is told in sentences, and with `--speak` aloud: what a model takes, how far its download is, what it says of
a first picture and how fast. With `--json` a line of JSON takes the place of each, which is how the window listens.
"""

import argparse
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from tqdm import tqdm

from sparc_desktop.cli_terminal import Exit, Interrupts, complain
from sparc_desktop.cli_trial import try_out
from sparc_desktop.cli_verify import verify
from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.models.lock import installed
from sparc_desktop.resources import starter_model
from sparc_desktop.services.models.keeping import (
    drop,
    fetch,
    folder_of,
    installed_folder,
    is_here,
    with_folder,
    without_folder,
)
from sparc_desktop.services.models.progress import Progress
from sparc_desktop.services.models.shelf import model_json, shelf
from sparc_desktop.services.models.telling import Fetched, Told, told_json
from sparc_desktop.services.models.words import advice, command, computer, details, heading
from sparc_desktop.services.narration import Narration
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.translation import translate

NAME = "models"
UNUSABLE = (Code.MODEL_MISSING, Code.MODEL_REFUSED)


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of the program."""
    command = commands.add_parser(NAME, help=translate("CommandLine", "list models, get one, use it, remove it"))
    deeds = command.add_subparsers(dest="deed", metavar="DEED")
    command.set_defaults(deed="list", json=False, speak=False)
    every = deeds.add_parser("list", help=translate("CommandLine", "all models, and which one suits this computer"))
    every.add_argument("--json", action="store_true", help=translate("CommandLine", "print one model a line"))
    _add_speak(every)
    get = _deed(deeds, "get", translate("CommandLine", "download a model, or the rest of it, try it and use it"))
    get.add_argument(
        "--json", action="store_true", help=translate("CommandLine", "print one event a line, and no more")
    )
    use = _deed(deeds, "use", translate("CommandLine", "describe with this model from now on"))
    use.add_argument("--no-try", dest="tries", action="store_false", help=translate("CommandLine", "without trying it"))
    _deed(deeds, "verify", translate("CommandLine", "check a model's files, and try it on pictures with known answers"))
    remove = _deed(deeds, "remove", translate("CommandLine", "delete a model from this computer"))
    remove.add_argument("--json", action="store_true", help=translate("CommandLine", "print one event a line"))


def _deed(
    deeds: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    deed: argparse.ArgumentParser = deeds.add_parser(name, help=text)
    deed.add_argument("model", metavar="MODEL", help=translate("CommandLine", "its name on the hub, or its folder"))
    _add_speak(deed)
    return deed


def _add_speak(deed: argparse.ArgumentParser) -> None:
    deed.add_argument("--speak", action="store_true", help=translate("CommandLine", "say aloud what is told"))


def run(options: argparse.Namespace, settings: Settings, narration: Narration | None) -> Exit:
    """Do what is asked, and say it where there is a narration, which is closed; what fails is told in one sentence."""
    teller = _Teller(json=options.json, narration=narration)
    try:
        return _DEEDS[options.deed](options, settings, teller)
    except ExpectedError as error:
        teller.fail(error)
        return Exit.MODEL if error.failure.code in UNUSABLE else Exit.FAILED
    finally:
        teller.close()


class _Teller:
    """Prints, and says aloud where that is wanted."""

    def __init__(self, *, json: bool, narration: Narration | None) -> None:
        self.narration = narration
        self._json, self._progress = json, Progress()
        self._bar: tqdm | None = None

    def __call__(self, told: Told) -> None:
        if self._json:
            print(told_json(told), flush=True)
            return
        if isinstance(told, Fetched):
            self._draw(told)
        if text := self._progress.hear(told):
            self.say(text)

    def say(self, text: str) -> None:
        tqdm.write(text)
        if self.narration:
            self.narration.remark(text)

    def fail(self, error: ExpectedError) -> None:
        failed = Failed(None, error.failure)
        if self._json:
            print(told_json(failed), flush=True)
            return
        self.close_bar()
        complain(error.failure)
        if self.narration:
            self.narration.receive(failed)

    def close_bar(self) -> None:
        if self._bar:
            self._bar.close()

    def close(self) -> None:
        self.close_bar()
        if self.narration:
            self.narration.wait()
            self.narration.close()

    def _draw(self, told: Fetched) -> None:
        if self._bar is None:
            self._bar = tqdm(total=told.total, unit="B", unit_scale=True, disable=None, leave=False)
        self._bar.update(told.done - self._bar.n)


def _list(options: argparse.Namespace, settings: Settings, teller: _Teller) -> Exit:
    # Imported here: --help must not wait for torch.
    from sparc_desktop.engine.hardware import find_hardware, measured

    hardware, wish = measured(find_hardware()), settings.models.quantization
    models = shelf(settings.model_folder, hardware, settings.models)
    if options.json:
        for model in models:
            teller.say(model_json(model))
        return Exit.OK
    for line in (computer(hardware), *advice(hardware, wish), *command(hardware, wish)):
        teller.say(line)
    for model in models:
        teller.say("")
        teller.say(heading(model))
        for line in details(model):
            teller.say(f"  {line}")
    return Exit.OK


def _get(options: argparse.Namespace, settings: Settings, teller: _Teller) -> Exit:
    if is_here(options.model):
        return _use_folder(folder_of(options.model), settings, teller, tries=True)
    # Imported here: a wrong option must not wait for torch.
    from sparc_desktop.engine.architecture import reason_against

    stop = threading.Event()
    with Interrupts(stop):
        folder = fetch(settings.models, options.model, reason_against, teller, stop)
    teller.close_bar()
    if folder is None:
        text = translate("CommandLine", "Cancelled. What has come stays; the next download goes on from there.")
        print(text, file=sys.stderr)
        return Exit.INTERRUPTED
    return Exit.OK if options.json else _use_folder(folder, settings, teller, tries=True)


def _use(options: argparse.Namespace, settings: Settings, teller: _Teller) -> Exit:
    return _use_folder(folder_of(options.model), settings, teller, tries=options.tries)


def _use_folder(folder: Path, settings: Settings, teller: _Teller, *, tries: bool) -> Exit:
    if tries:
        teller.say(translate("CommandLine", "The model is being loaded."))
        tried = try_out(folder, settings, teller.narration, teller.say)
        if isinstance(tried, Exit):
            return tried
        teller.say(tried.sentence())
    else:
        # Imported here: a wrong option must not wait for torch.
        from sparc_desktop.engine.architecture import check

        check(folder)
    if failure := _save(folder):
        complain(failure)
        return Exit.FAILED
    teller.say(translate("CommandLine", "Descriptions are written with it from now on."))
    return Exit.OK


def _save(folder: Path) -> Failure | None:
    """Use it from now on; the settings are read anew, for a download may have taken an hour."""
    store = SettingsStore()
    settings = store.load().settings
    is_own = folder != starter_model() and folder not in (model.folder for model in installed())
    models = with_folder(settings.models, folder) if is_own else settings.models
    return store.save(settings.changed(model_folder=None if folder == starter_model() else folder, models=models))


def _remove(options: argparse.Namespace, settings: Settings, teller: _Teller) -> Exit:
    own = Path(options.model).expanduser().absolute()
    is_own = own in settings.models.folders
    folder = own if is_own else installed_folder(options.model)
    if is_own:
        teller.say(translate("Models", "{name} is off the list.").format(name=own.name))
    else:
        drop(options.model, teller)
    store = SettingsStore()
    now = store.load().settings  # a window may have changed them meanwhile
    is_used = folder is not None and folder == now.model_folder
    models = without_folder(now.models, own)
    changed = now.changed(models=models, model_folder=None if is_used else now.model_folder)
    if changed != now and (failure := store.save(changed)):
        complain(failure)
    if is_used and not options.json:
        teller.say(translate("CommandLine", "Descriptions are written with the built-in model from now on."))
    return Exit.OK


def _verify(options: argparse.Namespace, settings: Settings, teller: _Teller) -> Exit:
    return verify(options.model, settings, teller.say)


_DEEDS: dict[str, Callable[[argparse.Namespace, Settings, _Teller], Exit]] = {
    "list": _list,
    "get": _get,
    "use": _use,
    "verify": _verify,
    "remove": _remove,
}
