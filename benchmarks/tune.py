"""Settings of every method, five of each, compared on validation pictures: so that none is judged by another's.

    python -m benchmarks.tune --out out/tune --sparc alpha=1.05:tau=3:layer=3 [--pictures 64] [--model FOLDER]

SPARC and its variants begin from the settings given, those that were chosen for the model; the others from what was
published for larger models. Prints the F1 of each, mean of drawings and screens, and the best of each method as
`benchmarks.evidence --methods` takes them: whether it is any better than none shows there, on other pictures. A run
that was cut goes on where it stopped.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.evidence import evaluate
from models.starter.recipe.choose import F1
from sparc_desktop.evaluate.methods.registry import METHODS
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.resources import starter_model

SPARC = ("alpha=1.02", "alpha=1.05", "alpha=1.1", "tau*0.5", "tau*2")
GRID = {
    "sparc": SPARC,
    "no-average": SPARC,
    "naive": ("alpha=1.02", "alpha=1.05", "alpha=1.1", "alpha=1.2", "alpha=1.5"),
    "unselective": ("alpha=1.001", "alpha=1.002", "alpha=1.005", "alpha=1.01", "alpha=1.02"),
    "capped": ("cap=1", "cap=2", "cap=3", "cap=5", "cap=10"),
    "decayed": ("decay=0.5", "decay=0.7", "decay=0.9", "decay=0.95", "decay=0.98"),
    "recent": ("window=1", "window=2", "window=5", "window=10", "window=20"),
    "inhibited": ("old=0.5", "old=0.7", "old=0.9", "old=0.95", "old=0.98"),
    "penalised": ("penalty=0.25", "penalty=0.5", "penalty=1", "penalty=2", "penalty=4"),
    "renormalised": ("share=0.25", "share=0.5", "share=0.75", "share=1", "alpha=1.1"),
    "pai": ("alpha=0.05", "alpha=0.1", "alpha=0.2", "alpha=0.3", "alpha=0.5"),
    "pai-refined": ("gamma=1.02", "gamma=1.05", "gamma=1.1", "gamma=1.2", "alpha=0.1"),
    "vcd": ("alpha=0.1", "alpha=0.25", "alpha=0.5", "alpha=1", "noise=200"),
}


def candidates(sparc: dict[str, float]) -> Iterator[Chosen]:
    """Each method with each of its settings; `sparc` are those that SPARC and its variants begin from."""
    for name, changes in GRID.items():
        known = METHODS[name].settings
        shared = {key: value for key, value in sparc.items() if key in known and "start" not in known}
        for change in changes:
            key, sign, value = change.partition("*") if "*" in change else change.partition("=")
            settings = {} if name == "vcd" else dict(shared)
            settings[key] = float(value) * (sparc[key] if sign == "*" else 1.0)
            yield Chosen(name, settings)


def main() -> None:
    """Run what is left, and tell the best."""
    parser = argparse.ArgumentParser(description="Choose settings of every method on validation pictures.")
    parser.add_argument("--out", type=Path, required=True, help="folder for captions and scores")
    parser.add_argument("--sparc", required=True, help="alpha=...:tau=...:layer=...")
    parser.add_argument("--pictures", type=int, default=64, help="of each world")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--model", type=Path, default=starter_model(), help="folder")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tried = list(candidates(dict(Chosen.parse(f"sparc:{options.sparc}").settings)))
    labels = ["none", *(each.label for each in tried)]
    found = dict.fromkeys(labels, 0.0)
    for task, score in F1.items():
        captions = options.out / f"{task}.jsonl"
        evaluate(
            "run", "--task", task, "--split", "validation", "--seeds", f"0:{options.pictures}", "--methods",
            ",".join(labels), "--batch", options.batch, "--out", captions,
            "--model", options.model,
        )  # fmt: skip
        evaluate("score", captions, "--json", captions.with_suffix(".json"))
        (results,) = json.loads(captions.with_suffix(".json").read_text("utf-8"))["results"]
        for method in results["methods"]:
            found[method["label"]] += method["scores"][score]["value"] / len(F1)
    for label, value in found.items():
        print(f"{value:.4f}  {label}")
    best = [max((each.label for each in tried if each.name == name), key=found.__getitem__) for name in GRID]
    print("--methods", ",".join(["none", *best]))


if __name__ == "__main__":
    main()
