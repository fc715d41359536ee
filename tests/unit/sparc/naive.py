"""SPARC written straight from the formulas: one sequence, no cache, eager attention, nothing shared with the product.

Without a cache every step computes the whole sequence again, so each generated token needs its own recalibration: the
one that was in force when it was the newest. Row i of the attention matrix therefore keeps the counts of step i.
Only layers with full attention keep the image in sight, so only they are recalibrated.
"""

import torch
from torch import Tensor
from torch.nn.functional import pad
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.masking_utils import eager_mask

from sparc_desktop.sparc import SparcConfig
from tests.support.tiny_llava import IMAGE_TOKEN

NAME = "naive-sparc-reference"
# What a model is told of each token, and what that is for a generated one: attended to, and no image. Only PaliGemma
# has a 1 for the caption instead, as its prompt is read in both directions and 0 stands for that.
TOLD = {"attention_mask": 1, "token_type_ids": 0, "mm_token_type_ids": 0}


class NaiveSparc:
    """Greedy decoding with SPARC, one row; leaves counts, relative rises, selections and logits of every step."""

    def __init__(self, model: PreTrainedModel, config: SparcConfig) -> None:
        self.model, self.config = model, config
        self.text = model.config.get_text_config()
        self.kinds = getattr(self.text, "layer_types", None) or ["full_attention"] * self.text.num_hidden_layers
        self.told = TOLD | ({"token_type_ids": 1} if model.config.model_type == "paligemma" else {})

    def generate(self, ids: Tensor, pixels: Tensor, steps: int, **others: Tensor) -> Tensor:
        """ids int64 [n]; `others` is what else the model takes with the prompt. Returns the `steps` new tokens."""
        self.image = (ids == IMAGE_TOKEN).nonzero().flatten()
        self.prompt = len(ids)
        self.counts = torch.zeros(len(self.image), dtype=torch.int64)
        self.factors = torch.ones(0, len(self.image))  # a row for each decode step so far
        self.average: Tensor | None = None
        self.rises: list[Tensor] = []
        self.selected: list[Tensor] = []
        self.logits: list[Tensor] = []
        AttentionInterface.register(NAME, self._attention)
        AttentionMaskInterface.register(NAME, eager_mask)
        before, self.text._attn_implementation = self.text._attn_implementation, NAME
        for step in range(steps):
            if step:
                exponent = torch.ones_like(self.counts) if self.config.method == "naive" else self.counts
                self.factors = torch.cat([self.factors, self.config.alpha ** exponent[None].float()])
            told = {name: pad(others[name], (0, step), value=new) for name, new in self.told.items() if name in others}
            self.row: Tensor | None = None
            with torch.no_grad():
                whole = self.model(input_ids=ids[None], pixel_values=pixels, use_cache=False, **others | told)
            self._select()
            self.logits.append(whole.logits[0, -1])
            ids = torch.cat([ids, self.logits[-1].argmax()[None]])
        self.text._attn_implementation = before
        return ids[self.prompt :]

    def _select(self) -> None:
        assert self.row is not None
        if self.average is None:
            self.average = self.row
            return
        relative = (self.row - self.average) / self.average
        chosen = relative >= self.config.tau
        if self.config.method != "sparc":  # every image token, at every step
            chosen = torch.ones_like(chosen)
        self.average = self.config.beta * self.average + (1 - self.config.beta) * self.row
        self.counts += chosen
        self.rises.append(relative)
        self.selected.append(chosen)

    def _attention(self, module, query, key, value, mask, scaling, softcap=None, **_):  # type: ignore[no-untyped-def]
        assert softcap is None
        groups = query.shape[1] // key.shape[1]
        key, value = key.repeat_interleave(groups, 1), value.repeat_interleave(groups, 1)
        weights = (query @ key.transpose(2, 3) * scaling + mask).softmax(-1)
        if module.layer_idx == self.config.layer:
            self.row = weights[0, :, -1, self.image].mean(0)
        if self.kinds[module.layer_idx] == "full_attention":
            weights[0, :, self.prompt :, self.image] *= self.factors
        return (weights @ value).transpose(1, 2).contiguous(), weights
