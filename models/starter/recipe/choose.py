"""Choose, on validation pictures alone, what the profile says: beyond what a picture is refused, and SPARC's settings.

`python -m models.starter.recipe.choose FOLDER --work FOLDER` writes FOLDER/profile.json. Captions are kept in the
working folder, as those of `sparc-desktop evaluate run`, whose `score` reads them, and a run that was cut goes on.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch

from sparc_desktop.domain.language import LANGUAGES
from sparc_desktop.engine.familiarity import Familiarity, familiarity
from sparc_desktop.engine.inputs import Inputs
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.engine.profile import FILE
from sparc_desktop.engine.prompts import PROMPTS
from sparc_desktop.evaluate.report.results import MethodResults, results_of
from sparc_desktop.evaluate.runs.captions_file import CaptionsFile, read_captions
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.runs.describe import Describer
from sparc_desktop.evaluate.runs.pictures import open_pictures
from sparc_desktop.evaluate.runs.run import Run
from sparc_desktop.evaluate.runs.task import Task, digest_of
from sparc_desktop.resources import starter_model
from sparc_desktop.sparc import SparcConfig, calibrate

F1 = {"drawings": "object_f1", "screens": "control_f1"}  # the score by which each is judged
NAME = "Starter"
FAMILIAR = 0.99  # the share of validation pictures of each world that either limit must not refuse
MANY = 8  # times as many pictures for the limits, which rest on the few that are least known
BATCH = 32
MAX_TOKENS = 480
SHARES = (0.02, 0.07)  # of the image tokens selected at a step; 0.07 is what the paper's settings select
ALPHAS = (1.02, 1.1)
RESAMPLES = 1000
AGAIN = "repeated_items"
PUBLISHED_ALPHA = 1.1
USUAL = SparcConfig(alpha=1.05, source="calibrated")
NONE = Chosen("none")


class Choosing:
    """With a model whose profile is not written yet."""

    def __init__(self, folder: Path, work: Path, pictures: int) -> None:
        (folder / FILE).unlink(missing_ok=True)  # so that captions don't depend on what is to be chosen
        self.loaded: LoadedModel = load(folder, lambda _: None)
        self._work, self._count = work, pictures
        self._digest = digest_of(folder)

    def limits(self) -> dict[str, float]:
        """The narrowest limits that let enough of both worlds pass, and what they refuse."""
        known = {task: self._familiarity(task) for task in (*F1, "foreign")}
        strange = max(float(known[task].strange.quantile(FAMILIAR)) for task in F1)
        sure = min(float(known[task].sure.quantile(1 - FAMILIAR)) for task in F1)
        limits = {"strange_above": float(f"{strange:.4g}"), "unsure_below": float(f"{sure:.4g}")}
        told = ((task, (each.strange > strange) | (each.sure < sure)) for task, each in known.items())
        return limits | {f"{task} refused": float(beyond.float().mean()) for task, beyond in told}

    def _familiarity(self, name: str) -> Familiarity:
        unknown = self.loaded.processor.tokenizer.unk_token_id
        starts = range(0, MANY * self._count, BATCH)
        pixels = (self._inputs(name, start)["pixel_values"] for start in starts)
        parts = [familiarity(self.loaded.model, unknown, each) for each in pixels]
        return Familiarity(*map(torch.cat, zip(*parts, strict=True)))

    def _inputs(self, name: str, start: int) -> Inputs:
        """A batch of validation pictures, from number `start` on."""
        pictures = open_pictures(name, "validation", None)
        images = [pictures.draw(number).image for number in range(start, start + BATCH)]
        return Describer(self.loaded, self._task(name)).inputs(images)

    def sparc(self) -> tuple[SparcConfig, bool, dict[str, Any]]:
        """The settings with the best F1, mean of both worlds, whether to use them, and all that was found.

        Layer and tau first, then alpha. As the best of many looks better than it is, it must prove itself on other
        pictures to be used: F1 above in one world, by the 95 % interval, below in none, and nothing told again more.
        Where it does not, the settings serve `explain` alone, which shows what their layer looks at: that which looks
        most at what is being named.
        """
        layers = self.loaded.model.config.get_text_config().num_hidden_layers
        inputs = [self._inputs(name, 0) for name in F1]
        tried = [
            calibrate(self.loaded.model, inputs, replace(USUAL, layer=layer), share=share, max_new_tokens=MAX_TOKENS)
            for layer in range(layers // 2 - 1, layers - 1)
            for share in SHARES
        ]
        scored = self._scored([NONE, *map(_chosen, tried)])
        best = max(tried, key=lambda config: scored[_chosen(config).label])
        tried += [replace(best, alpha=alpha) for alpha in ALPHAS]
        scored |= self._scored([NONE, *map(_chosen, tried)])
        best = max(tried, key=lambda config: scored[_chosen(config).label])
        chosen = _chosen(best)
        proof = {}
        for name, score in F1.items():
            differences = self._results(name, [NONE, chosen], self._count)[-1].differences
            proof[name] = {each: differences[each] for each in (score, AGAIN) if each in differences}
        gained = [proof[name][score] for name, score in F1.items()]
        again = [each[AGAIN] for each in proof.values() if AGAIN in each]
        helps = (
            any(each.low > 0 for each in gained)
            and all(each.high >= 0 for each in gained)
            and all(each.low <= 0 for each in again)
        )
        looked = {_chosen(config).label: self._looked(config) for config in tried}
        if not helps:
            layer = max(tried, key=lambda config: looked[_chosen(config).label]).layer
            of_layer = [config for config in tried if config.layer == layer]
            best = max(of_layer, key=lambda config: scored[_chosen(config).label])
        return best, helps, {"f1": scored, "looked": looked, "best": chosen.label, "proof": proof}

    def _looked(self, config: SparcConfig) -> float:
        """The attention to a thing from its naming on, where that to the whole picture is 1; mean of both worlds."""
        curves = [self._results(name, [_chosen(config)], 0)[0].curves.around for name in F1]
        return sum(point.score.value for curve in curves for point in curve if point.first == 0) / len(F1)

    def layers(self) -> list[str]:
        """The paper's settings in each layer by itself, as methods: tau selects its share of the image tokens."""
        inputs = [self._inputs(name, 0) for name in F1]
        count = self.loaded.model.config.get_text_config().num_hidden_layers
        configs = (replace(USUAL, alpha=PUBLISHED_ALPHA, layer=layer) for layer in range(count))
        found = (calibrate(self.loaded.model, inputs, each, max_new_tokens=MAX_TOKENS) for each in configs)
        return [_chosen(config).label for config in found]

    def _scored(self, methods: Sequence[Chosen]) -> dict[str, float]:
        """The F1 of each, mean of both worlds."""
        found: dict[str, list[float]] = {}
        for name, score in F1.items():
            for method in self._results(name, methods, 0):
                found.setdefault(method.label, []).append(method.scores[score].value)
        means = {label: sum(values) / len(values) for label, values in found.items()}
        print(json.dumps(means, indent=2), flush=True)
        return means

    def _results(self, name: str, methods: Sequence[Chosen], first: int) -> Sequence[MethodResults]:
        """In the order of `methods`, of so many pictures from number `first` on."""
        task, path = self._task(name, first), self._work / f"{name}-{first}.jsonl"
        with CaptionsFile(path, task) as file:
            pictures, describer = open_pictures(name, "validation", None), Describer(self.loaded, task)
            Run(task, pictures, describer, methods, file)(lambda *_: None, lambda: False)
        labels = [method.label for method in methods]
        results = results_of(read_captions(path), labels, resamples=RESAMPLES).methods
        return sorted(results, key=lambda each: labels.index(each.label))

    def _task(self, name: str, first: int = 0) -> Task:
        prompt = PROMPTS["en"]["detailed"]
        return Task(
            name, "validation", first, first + self._count, "en", "detailed", prompt, MAX_TOKENS, BATCH,
            NAME, self._digest, self.loaded.choice.format,
        )  # fmt: skip


def _chosen(config: SparcConfig) -> Chosen:
    return Chosen("sparc", {name: getattr(config, name) for name in ("alpha", "beta", "tau", "layer")})


def main() -> None:
    """Choose and write."""
    parser = argparse.ArgumentParser(description="Choose the built-in model's settings on validation pictures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, required=True, help="folder for the captions that are compared")
    told = "also find the paper's settings in each layer, for comparisons; they are kept in the working folder"
    parser.add_argument("--layers", action="store_true", help=told)
    told = f"of each world, and as many for the proof; {MANY} times as many for the refusal"
    parser.add_argument("--pictures", type=int, default=192, help=told)
    options = parser.parse_args()
    if options.folder.resolve() == starter_model():
        parser.error("while this runs a model has no profile, and so no limit: take a copy of it")
    options.work.mkdir(parents=True, exist_ok=True)
    choosing = Choosing(options.folder, options.work, options.pictures)
    limits = choosing.limits()
    print(json.dumps(limits, indent=2), flush=True)
    config, helps, found = choosing.sparc()
    settings = {name: value for name, value in asdict(config).items() if name not in ("method", "source")}
    profile = {
        "name": NAME, "languages": list(LANGUAGES), "answers": False, "sparc": settings, "use_sparc": helps,
        **{name: limits[name] for name in ("strange_above", "unsure_below")},
    }  # fmt: skip
    (options.folder / FILE).write_text(json.dumps(profile, indent=2) + "\n", "utf-8")
    kept = {"refusal": limits, **found, "layers": choosing.layers() if options.layers else []}
    (options.work / "chosen.json").write_text(json.dumps(kept, indent=2, default=asdict) + "\n", "utf-8")


if __name__ == "__main__":
    main()
