"""Finding tau for a model that the paper did not measure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import torch
from torch import Tensor
from transformers import PreTrainedModel

from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.install import Sparc
from sparc_desktop.sparc.recalibration import follow, rise
from sparc_desktop.sparc.support import image_token

SELECTED = 0.07  # share of the image tokens that the paper's settings select at a step
LEAST_TAU = 0.01  # a model in whose attention hardly anything rises must not select by rounding


def calibrate(
    model: PreTrainedModel,
    inputs_list: Sequence[Mapping[str, Any]],
    config: SparcConfig | None = None,
    *,
    share: float = SELECTED,
    max_new_tokens: int = 512,
    progress: Callable[[float], None] | None = None,
) -> SparcConfig:
    """`config`, by default the model's own, with the tau that selects `share` of the image tokens a step.

    Decodes a caption for each of `inputs_list` (what `generate` takes, one or more prompts with images), greedily and
    without recalibrating; a few are enough. `progress` hears 0 to 1 after each. Raises SparcError, and ValueError where
    no caption was long enough to see anything rise.
    """
    if not inputs_list:
        raise ValueError("calibration needs at least one prompt with an image")
    config = config or SparcConfig.for_model(model)
    rises: list[Tensor] = []
    weights: list[Tensor] = []  # so that each step counts alike, however many image tokens there are
    for done, inputs in enumerate(inputs_list, start=1):
        with Sparc(model, replace(config, alpha=1.0, method="sparc"), record=True) as sparc:
            out = sparc.model.generate(
                **inputs, do_sample=False, max_new_tokens=max_new_tokens, return_dict_in_generate=False
            )
        prompt = inputs["input_ids"]
        tokens = (prompt == image_token(model.config)).sum(1).tolist()
        written = _written(out[:, prompt.shape[1] :], model.generation_config.eos_token_id)
        attention = cast(Tensor, sparc.trace.attention)
        for row in range(len(prompt)):
            seen = _rises(attention[: written[row], row, : tokens[row]], config.beta).flatten()
            rises.append(seen)
            weights.append(torch.full_like(seen, 1 / max(tokens[row], 1)))
        if progress is not None:
            progress(done / len(inputs_list))
    tau = _upper_quantile(torch.cat(rises), torch.cat(weights), share)
    return replace(config, tau=max(round(tau, 3), LEAST_TAU), source="calibrated")


def _written(out: Tensor, end: int | list[int] | None) -> list[int]:
    """How many tokens each row has up to its end; what follows is padding."""
    if end is None:
        return [out.shape[1]] * len(out)
    ended = torch.isin(out, torch.as_tensor(end, device=out.device)).cumsum(1) > 0
    return (out.shape[1] - ended.sum(1) + ended.any(1).long()).tolist()


def _rises(attention: Tensor, beta: float) -> Tensor:
    """The relative activations [steps - 1, tokens] in attention [steps, tokens], prefill first."""
    average, *later = attention
    seen = [attention.new_empty(0, attention.shape[1])]
    for now in later:
        seen.append(rise(now, average)[None])
        average = follow(average, now, beta)
    return torch.cat(seen)


def _upper_quantile(values: Tensor, weights: Tensor, share: float) -> float:
    """The value that `share` of the weight reaches or exceeds."""
    if not len(values):
        raise ValueError("the captions are too short to calibrate SPARC on")
    order = values.argsort(descending=True)
    reached = weights[order].double().cumsum(0)
    place = int(torch.searchsorted(reached, share * reached[-1]))
    return float(values[order[min(place, len(values) - 1)]])
