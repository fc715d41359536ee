"""All that docs/evidence.md says, made again: every run of `sparc-desktop evaluate` that it rests on, and its tables.

    python -m benchmarks.evidence --out out/evidence [--only NAME ...] [--methods none,sparc:tau=3] [--share 0.1]

A run that was cut goes on where it stopped. The pictures are of the test split, the settings those of the model's
profile, chosen on validation pictures. Prints each run's tables as Markdown; beside them, in the folder, lie the
captions, the scores (JSON), and a page with the curves (HTML).
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparc_desktop.evaluate.methods.registry import METHODS

ROOT = Path(__file__).parents[1]
ALL = ",".join(METHODS)
PAIR = "none,sparc"
SHOWN = (
    "mention_precision", "chair_s", "object_precision", "object_recall", "object_f1", "control_precision",
    "control_recall", "control_f1", "item_precision", "item_recall", "item_f1", "attributes_right",
    "attributes_right_when_told", "relation_precision", "touching_recall", "state_right", "state_right_when_told",
    "labels_right", "words_recall", "count_right", "precision_first", "precision_middle", "precision_last",
    "recall_first", "recall_middle", "recall_last", "length", "distinct_1", "repeated_bigrams", "repeated_items",
    "attention", "selected", "ms_per_token", "false_refusals", "false_answers",
)  # fmt: skip
TIME = "ms_per_token"  # of a batch, so that its captions are no independent draws: without an interval


@dataclass(frozen=True, slots=True)
class Piece:
    """One run: pictures from the first on, the methods, and how they are asked for."""

    task: str
    count: int
    methods: str = ALL
    language: str = "en"
    length: str = "detailed"


# The first two are the held-out test set that the methods are compared on: 2,000 scenes. The new style draws scenes of
# the first one again, in a look that no training picture has.
PIECES = {
    "drawings": Piece("drawings", 1200),
    "screens": Piece("screens", 800),
    "new-style": Piece("drawings-new-style", 400, PAIR),
    "screens-new-style": Piece("screens-new-style", 300, PAIR),
    "drawings-zh": Piece("drawings", 400, PAIR, language="zh_CN"),
    "screens-zh": Piece("screens", 400, PAIR, language="zh_CN"),
    "drawings-sentence": Piece("drawings", 400, PAIR, length="sentence"),
    "drawings-short": Piece("drawings", 400, PAIR, length="short"),
    "drawings-everything": Piece("drawings", 400, PAIR, length="everything"),
    "foreign": Piece("foreign", 2000, "none"),
}


def main() -> None:
    """Run what is left, and print the tables."""
    parser = argparse.ArgumentParser(description="Make the tables of docs/evidence.md.")
    parser.add_argument("--out", type=Path, required=True, help="folder for captions, scores and pages")
    parser.add_argument("--only", nargs="+", choices=PIECES, default=list(PIECES))
    parser.add_argument("--methods", help="instead of each run's own; others can follow into the same file")
    parser.add_argument("--share", type=float, default=1.0, help="of the pictures of each run")
    parser.add_argument("--batch", type=int, default=25)
    parser.add_argument("--model", type=Path, help="folder; the built-in model if left out")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.only:
        share = "" if options.share == 1 else f"-{options.share:g}"
        piece, captions = PIECES[name], options.out / f"{name}{share}.jsonl"
        model = ["--model", options.model] if options.model else []
        evaluate(
            "run", "--task", piece.task, "--split", "test", "--seeds", f"0:{max(1, int(piece.count * options.share))}",
            "--methods", options.methods or piece.methods, "--language", piece.language, "--length", piece.length,
            "--batch", options.batch, "--out", captions, *model,
        )  # fmt: skip
        scores = captions.with_suffix(".json")
        evaluate("score", captions, "--json", scores, "--html", captions.with_suffix(".html"))
        (results,) = json.loads(scores.read_text("utf-8"))["results"]
        print(f"\n### {name}\n\n" + "\n".join(tables(results)), flush=True)


def evaluate(*arguments: object) -> None:
    """Run `sparc-desktop evaluate`."""
    command = [sys.executable, ROOT / "main.py", "evaluate", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def tables(results: Mapping[str, Any]) -> Iterable[str]:
    """The scores of the baseline with their intervals, each other method's difference, and the scores by number."""
    methods = results["methods"]
    if results["families"]:
        yield from _table(
            ["family", "described"], [[name, _share(name, each)] for name, each in results["families"].items()]
        )
    yield f"n = {results['pictures']}\n"
    refusals = [[name, _share(name, score)] for name, score in results["refusals"].items()]
    names = [name for name in SHOWN if name in methods[0]["scores"]]
    rows = [[name, _share(name, methods[0]["scores"][name])] for name in names]
    yield from _table(["", methods[0]["label"]], rows + refusals)
    if len(methods) > 1:
        rows = [
            [each["label"], *(_difference(name, each["differences"].get(name)) for name in names)]
            for each in methods[1:]
        ]
        yield from _table([f"minus {results['baseline']}", *names], rows)
    kind = "control" if "control_f1" in methods[0]["scores"] else "object"
    counts = list(methods[0]["by_count"])
    if counts and f"{kind}_f1" in methods[0]["scores"]:
        shown = [(methods[0], f"{kind}_{name}") for name in ("precision", "recall")]
        shown += [(each, f"{kind}_f1") for each in methods]
        rows = [
            [f"{each['label']}, {name}", *(_share(name, each["by_count"][group].get(name)) for group in counts)]
            for each, name in shown
        ]
        yield from _table(["by number of things", *counts], rows)


def _share(name: str, score: Mapping[str, float] | None) -> str:
    if score is None:
        return ""
    told = f"{score['value']:.3f}"
    return told if name == TIME else f"{told} ({score['low']:.3f} to {score['high']:.3f})"


def _difference(name: str, score: Mapping[str, float] | None) -> str:
    """In bold where the interval does not hold 0."""
    if score is None:
        return ""
    told = f"{score['value']:+.3f}"
    if name == TIME:
        return told
    told = f"{told} ({score['low']:+.3f} to {score['high']:+.3f})"
    return f"**{told}**" if score["low"] > 0 or score["high"] < 0 else told


def _table(head: list[str], rows: list[list[str]]) -> Iterable[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield "| " + " | ".join(row) + " |"
    yield ""


if __name__ == "__main__":
    main()
