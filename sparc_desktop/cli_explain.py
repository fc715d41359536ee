"""`sparc-desktop explain`: a page that shows where the model looked while it described a picture."""

import argparse
import threading
from pathlib import Path

from sparc_desktop.capture.file import capture_file, printable
from sparc_desktop.cli_terminal import Exit, Interrupts, LoadingBar, add_model_options, complain
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Loading
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.services.explanation_page import explanation_page
from sparc_desktop.services.page_file import PageFile
from sparc_desktop.speech.sentences import SentenceSplitter
from sparc_desktop.translation import translate

NAME = "explain"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of the program."""
    command = commands.add_parser(
        NAME, help=translate("CommandLine", "describe a picture, and show on a page where the model looked")
    )
    command.add_argument("image", type=Path, metavar="IMAGE")
    command.add_argument(
        "--out",
        type=Path,
        metavar="PAGE",
        required=True,
        help=translate("CommandLine", "the web page to write, such as page.html"),
    )
    add_model_options(command)


def run(options: argparse.Namespace) -> Exit:
    """Explain one picture; whatever fails is told in one sentence, and then there is no page."""
    try:
        capture = capture_file(options.image)
    except ExpectedError as error:
        complain(error.failure)
        return Exit.FAILED
    try:
        with PageFile(options.out) as page:
            return _explain(options, capture, page)
    except ExpectedError as error:
        complain(error.failure)
        return Exit.PAGE


def _explain(options: argparse.Namespace, capture: Capture, page: PageFile) -> Exit:
    """Raises ExpectedError where the page can't be written, for nothing else."""
    bar = LoadingBar()

    def show(event: Event) -> None:
        if isinstance(event, Loading):
            bar.show(event.fraction)

    # Imported here: a wrong option or --help must not wait for torch.
    from sparc_desktop.engine.engine import Engine, failure_of
    from sparc_desktop.evaluate.explain import explain, settings_of

    try:
        engine = Engine(options.model, show)
        settings_of(engine)
    except ExpectedError as error:
        bar.close()
        complain(error.failure)
        return Exit.MODEL
    finally:
        bar.close()
    interrupted = threading.Event()
    with Interrupts(interrupted):
        try:
            explanation = explain(engine, capture, options.max_words, _split, interrupted.is_set)
        except Exception as error:  # as in the engine: of one model, or of one picture, and told in a sentence
            complain(failure_of(error))
            return Exit.FAILED
        if explanation is None:
            return Exit.INTERRUPTED
        page.write(explanation_page(explanation, capture.label))
    message = translate("CommandLine", "The page is written: {path}")
    print(message.format(path=printable(str(page.path))))
    return Exit.OK


def _split(text: str) -> list[str]:
    splitter = SentenceSplitter()
    return [*splitter.feed(text), *splitter.flush()]
