"""`describe --alt-text`: the description goes into a copy of the picture, or into the picture itself."""

import argparse
import sys
from pathlib import Path

from sparc_desktop.capture.file import printable
from sparc_desktop.cli_terminal import complain
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.services.saving import described, save_alt_text
from sparc_desktop.translation import translate


def add_options(command: argparse.ArgumentParser) -> None:
    """One of the two, or none."""
    where = command.add_mutually_exclusive_group()
    where.add_argument(
        "--alt-text",
        action="store_true",
        help=translate("CommandLine", "save a copy with the description as alt text: cat.described.jpg for cat.jpg"),
    )
    where.add_argument(
        "--alt-text-in-place",
        action="store_true",
        help=translate("CommandLine", "put the description into the picture itself as alt text"),
    )


def is_asked_for(options: argparse.Namespace) -> bool:
    """Is one of them given?"""
    return bool(options.alt_text or options.alt_text_in_place)


def save(options: argparse.Namespace, path: Path, description: str) -> bool:
    """Say where it is, or why it is not; False where it is not."""
    in_place = options.alt_text_in_place
    written = path if in_place else described(path)
    try:
        save_alt_text(path, description, written, replace=in_place)
    except ExpectedError as error:
        complain(error.failure)
        return False
    message = translate("CommandLine", "The alt text is in {path}.")
    print(message.format(path=printable(str(written))), file=sys.stderr, flush=True)
    return True
