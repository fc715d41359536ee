"""Pay Attention to Image (arXiv 2407.21771), in two parts that can be had apart.

The attention part: from a start layer on, the scores of the newest token for the image tokens, before the softmax, are
raised by alpha times their size, s <- s + alpha |s|, at the prompt's last token and at every generated one.

The logits are refined by a contrast to the prompt without the image, gamma log p(y | image, words) -
(gamma - 1) log p(y | words), which is `Contrast` with the weight gamma - 1; the authors' program, not their formula,
keeps to the plausible tokens.
"""

from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel

from sparc_desktop.evaluate.methods.contrast import Inputs
from sparc_desktop.evaluate.methods.variants import Variant
from sparc_desktop.sparc import Trace
from sparc_desktop.sparc.support import image_token

SHALLOW = 2 / 32  # of the layers are left alone: the published start in models of 32 layers
LEAST = 1e-12  # what is divided by


class Amplified(Variant):
    """The attention part; `settings` are alpha and start, the first layer that is changed, 0-based."""

    needs_weights = True

    def __init__(self, *given: Any, **options: Any) -> None:  # noqa: ANN401 - as Recalibration has it
        super().__init__(*given, **options)
        self._gained: list[Tensor] = []

    def changes(self, layer: int) -> bool:
        """From the start layer on, prefill included."""
        return layer >= self.settings["start"] and self.settings["alpha"] > 0

    def changed(self, layer: int, weights: Tensor, scores: Tensor) -> Tensor:
        """The softmax of the amplified scores; what is hidden stays hidden."""
        prompt = self.image.shape[1]
        image, own = self.image[:, None, None].to(scores.device), scores[..., :prompt]
        raised = torch.where(image & (weights[..., :prompt] > 0), own + self.settings["alpha"] * own.abs(), own)
        amplified = torch.cat([raised, scores[..., prompt:]], -1).softmax(-1)
        if self._record and layer == self.config.layer:
            self._gained.append(self._gain_of(weights, amplified))
        return amplified

    def trace(self) -> Trace:
        """With the gain against the words, which the softmax has taken from."""
        trace = super().trace()
        if self._gained:
            trace.gain = torch.stack([self._pick(gain) for gain in self._gained])
        return trace

    def _gain_of(self, before: Tensor, after: Tensor) -> Tensor:
        prompt = self.image.shape[1]
        own, raised = (weights.flatten(1, -2).mean(1)[:, :prompt].to(self.image.device) for weights in (before, after))
        words, left = (1 - (row * self.image).sum(1, keepdim=True) for row in (own, raised))
        return raised / own.clamp(min=LEAST) * words / left.clamp(min=LEAST)


def default_start(model: PreTrainedModel) -> int:
    """The layer at the published relative depth."""
    layers: int = model.config.get_text_config().num_hidden_layers
    return round(layers * SHALLOW)


def without_image(inputs: Inputs, model: PreTrainedModel) -> Inputs:
    """The prompt's words alone, as many tokens wide: where the image was there is padding before them, unattended."""
    image = inputs["input_ids"] == image_token(model.config)
    order = image.int().argsort(dim=1, descending=True, stable=True)  # the image first, all else in its order
    words = {name: value.gather(1, order) for name, value in inputs.items() if value.shape == image.shape}
    padding = image.gather(1, order)
    last = words["input_ids"][:, -1:]  # any token but the image's
    return words | {
        "input_ids": torch.where(padding, last, words["input_ids"]),
        "attention_mask": words["attention_mask"].masked_fill(padding, 0),
    }
