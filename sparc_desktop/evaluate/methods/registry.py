"""All methods, by name."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

from transformers import PreTrainedModel

from sparc_desktop.evaluate.methods.contrast import Contrast
from sparc_desktop.evaluate.methods.method import Method, Parts, Setting
from sparc_desktop.evaluate.methods.pai import Amplified, default_start, without_image
from sparc_desktop.evaluate.methods.variants import Capped, Decayed, Penalised, Recent, Renormalised, Variant
from sparc_desktop.evaluate.methods.vcd import STEPS, check, with_noised_image
from sparc_desktop.sparc import SparcConfig
from sparc_desktop.sparc.recalibration import Recalibration

MakeParts = Callable[[PreTrainedModel, SparcConfig, Mapping[str, float]], Parts]

OURS = "a variant of SPARC, made for this table"
PAPER = "arXiv 2502.01419"
PAI = "arXiv 2407.21771"
VCD = "arXiv 2311.16922"

ALPHA = {"alpha": Setting("factor on the attention for each selection; 1 changes nothing", least=1.0)}
LAYER = {"layer": Setting("selection layer, 0-based")}
TAU = {"tau": Setting("relative rise of the attention at which a token is selected")}
BETA = {"beta": Setting("weight of the past in the running average; 1: the prompt's attention throughout", most=1.0)}
SPARC = ALPHA | BETA | TAU | LAYER

PAI_SETTINGS = {
    "alpha": Setting("amplification of the scores, by their size; 0 changes nothing", 0.2, most=10.0),
    "start": Setting("first layer that is amplified, 0-based; by default at a sixteenth of the depth"),
}
PLAUSIBILITY = "least share of the likeliest token's probability at which a token may be chosen; 0 is no limit"
REFINED_SETTINGS = PAI_SETTINGS | {
    "gamma": Setting("weight of the logits with the image, less 1 of those without; 1 changes nothing", 1.1, least=1.0),
    "plausibility": Setting(PLAUSIBILITY, 0.1, most=1.0),
}
VCD_SETTINGS = {
    "alpha": Setting("weight of the contrast to the noised image; 0 changes nothing", 1.0),
    "beta": Setting(PLAUSIBILITY, 0.1, most=1.0),
    "noise": Setting("steps of noise", 500, most=STEPS),
}


def _sparc(kind: type[Variant] | None = None, **fixed: Any) -> MakeParts:  # noqa: ANN401 - fields of SparcConfig
    """SPARC, or a variant of it, with some of its settings fixed."""

    def parts(model: PreTrainedModel, config: SparcConfig, settings: Mapping[str, float]) -> Parts:
        shared = {each.name: settings[each.name] for each in fields(SparcConfig) if each.name in settings}
        if "layer" in shared:
            shared["layer"] = int(shared["layer"])
        own = replace(config, **{"method": "sparc", **shared, **fixed})
        return Parts(own, partial(kind, settings) if kind else Recalibration)

    return parts


def _recent(window: float, old: float) -> dict[str, Setting]:
    return {
        "window": Setting("steps for which a selection boosts; infinity is SPARC", window, least=1.0),
        "old": Setting("factor on the attention for each selection before those", old),
    }


def _watching(config: SparcConfig) -> SparcConfig:
    """The same, changing nothing: what there is to see in the selection layer can be recorded."""
    return replace(config, alpha=1.0, method="sparc")


def _none(model: PreTrainedModel, config: SparcConfig, settings: Mapping[str, float]) -> Parts:
    return Parts(_watching(config))


def _pai(model: PreTrainedModel, config: SparcConfig, settings: Mapping[str, float]) -> Parts:
    return Parts(_watching(config), partial(Amplified, {"start": default_start(model), **settings}))


def _pai_refined(model: PreTrainedModel, config: SparcConfig, settings: Mapping[str, float]) -> Parts:
    contrast = Contrast(settings["gamma"] - 1, settings["plausibility"], partial(without_image, model=model))
    return replace(_pai(model, config, settings), contrast=contrast)


def _vcd(model: PreTrainedModel, config: SparcConfig, settings: Mapping[str, float]) -> Parts:
    check(model)
    noised = partial(with_noised_image, steps=int(settings["noise"]))
    return Parts(_watching(config), contrast=Contrast(settings["alpha"], settings["beta"], noised))


_ALL = (
    Method("none", "The model as it is.", "", _none),
    Method("sparc", "Boosts image tokens whose attention rises, more with each time.", PAPER, _sparc(), SPARC),
    Method(
        "naive",
        "Boosts every image token alike, by alpha, however long the caption.",
        PAPER,
        _sparc(method="naive"),
        ALPHA | LAYER,
    ),
    Method(
        "unselective",
        "SPARC without selection: every image token is boosted once more at every step.",
        PAPER,
        _sparc(method="unselective"),
        ALPHA | LAYER,
    ),
    Method(
        "no-average",
        "SPARC without the running average, as in the paper's ablation: compares with the step before, beta is 0.",
        PAPER,
        _sparc(beta=0.0),
        ALPHA | TAU | LAYER,
    ),
    Method(
        "capped",
        "SPARC in which a token's boost stops growing after a number of selections.",
        OURS,
        _sparc(Capped),
        SPARC | {"cap": Setting("most selections that count; infinity is SPARC", 3.0)},
    ),
    Method(
        "decayed",
        "SPARC in which earlier selections fade.",
        OURS,
        _sparc(Decayed),
        SPARC | {"decay": Setting("what is left of a selection after each step; 1 is SPARC", 0.9, most=1.0)},
    ),
    Method(
        "recent",
        "SPARC in which only newly selected tokens are boosted.",
        OURS,
        _sparc(Recent),
        SPARC | _recent(window=1.0, old=1.0),
    ),
    Method(
        "inhibited",
        "SPARC in which newly selected tokens are boosted and those of before, by now described, are turned down.",
        OURS,
        _sparc(Recent),
        SPARC | _recent(window=10.0, old=0.9),
    ),
    Method(
        "penalised",
        "SPARC in which what was selected before is harder to select again.",
        OURS,
        _sparc(Penalised),
        SPARC | {"penalty": Setting("what each selection adds to tau, as a part of it; 0 is SPARC", 1.0, most=1e6)},
    ),
    Method(
        "renormalised",
        "SPARC in which the boosted attention adds up to 1 again.",
        OURS,
        _sparc(Renormalised),
        SPARC | {"share": Setting("power of the sum that it is divided by; 0 is SPARC", 1.0, most=1.0)},
    ),
    Method(
        "pai",
        "PAI's attention part: amplifies the scores of the image tokens before the softmax.",
        PAI,
        _pai,
        PAI_SETTINGS,
    ),
    Method(
        "pai-refined",
        "PAI with both parts: also contrasts the logits with those of the prompt without the image.",
        PAI,
        _pai_refined,
        REFINED_SETTINGS,
    ),
    Method(
        "vcd",
        "Visual contrastive decoding: contrasts the logits with those of a noised image.",
        VCD,
        _vcd,
        VCD_SETTINGS,
    ),
)
METHODS: Mapping[str, Method] = {method.name: method for method in _ALL}
