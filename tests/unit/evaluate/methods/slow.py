"""The methods written straight from their formulas: one prompt, no cache, open attention, a loop for each token.

Without a cache every step computes the whole sequence again, so the row of each generated token needs what was in force
when it was the newest: a rule is asked for the weights of every step so far, by the step's number, 0 the prefill's.
"""

import torch
from torch import Tensor
from torch.nn.functional import pad
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.masking_utils import eager_mask

NAME = "slow-methods-reference"
TOLD = {"attention_mask": 1, "token_type_ids": 0, "mm_token_type_ids": 0}  # what each generated token is told to be


class Rule:
    """Nothing changed. `rows` are the attention to the image tokens of each step in the selection layer."""

    def __init__(self) -> None:
        self.rows: list[Tensor] = []

    def saw(self, row: Tensor) -> None:
        self.rows.append(row)

    def weights(self, step: int, layer: int, scores: Tensor, image: Tensor) -> Tensor:
        """scores [heads, keys], image int64 [image tokens]."""
        return scores.softmax(-1)


class Boost(Rule):
    """SPARC and its variants: `gain` of a token by its past selections, oldest first; `threshold` by their number."""

    def __init__(self, gain, threshold, beta: float, share: float = 0.0) -> None:
        super().__init__()
        self.gain, self.threshold, self.beta, self.share = gain, threshold, beta, share
        self.average: list[float] = []
        self.selected: list[list[bool]] = []  # by decode step

    def saw(self, row: Tensor) -> None:
        super().saw(row)
        now = row.tolist()
        if not self.average:
            self.average = now
            return
        counts = [sum(step[j] for step in self.selected) for j in range(len(now))]
        rises = [(a - m) / m for a, m in zip(now, self.average, strict=True)]
        self.selected.append([r >= self.threshold(c) for r, c in zip(rises, counts, strict=True)])
        self.average = [self.beta * m + (1 - self.beta) * a for a, m in zip(now, self.average, strict=True)]

    def weights(self, step: int, layer: int, scores: Tensor, image: Tensor) -> Tensor:
        weights = scores.softmax(-1)
        if step == 0:
            return weights
        for j, key in enumerate(image.tolist()):
            weights[:, key] *= self.gain([chosen[j] for chosen in self.selected[: step - 1]])
        return weights / weights.sum(-1, keepdim=True) ** self.share


class Pai(Rule):
    """The authors' formula: exp(s + alpha |s|) for the image's keys, from the start layer on, over the sum of all."""

    def __init__(self, alpha: float, start: int) -> None:
        super().__init__()
        self.alpha, self.start = alpha, start
        self.read: list[Tensor] = []  # the amplified weights of each step in the selection layer

    def weights(self, step: int, layer: int, scores: Tensor, image: Tensor) -> Tensor:
        if layer < self.start:
            return scores.softmax(-1)
        raised = scores.clone()
        for key in image.tolist():
            raised[:, key] = scores[:, key] + self.alpha * scores[:, key].abs()
        exponentials = raised.double().exp()
        return (exponentials / exponentials.sum(-1, keepdim=True)).float()


class Slow:
    """One prompt, asked for the logits of one next token after the other."""

    def __init__(self, model: PreTrainedModel, inputs: dict[str, Tensor], rule: Rule, layer: int) -> None:
        self.model, self.inputs, self.rule, self.layer = model, inputs, rule, layer
        self.text = model.config.get_text_config()
        self.kinds = getattr(self.text, "layer_types", None) or ["full_attention"] * self.text.num_hidden_layers
        self.ids = inputs["input_ids"]
        self.prompt = self.ids.shape[1]
        self.image = (self.ids[0] == model.config.image_token_id).nonzero().flatten()

    def logits(self) -> Tensor:
        """Of the token after all that there is, [vocabulary]."""
        AttentionInterface.register(NAME, self._attention)
        AttentionMaskInterface.register(NAME, eager_mask)
        before, self.text._attn_implementation = self.text._attn_implementation, NAME
        further = (0, self.ids.shape[1] - self.prompt)
        told = {name: pad(self.inputs[name], further, value=new) for name, new in TOLD.items() if name in self.inputs}
        with torch.no_grad():
            whole = self.model(**self.inputs | told | {"input_ids": self.ids}, use_cache=False)
        self.text._attn_implementation = before
        self.rule.saw(self._row)
        return whole.logits[0, -1]

    def add(self, token: int) -> None:
        self.ids = torch.cat([self.ids, torch.tensor([[token]])], 1)

    def _attention(self, module, query, key, value, mask, scaling, softcap=None, **_):  # type: ignore[no-untyped-def]
        assert softcap is None
        groups = query.shape[1] // key.shape[1]
        key, value = key.repeat_interleave(groups, 1), value.repeat_interleave(groups, 1)
        scores = query @ key.transpose(2, 3) * scaling + mask
        weights = scores.softmax(-1)
        if module.layer_idx == self.layer:
            self._row = weights[0, :, -1, self.image].mean(0)
        if self.kinds[module.layer_idx] == "full_attention":
            for step, place in enumerate(range(self.prompt - 1, weights.shape[2])):
                weights[0, :, place] = self.rule.weights(step, module.layer_idx, scores[0, :, place], self.image)
        return (weights @ value).transpose(1, 2).contiguous(), weights


def greedy(slow: Slow, steps: int) -> tuple[list[int], Tensor]:
    """The tokens, and the logits [steps, vocabulary]."""
    tokens, seen = [], []
    for _ in range(steps):
        seen.append(slow.logits())
        tokens.append(int(seen[-1].argmax()))
        slow.add(tokens[-1])
    return tokens, torch.stack(seen)


def contrasted(own: Slow, other: Slow, weight: float, plausibility: float, steps: int) -> tuple[list[int], Tensor]:
    """p ~ exp(log p(own) + weight (log p(own) - log p(other))) where p(own) >= plausibility max p(own).

    The tokens, and the logits of both before that, [steps, 2, vocabulary].
    """
    tokens, seen = [], []
    for _ in range(steps):
        logits = torch.stack([own.logits(), other.logits()])
        told, contrast = logits.double().softmax(-1)
        best = max(
            (token for token in range(len(told)) if told[token] >= plausibility * told.max()),
            key=lambda token: told[token].log() + weight * (told[token].log() - contrast[token].log()),
        )
        for slow in (own, other):
            slow.add(best)
        tokens.append(best)
        seen.append(logits)
    return tokens, torch.stack(seen)
