"""`sparc-desktop doctor`: what this computer has for models, in what form they are held here and why, which to take."""

import argparse
import shutil
from collections.abc import Iterator

from sparc_desktop.cli_terminal import Exit
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.quantization import choose
from sparc_desktop.services.models.keeping import hub_of
from sparc_desktop.services.models.words import advice, command, computer, form, gigabytes
from sparc_desktop.services.sentences import sentence
from sparc_desktop.services.versions import in_one_line
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

NAME = "doctor"
TYPICAL = 2_000_000_000  # weights of a model for which the form is told: a small one would not be rounded


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of the program."""
    commands.add_parser(NAME, help=translate("CommandLine", "tell what models this computer can run, and how"))


def run(settings: Settings) -> Exit:
    """Look, measure for about a second, and tell."""
    for line in _lines(settings):
        print(line)
    return Exit.OK


def _lines(settings: Settings) -> Iterator[str]:
    # Imported here: --help must not wait for torch.
    from sparc_desktop.engine.hardware import find_hardware, measured

    hardware = measured(find_hardware())
    yield computer(hardware)
    speeds = translate(
        "Doctor",
        "Measured now: its memory gives {bandwidth} a second, and it does {work} billion operations a second.",
    )
    yield speeds.format(bandwidth=gigabytes(hardware.bandwidth), work=round(hardware.multiplications / 1e9))
    wish = settings.models.quantization
    yield form(choose(hardware, TYPICAL, wish))
    yield from advice(hardware, wish)
    yield from command(hardware, wish)
    yield from _downloads(settings)
    yield f"{in_one_line()}."


def _downloads(settings: Settings) -> Iterator[str]:
    try:
        hub = hub_of(settings.models)
    except ExpectedError as error:
        yield sentence(error.failure)
        return
    place = next(path for path in (hub.cache, *hub.cache.parents) if path.exists())
    text = translate("Doctor", "Models come from {hub} into {folder}, where {free} are free.")
    yield text.format(hub=hub.name, folder=hub.cache, free=gigabytes(shutil.disk_usage(place).free))
