"""What the model looked at while it wrote, the same for all methods."""

from dataclasses import dataclass

import torch
from torch import Tensor

from sparc_desktop.sparc import Trace as SparcTrace


@dataclass(frozen=True, slots=True)
class Trace:
    """Tensors on the CPU, [steps, batch, image tokens], one step a generated token, the prefill's first.

    attention: float32, the model's own attention from the newest token in the selection layer, mean over heads, before
        the method changes it.
    gain: float32, what the method multiplies that by, against the attention to all else.
    selected: bool, what the method selects at the step, which takes effect at the next one; under those that select
        nothing, what SPARC would.

    Shorter rows of image tokens are padded with 0; steps after the end of a row's caption mean nothing.
    """

    attention: Tensor
    gain: Tensor
    selected: Tensor

    @property
    def read(self) -> Tensor:
        """The share of each image token in all that the newest token takes in with the method, 0 to 1.

        A boosted row of attention adds up to more than 1 under SPARC and to 1 under others: as shares they compare.
        """
        raised = self.attention * self.gain
        words = 1 - self.attention.sum(-1, keepdim=True)
        return raised / (words + raised.sum(-1, keepdim=True))


def traced(trace: SparcTrace, rows: int) -> Trace:
    """The first `rows` rows of what was recorded."""
    assert trace.attention is not None and trace.gain is not None  # noqa: S101 - for the type checker
    at_prefill = torch.zeros_like(trace.counts, dtype=torch.bool)
    selected = torch.stack([at_prefill, *trace.selected])
    return Trace(trace.attention[:, :rows], trace.gain[:, :rows], selected[:, :rows])
