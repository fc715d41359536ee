"""The method itself: which image tokens are selected, and how far each is recalibrated.

One object holds the state of one batch of sequences. Notation as in the paper: `i` counts decode steps, `j` image
tokens, `a[i, j]` is the attention weight from the newest token to image token `j` in the selection layer, mean over
heads.
"""

from dataclasses import dataclass, field

import torch
from torch import Tensor

from sparc_desktop.sparc.config import SparcConfig

# Below this average an attention weight is rounding noise: its relative rise says nothing, so it never selects.
FLOOR = 1e-10


@dataclass
class Trace:
    """What was selected, for those who want to see the method at work.

    counts: int64 [batch, image tokens], how often each was selected, the last step included; shorter rows padded with
    0. selected: one bool [batch, image tokens] a decode step. attention: float32 [steps, batch, image tokens] in the
    selection layer, prefill first; only with `record=True`.
    """

    counts: Tensor
    selected: list[Tensor] = field(default_factory=list)
    attention: Tensor | None = None


class Recalibration:
    """State over one generation of a batch; tensors are [batch, prompt], of meaning where an image token is."""

    def __init__(self, config: SparcConfig, image: Tensor, *, record: bool) -> None:
        self.config = config
        self.image = image  # bool [batch, prompt]: which prompt tokens are image tokens
        self.average: Tensor | None = None  # m, float32
        self.counts = torch.zeros_like(image, dtype=torch.int64)  # c, of the steps before this one
        self.gain = torch.ones_like(image, dtype=torch.float32)  # alpha ** c
        self._record = record
        self._selected: list[Tensor] = []
        self._attention: list[Tensor] = []

    def begin_step(self) -> None:
        """Let what was selected until the last step take effect, in every layer."""
        if self._selected:
            self.gain = self.config.alpha ** self.counts.float()

    def observe(self, attention: Tensor) -> None:
        """Take `a[i, :]` of the selection layer, float32 [batch, prompt]: select, then update the running average."""
        if self._record:
            self._attention.append(attention)
        if self.average is None:  # prefill: m[j] = a[0, j]
            self.average = attention
            return
        average = self.average
        # r[j] = (a[i, j] - m[j]) / m[j];  S_i = { j : r[j] >= tau }
        rise = (attention - average) / average.clamp(min=FLOOR)
        selected = self.image & (rise >= self.config.tau) & (average >= FLOOR)
        # m[j] <- beta m[j] + (1 - beta) a[i, j]
        self.average = self.config.beta * average + (1 - self.config.beta) * attention
        self.counts = self.counts + selected
        self._selected.append(selected)

    def trace(self) -> Trace:
        """What happened, on the CPU, image tokens only."""
        attention = torch.stack([self._pick(a) for a in self._attention]) if self._attention else None
        return Trace(self._pick(self.counts), [self._pick(s) for s in self._selected], attention)

    def _pick(self, values: Tensor) -> Tensor:
        rows = [row[image] for row, image in zip(values, self.image, strict=True)]
        return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).cpu()
