"""SPARC written straight from the formulas: one sequence, no cache, eager attention, nothing shared with the product.

Without a cache every step computes the whole sequence again, so each generated token needs its own recalibration: the
one that was in force when it was the newest. Row i of the attention matrix therefore keeps the counts of step i.
"""

import torch
from torch import Tensor
from transformers import AttentionInterface, AttentionMaskInterface, LlavaForConditionalGeneration
from transformers.masking_utils import eager_mask

from sparc_desktop.sparc import SparcConfig

NAME = "naive-sparc-reference"


class NaiveSparc:
    """Greedy decoding with SPARC, one row; leaves counts, selections and logits of every step."""

    def __init__(self, model: LlavaForConditionalGeneration, config: SparcConfig) -> None:
        self.model, self.config = model, config

    def generate(self, ids: Tensor, pixels: Tensor, steps: int) -> Tensor:
        """ids int64 [n]; returns the `steps` new tokens."""
        self.image = (ids == self.model.config.image_token_id).nonzero().flatten()
        self.prompt = len(ids)
        self.factors: list[Tensor] = []  # one [image tokens] a decode step already taken
        self.counts = torch.zeros(len(self.image), dtype=torch.int64)
        self.average: Tensor | None = None
        self.selected: list[Tensor] = []
        self.logits: list[Tensor] = []
        AttentionInterface.register(NAME, self._attention)
        AttentionMaskInterface.register(NAME, eager_mask)
        self.model.set_attn_implementation({"text_config": NAME})
        for _ in range(steps):
            if len(ids) > self.prompt:
                self.factors.append(self.config.alpha ** self.counts.double())
            self.row: Tensor | None = None
            with torch.no_grad():
                logits = self.model(input_ids=ids[None], pixel_values=pixels, use_cache=False).logits[0, -1]
            self._select()
            self.logits.append(logits)
            ids = torch.cat([ids, logits.argmax()[None]])
        self.model.set_attn_implementation({"text_config": "sdpa"})
        return ids[self.prompt :]

    def _select(self) -> None:
        assert self.row is not None
        if self.average is None:
            self.average = self.row
            return
        relative = (self.row - self.average) / self.average
        chosen = relative >= self.config.tau
        self.average = self.config.beta * self.average + (1 - self.config.beta) * self.row
        self.counts += chosen
        self.selected.append(chosen)

    def _attention(self, module, query, key, value, mask, scaling, **_):  # type: ignore[no-untyped-def]
        groups = query.shape[1] // key.shape[1]
        key, value = key.repeat_interleave(groups, 1), value.repeat_interleave(groups, 1)
        weights = (query @ key.transpose(2, 3) * scaling + mask).softmax(-1)
        if module.layer_idx == self.config.layer:
            self.row = weights[0, :, -1, self.image].mean(0)
        for step, factor in enumerate(self.factors):
            weights[0, :, self.prompt + step, self.image] *= factor.float()
        return (weights @ value).transpose(1, 2).contiguous(), weights
