"""All that docs/evidence.md says, made again: every run of `sparc-desktop evaluate` that it rests on, and its tables.

    python -m benchmarks.evidence --out out/evidence [--only NAME ...] [--methods none,sparc:tau=3] [--share 0.1]

A run that was cut goes on where it stopped. The pictures are of the test split, from a number on below which none was
looked at while the model and the recipe came about; the settings are those of the model's profile, chosen on
validation pictures. Prints each run's tables as Markdown; beside them, in the folder, lie the captions, the scores
(JSON), a page with the curves (HTML), and each of its charts as a file (SVG).
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparc_desktop.evaluate.methods.registry import METHODS
from sparc_desktop.resources import starter_model

ROOT = Path(__file__).parents[1]
ALL = tuple(METHODS)
PAIR = ("none", "sparc")
FIRST = 10_000  # number of the first picture
TABLES: Mapping[str, Sequence[str]] = {
    "objects": ("object_precision", "object_recall", "object_f1", "mention_precision", "chair_s"),
    "controls": ("control_precision", "control_recall", "control_f1", "item_f1", "chair_s"),
    "how they are described": (
        "attributes_right", "attributes_right_when_told", "count_right", "relation_precision", "touching_recall",
    ),
    "what is read": ("labels_right", "words_recall", "state_right", "state_right_when_told"),
    "by thirds of the caption": (
        "precision_first", "precision_middle", "precision_last", "recall_first", "recall_middle", "recall_last",
    ),
    "length and repetition": ("length", "distinct_1", "repeated_bigrams", "repeated_items"),
    "attention and time": ("attention", "selected", "ms_per_token"),
}  # fmt: skip
CURVES = {
    "attention": "attention to the picture, by token",
    "own": "the same, before the method's gains",
    "around": "attention to a thing, by token from its first telling; that to the whole picture is 1",
}
TIME = "ms_per_token"  # of a batch, so that its captions are no independent draws: without an interval


@dataclass(frozen=True, slots=True)
class Piece:
    """One run: pictures from the first on, the methods by their names, and how they are asked for."""

    task: str
    count: int
    methods: Sequence[str] = PAIR
    language: str = "en"
    length: str = "detailed"
    batch: int = 25


# The first two are the held-out test set that the methods are compared on: 2,000 scenes. The two styles draw scenes in
# looks that no training picture has: one computed from the font that training has, and another artist's, whose
# pictures are a package of Debian, ruby-gemojione. Time is that of one caption by itself. What strangers are described
# as is not scored.
PIECES = {
    "drawings": Piece("drawings", 1200, ALL),
    "screens": Piece("screens", 800, ALL),
    "time": Piece("drawings", 20, ALL, batch=1),
    "new-style": Piece("drawings-new-style", 400),
    "screens-new-style": Piece("screens-new-style", 300),
    "drawings-zh": Piece("drawings", 400, language="zh_CN"),
    "screens-zh": Piece("screens", 400, language="zh_CN"),
    "drawings-sentence": Piece("drawings", 400, length="sentence"),
    "drawings-short": Piece("drawings", 400, length="short"),
    "drawings-everything": Piece("drawings", 400, length="everything"),
    "foreign": Piece("foreign", 2000, ("none",), length="sentence"),
    "other-artist": Piece("drawings-other-artist", 400),
}


def main() -> None:
    """Run what is left, and print the tables."""
    parser = argparse.ArgumentParser(description="Make the tables of docs/evidence.md.")
    parser.add_argument("--out", type=Path, required=True, help="folder for captions, scores and pages")
    parser.add_argument("--only", nargs="+", choices=PIECES, default=list(PIECES))
    parser.add_argument("--methods", default="", help="with settings; each run takes those of its own methods")
    parser.add_argument("--share", type=float, default=1.0, help="of the pictures of each run")
    parser.add_argument("--model", type=Path, default=starter_model(), help="folder")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.only:
        share = "" if options.share == 1 else f"-{options.share:g}"
        piece, captions = PIECES[name], options.out / f"{name}{share}.jsonl"
        count = max(1, int(piece.count * options.share))
        evaluate(
            "run", "--task", piece.task, "--split", "test", "--seeds", f"{FIRST}:{FIRST + count}",
            "--methods", methods_of(piece, options.methods), "--language", piece.language, "--length", piece.length,
            "--batch", piece.batch, "--out", captions, "--model", options.model,
        )  # fmt: skip
        scores, page = captions.with_suffix(".json"), captions.with_suffix(".html")
        evaluate("score", captions, "--json", scores, "--html", page)
        for chart, drawn in charts(page.read_text("utf-8")):
            captions.with_name(f"{captions.stem}-{chart}.svg").write_text(drawn, "utf-8")
        (results,) = json.loads(scores.read_text("utf-8"))["results"]
        print(f"\n### {name}\n\n" + "\n".join(tables(results)), flush=True)
        if "false_refusals" in results["refusals"]:
            described = captions.with_name(f"{captions.stem}-described.json")
            evaluate("score", captions, "--described", "--json", described)
            (results,) = json.loads(described.read_text("utf-8"))["results"]
            print(f"\n### {name}, of those that are not refused\n\n" + "\n".join(leading(results)), flush=True)


def methods_of(piece: Piece, given: str) -> str:
    """Those that are given, as far as they are of the run's own; these where none is."""
    own = [each for each in given.split(",") if each.partition(":")[0] in piece.methods]
    return ",".join(own or piece.methods)


def evaluate(*arguments: object) -> None:
    """Run `sparc-desktop evaluate`."""
    command = [sys.executable, ROOT / "main.py", "evaluate", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def charts(page: str) -> Iterable[tuple[str, str]]:
    """Each chart of a page by its name, able to stand alone: dark on white, as its colours are in the page's style."""
    for found in re.finditer(r"<svg (.*?)>(.*?)</svg>", page, re.DOTALL):
        attributes, content = found.groups()
        name = re.search(r'aria-labelledby="file-\d+-(.+?)-title"', attributes)
        if name:
            alone = 'xmlns="http://www.w3.org/2000/svg" color="#1a1a1a" font-family="sans-serif" font-size="14"'
            ground = '<rect width="100%" height="100%" fill="white"/>'
            yield name[1], f"<svg {alone} {attributes}>{ground}{content}</svg>\n"


def tables(results: Mapping[str, Any]) -> Iterable[str]:
    """The scores of the baseline with their intervals, each other method's difference, and both by number of things."""
    methods = results["methods"]
    if results["families"]:
        rows = [[name, _share(name, each)] for name, each in results["families"].items()]
        yield from _table(["family", "described"], rows)
    yield f"n = {results['pictures']}\n"
    if results["refusals"]:
        rows = [[name, _share(name, score)] for name, score in results["refusals"].items()]
        yield from _table(["", "share"], rows)
    for title in TABLES:
        yield from _of(results, title)
    yield from _by_count(methods, results["baseline"])
    for name, title in CURVES.items():
        curves = {
            each["label"]: {(point["first"], point["last"]): point["score"] for point in each["curves"][name]}
            for each in methods
            if each["curves"][name]
        }
        windows = sorted(set[tuple[int, int]]().union(*curves.values()))
        if windows:
            rows = [
                [label, *(_share(name, curve.get(window)) for window in windows)] for label, curve in curves.items()
            ]
            yield from _table([title, *(f"{first} to {last}" for first, last in windows)], rows)


def leading(results: Mapping[str, Any]) -> Iterable[str]:
    """What is named, alone."""
    yield f"n = {results['pictures']}\n"
    for title in ("objects", "controls"):
        yield from _of(results, title)


def _of(results: Mapping[str, Any], title: str) -> Iterable[str]:
    """One of the tables."""
    names = [name for name in TABLES[title] if name in results["methods"][0]["scores"]]
    if names:
        rows = [
            _row(each, results["baseline"], [(name, each["scores"], each["differences"]) for name in names])
            for each in results["methods"]
        ]
        yield from _table([title, *names], rows)


def _by_count(methods: Sequence[Mapping[str, Any]], baseline: str) -> Iterable[str]:
    kind = "control" if "control_f1" in methods[0]["scores"] else "object"
    counts = list(methods[0]["by_count"])
    for name in (f"{kind}_precision", f"{kind}_recall", f"{kind}_f1", "repeated_items"):
        if counts and name in methods[0]["scores"]:
            rows = [
                _row(each, baseline, [(name, each["by_count"][at], each["differences_by_count"][at]) for at in counts])
                for each in methods
            ]
            yield from _table([f"{name}, by number of things", *counts], rows)


def _row(method: Mapping[str, Any], baseline: str, wanted: Sequence[tuple[str, Any, Any]]) -> list[str]:
    """Each the name of a score, where scores of that name are, and differences: the baseline has none."""
    if method["label"] == baseline:
        return [baseline, *(_share(name, scores.get(name)) for name, scores, _ in wanted)]
    return [f"{method['label']}, minus {baseline}", *(_difference(name, found.get(name)) for name, _, found in wanted)]


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
