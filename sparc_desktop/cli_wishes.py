"""What `describe` asks for: a length, a language, a prompt or a question; the settings hold for what is left out."""

import argparse
from dataclasses import replace

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.language import LANGUAGES
from sparc_desktop.domain.length import LENGTHS
from sparc_desktop.domain.request import MAX_QUESTION, Request
from sparc_desktop.services.wishes import request_of
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate


def add_options(command: argparse.ArgumentParser) -> None:
    """What is wanted of the model."""
    command.add_argument("--length", choices=LENGTHS, help=translate("CommandLine", "how much is said of the picture"))
    command.add_argument(
        "--language",
        choices=LANGUAGES,
        help=translate("CommandLine", "language of the description, if the model writes it"),
    )
    own = command.add_mutually_exclusive_group()
    own.add_argument(
        "--prompt",
        type=_wording,
        metavar="TEXT",
        help=translate("CommandLine", "ask for the description in your own words"),
    )
    own.add_argument(
        "--ask",
        type=_wording,
        metavar="QUESTION",
        help=translate("CommandLine", "answer a question about the picture instead of describing it"),
    )


def request_for(options: argparse.Namespace, settings: Settings, number: int, capture: Capture) -> Request:
    """The request for one picture; a length or a language that is given counts more than a prompt of the settings."""
    given = {name: value for name in ("length", "language") if (value := getattr(options, name))}
    captions = settings.captions.model_copy(update=given | {"prompt": ""} if given else {})
    wishes = {"captions": captions, "max_words": options.max_words, "sparc": options.sparc}
    request = request_of(number, capture, settings.model_copy(update=wishes), options.ask)
    return replace(request, prompt=options.prompt) if options.prompt else request


def _wording(text: str) -> str:
    wording = text.strip()
    if not 1 <= len(wording) <= MAX_QUESTION:
        message = translate("CommandLine", "1 to {limit} characters are needed, not {number}")
        raise argparse.ArgumentTypeError(message.format(limit=MAX_QUESTION, number=len(wording)))
    return wording
