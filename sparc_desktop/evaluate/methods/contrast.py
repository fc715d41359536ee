"""Decoding from the difference to what the model would say of another prompt, such as one without the image.

Both prompts go through the model in one batch, the other one's rows after the true ones: that is the cheapest way to do
the second forward pass, which these methods can't do without, and every family's positions and masks stay its own.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

Inputs = dict[str, Any]  # what `generate` takes of a prompt: tensors
LEAST = 1e-300  # share of a probability, for the logarithm


@dataclass(frozen=True, slots=True)
class Contrast:
    """The logits (1 + weight) l - weight l', where l' is of the other prompt, among the plausible tokens.

    Logarithms of probabilities are logits but for a number that all tokens share, so the same holds for them.

    weight: at least 0; 0 changes nothing.
    plausibility: a token less probable than this share of the most probable one's, without the contrast, is not
        chosen; 0 lets all through, 1 none but the most probable.
    other: the other prompt; of the inputs that it leaves out there are only the true prompt's.
    """

    weight: float
    plausibility: float
    other: Callable[[Inputs], Inputs]

    def doubled(self, inputs: Inputs) -> Inputs:
        """The inputs of both prompts."""
        inputs = {"attention_mask": torch.ones_like(inputs["input_ids"]), **inputs}
        other = self.other(inputs)
        return {name: torch.cat([own, other[name]]) if name in other else own for name, own in inputs.items()}

    def __call__(self, scores: Tensor) -> Tensor:
        """Of scores [2 rows, vocabulary], the same for both prompts, so that they go on with the same token."""
        own, other = scores.chunk(2)
        told = (1 + self.weight) * own - self.weight * other
        least = own.amax(-1, keepdim=True) + math.log(max(self.plausibility, LEAST))
        told = told.masked_fill(own < least, -math.inf)
        return torch.cat([told, told])
