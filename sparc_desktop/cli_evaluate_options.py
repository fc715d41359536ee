"""The options of `evaluate`: of each of its steps."""

import argparse
from pathlib import Path
from typing import get_args

from sparc_desktop.domain.language import LANGUAGES
from sparc_desktop.domain.length import LENGTHS
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.runs.sources import DRAWN, FROM_FILES, SPLITS
from sparc_desktop.translation import translate

MAX_TOKENS = 512  # as in the paper
BATCH = 8


def add_run(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What is described, with what, and where the captions go."""
    what = translate(
        "CommandLine", "describe many pictures, and write the captions into a file; a run that was cut goes on there"
    )
    step = steps.add_parser("run", help=what, description=what)
    step.set_defaults(usage_error=step.error)
    step.add_argument(
        "--task",
        choices=(*DRAWN, *FROM_FILES),
        metavar="TASK",
        required=True,
        help=translate(
            "CommandLine", "which pictures: {drawn}, which are drawn here, or of a benchmark in --files: {others}"
        ).format(drawn=", ".join(DRAWN), others=", ".join(FROM_FILES)),
    )
    step.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        required=True,
        help=translate("CommandLine", "the file of captions, such as captions.jsonl"),
    )
    step.add_argument(
        "--seeds",
        type=_range,
        metavar="FROM:TO",
        default=range(200),
        help=translate("CommandLine", "numbers of the pictures, TO itself not; of a benchmark in a shuffled order"),
    )
    step.add_argument(
        "--split",
        help=translate("CommandLine", "part of the pictures: {splits}; of a benchmark as it has them").format(
            splits=", ".join(SPLITS)
        ),
    )
    step.add_argument("--files", type=Path, metavar="DIR", help=translate("CommandLine", "folder of a benchmark"))
    _add_decoding(step)


def _add_decoding(step: argparse.ArgumentParser) -> None:
    """By which methods and model, asked for what, how many at once."""
    step.add_argument(
        "--methods",
        type=_methods,
        default="none,sparc",
        metavar="METHODS",
        help=translate(
            "CommandLine", "ways of decoding, each with settings if other than its own: none,sparc,sparc:tau=3:layer=4"
        ),
    )
    step.add_argument("--model", type=Path, metavar="DIR", help=translate("CommandLine", "model folder"))
    step.add_argument(
        "--weights",
        choices=get_args(Wish),
        default="auto",
        help=translate("CommandLine", "in which form they are held in memory; auto: as the program chooses here"),
    )
    step.add_argument("--language", choices=LANGUAGES, help=translate("CommandLine", "language of the captions"))
    step.add_argument(
        "--length", choices=LENGTHS, default="detailed", help=translate("CommandLine", "how much is said of a picture")
    )
    step.add_argument("--prompt", metavar="TEXT", help=translate("CommandLine", "ask in your own words"))
    step.add_argument(
        "--batch",
        type=_positive,
        metavar="N",
        default=BATCH,
        help=translate("CommandLine", "describe N pictures at once"),
    )
    step.add_argument(
        "--max-tokens",
        type=_positive,
        metavar="N",
        default=MAX_TOKENS,
        help=translate("CommandLine", "end a caption after N tokens"),
    )


def add_judge(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Who judges."""
    what = translate(
        "CommandLine",
        "have captions of a benchmark rated by a language model (CLAIR); they are sent to the address that you give",
    )
    step = steps.add_parser("judge", help=what, description=what)
    step.add_argument("file", type=Path, metavar="FILE")
    step.add_argument(
        "--judge",
        metavar="URL",
        required=True,
        help=translate(
            "CommandLine",
            "address of an OpenAI-compatible server, such as http://localhost:8080/v1; its key is in SPARC_JUDGE_KEY",
        ),
    )
    step.add_argument(
        "--judge-model", metavar="NAME", required=True, help=translate("CommandLine", "the model to ask there")
    )
    step.add_argument(
        "--yes",
        action="store_true",
        help=translate("CommandLine", "do it; without this it is only said how much would be asked"),
    )


def add_score(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What is scored, and where the figures go."""
    what = translate("CommandLine", "tell what captions are worth")
    step = steps.add_parser("score", help=what, description=what)
    step.add_argument("files", nargs="+", type=Path, metavar="FILE")
    step.add_argument(
        "--methods",
        type=_methods,
        default=[],
        metavar="METHODS",
        help=translate("CommandLine", "these methods alone, of those that are there"),
    )
    step.add_argument(
        "--described",
        action="store_true",
        help=translate("CommandLine", "leave out pictures that the model refuses"),
    )
    step.add_argument(
        "--synonyms",
        type=Path,
        metavar="FILE",
        help=translate(
            "CommandLine",
            "the names of COCO's classes as published with CHAIR, a line each with commas, for figures like those "
            "published",
        ),
    )
    step.add_argument("--json", type=Path, metavar="FILE", help=translate("CommandLine", "also write all as JSON"))
    step.add_argument("--html", type=Path, metavar="PAGE", help=translate("CommandLine", "also write a web page"))


def _methods(text: str) -> list[Chosen]:
    try:
        return [Chosen.parse(each) for each in text.split(",")]
    except ValueError as error:
        message = translate("CommandLine", "{text} is not like none,sparc,sparc:tau=3:layer=4")
        raise argparse.ArgumentTypeError(message.format(text=text)) from error


def _range(text: str) -> range:
    """FROM:TO, or TO alone, which begins at 0."""
    first, colon, end = text.rpartition(":")
    if end.isdecimal() and (first.isdecimal() or not colon) and int(first or 0) < int(end):
        return range(int(first or 0), int(end))
    message = translate("CommandLine", "{text} is not like 0:200")
    raise argparse.ArgumentTypeError(message.format(text=text))


def _positive(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    message = translate("CommandLine", "a whole number from 1 on is needed, not {text}")
    raise argparse.ArgumentTypeError(message.format(text=text))
