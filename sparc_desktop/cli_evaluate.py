"""`sparc-desktop evaluate`: what a model's captions are worth, with SPARC and with other ways of decoding.

Three steps, each of which can be done again by itself: `run` writes captions into a file, `judge` has them rated by a
language model that the user names, `score` tells what they are worth, as text, as JSON and as a web page.
"""

import argparse
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from sparc_desktop.capture.file import printable
from sparc_desktop.cli_evaluate_options import add_judge, add_run, add_score
from sparc_desktop.cli_terminal import CountBar, Exit, Interrupts, LoadingBar, complain
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Loading
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.domain.request import Request
from sparc_desktop.evaluate.runs.sources import DRAWN, SPLITS
from sparc_desktop.services.page_file import PageFile
from sparc_desktop.translation import translate

if TYPE_CHECKING:
    from sparc_desktop.engine.loading import LoadedModel
    from sparc_desktop.evaluate.runs.pictures import Pictures
    from sparc_desktop.evaluate.runs.task import Task

NAME = "evaluate"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of the program."""
    what = translate("CommandLine", "measure what a model's captions are worth, on pictures whose truth is known")
    steps = commands.add_parser(NAME, help=what, description=what).add_subparsers(
        dest="step", required=True, metavar="STEP"
    )
    add_run(steps)
    add_judge(steps)
    add_score(steps)


def run(options: argparse.Namespace, model: Path) -> Exit:
    """Do one step; `model` describes where no other is named. Whatever fails is told in one sentence."""
    steps: dict[str, Callable[[], Exit]] = {
        "run": lambda: _run(options, options.model or model),
        "judge": lambda: _judge(options),
        "score": lambda: _score(options),
    }
    try:
        return steps[options.step]()
    except ExpectedError as error:
        complain(error.failure)
        return Exit.FAILED


def _run(options: argparse.Namespace, folder: Path) -> Exit:
    if options.task in DRAWN:
        options.split = options.split or SPLITS[0]
        if options.split not in SPLITS:
            options.usage_error(translate("CommandLine", "the splits are {splits}").format(splits=", ".join(SPLITS)))
    # Imported here and below: a wrong option, --help and a benchmark that isn't there must not wait for torch.
    from sparc_desktop.evaluate.runs.pictures import open_pictures

    pictures = open_pictures(options.task, options.split or "", options.files)
    loaded = _load(folder, options.weights)
    if loaded is None:
        return Exit.MODEL
    return _describe(options, pictures, loaded, folder)


def _describe(options: argparse.Namespace, pictures: "Pictures", loaded: "LoadedModel", folder: Path) -> Exit:
    from sparc_desktop.engine.engine import failure_of
    from sparc_desktop.evaluate.runs.captions_file import CaptionsFile
    from sparc_desktop.evaluate.runs.describe import Describer
    from sparc_desktop.evaluate.runs.run import Run

    task = _task(options, pictures, loaded, folder)
    bar, interrupted = CountBar(), threading.Event()
    with CaptionsFile(options.out, task) as file, Interrupts(interrupted):
        todo = Run(task, pictures, Describer(loaded, task), options.methods, file)
        try:
            complete = todo(bar.show, interrupted.is_set)
        except Exception as error:  # of one model, such as too little memory, and told in a sentence
            bar.close()
            complain(failure_of(error))
            return Exit.FAILED
        finally:
            bar.close()
    message = translate("CommandLine", "The captions are in {path}.")
    if not complete:
        message = translate("CommandLine", "Stopped. What is done is in {path}; the same command goes on from there.")
    print(message.format(path=printable(str(options.out))))
    return Exit.OK if complete else Exit.INTERRUPTED


def _load(folder: Path, wish: Wish) -> "LoadedModel | None":
    from sparc_desktop.engine.calibrating import calibrated
    from sparc_desktop.engine.loading import load

    bar = LoadingBar()

    def show(event: Loading) -> None:
        bar.show(event.fraction)

    try:
        return calibrated(load(folder, show, wish), folder, show)
    except ExpectedError as error:
        bar.close()
        complain(error.failure)
        return None
    finally:
        bar.close()


def _task(options: argparse.Namespace, pictures: "Pictures", loaded: "LoadedModel", folder: Path) -> "Task":
    from sparc_desktop.evaluate.runs.task import Task, digest_of

    profile = loaded.profile
    language = options.language if options.language in profile.languages else profile.languages[0]
    usual = profile.wording(Request(0, Capture("", b""), length=options.length, language=language))
    most = options.seeds.stop if pictures.count is None else pictures.count
    return Task(
        pictures=options.task,
        split=options.split or "",
        first=min(options.seeds.start, most),
        end=min(options.seeds.stop, most),
        language=language,
        length=options.length,
        prompt=options.prompt or usual,
        max_tokens=options.max_tokens,
        batch=options.batch,
        model=profile.name,
        digest=digest_of(folder),
        weights=loaded.choice.format,
    )


def _judge(options: argparse.Namespace) -> Exit:
    from sparc_desktop.evaluate.benchmarks.judge import Judge
    from sparc_desktop.evaluate.runs.captions_file import CaptionsFile
    from sparc_desktop.evaluate.runs.judging import rate, unrated

    judge = Judge(options.judge, options.judge_model)
    with CaptionsFile(options.file) as file:
        rows = unrated(file.captions, judge.model)
        message = translate(
            "CommandLine",
            "Questions for {address}: {count}. Each holds a caption and what others have written of its picture; no "
            "picture is sent.",
        )
        print(message.format(address=printable(options.judge), count=len(rows)), flush=True)
        if not options.yes:
            print(translate("CommandLine", "Nothing has been sent. With --yes they are asked."))
            return Exit.OK
        bar, interrupted = CountBar(), threading.Event()
        with Interrupts(interrupted):
            try:
                rated = rate(rows, judge, file, bar.show, interrupted.is_set)
            finally:
                bar.close()
    print(translate("CommandLine", "Rated: {rated} of {count}.").format(rated=rated, count=len(rows)))
    return Exit.INTERRUPTED if interrupted.is_set() else Exit.OK


def _score(options: argparse.Namespace) -> Exit:
    from sparc_desktop.evaluate.benchmarks.coco import published_words
    from sparc_desktop.evaluate.report.page import page
    from sparc_desktop.evaluate.report.results import results_of
    from sparc_desktop.evaluate.report.results_file import write_results
    from sparc_desktop.evaluate.report.text import lines
    from sparc_desktop.evaluate.runs.captions_file import read_captions

    labels = [chosen.label for chosen in options.methods]
    with ExitStack() as stack:
        written = stack.enter_context(PageFile(options.html)) if options.html else None
        words = published_words(options.synonyms) if options.synonyms else None
        files = [
            (
                printable(path.name),
                results_of(read_captions(path), labels, words=words, with_refused=not options.described),
            )
            for path in options.files
        ]
        for name, results in files:
            print(*lines(name, results), sep="\n")
        if options.json:
            write_results(options.json, files)
        if written:
            written.write(page(files))
    return Exit.OK
