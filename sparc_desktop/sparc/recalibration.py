"""The method itself: which image tokens are selected, and how far each is recalibrated.

One object holds the state of one batch of sequences. Notation as in the paper (arXiv 2502.01419, section 4): `i` counts
decode steps, `j` image tokens, `a[i, j]` is the attention weight from the newest token to image token `j` in the
selection layer, mean over heads.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.support import SparcError

# Below this average an attention weight is rounding noise: its relative rise says nothing, so it never selects.
FLOOR = 1e-10

# The largest gain. What is boosted by this much has long displaced all else, and the square of it, which every model's
# normalisation takes, is still a number in float32; alpha = 1.1 gets there after 436 selections of one token.
LARGEST = 2.0**60


@dataclass
class Trace:
    """What was selected, for those who want to see the method at work.

    counts: int64 [batch, image tokens], how often each was selected, the last step included; shorter rows padded with
    0. selected: one bool [batch, image tokens] a decode step. attention: float32 [steps, batch, image tokens] in the
    selection layer, prefill first, before recalibration; and gain, likewise, what it was multiplied by at that step;
    both only with `record=True`. What comes after a row's end, in a batch, is not selected.
    """

    counts: Tensor
    selected: list[Tensor] = field(default_factory=list)
    attention: Tensor | None = None
    gain: Tensor | None = None


def rise(attention: Tensor, average: Tensor) -> Tensor:
    """The relative activation `r[j] = (a[i, j] - m[j]) / m[j]`; minus infinity where `m[j]` is noise."""
    return ((attention - average) / average).masked_fill(average < FLOOR, -torch.inf)


def follow(average: Tensor, attention: Tensor, beta: float) -> Tensor:
    """The running average after another step, `m[j] <- beta m[j] + (1 - beta) a[i, j]`."""
    return beta * average + (1 - beta) * attention


class Recalibration:
    """State over one generation of a batch; tensors are [batch, prompt], of meaning where an image token is.

    What the method says stands in `select`, `factor`, `changes` and `changed`, where a variant of it can say otherwise.
    """

    needs_weights = False  # can `changed` not be done as well by `gain` on a copy of the values?

    def __init__(
        self,
        config: SparcConfig,
        modules: frozenset[int],
        image: Tensor,
        length: int,
        ends: Sequence[int] = (),
        *,
        record: bool = False,
    ) -> None:
        self.config = config
        self.modules = modules  # ids of the attention modules to recalibrate
        self.image = image  # bool [batch, prompt]: which prompt tokens are image tokens
        self.length = length  # tokens in the cache, once the current forward pass is over
        self.has_image = bool(image.any())
        self.decoding = False  # is the current pass a decode step?
        self.keys: tuple[int, int] | None = None  # where the cache's keys were after the last pass
        self._record = record
        self._average: Tensor | None = None  # m, float32
        self._counts = torch.zeros_like(image, dtype=torch.int64)  # c, the current step included
        self._selected: list[Tensor] = []
        self._attention: list[Tensor] = []
        self._ends = torch.tensor(list(ends), dtype=torch.int64, device=image.device) if len(image) > 1 else None
        self._going = torch.ones_like(image[:, :1])  # bool [batch, 1]: which rows have not come to their end
        self._used: list[Tensor] = []  # the gain at each step
        self._gain = torch.ones_like(image, dtype=torch.float32)
        self._gains: dict[tuple[int, torch.dtype, torch.device], Tensor] = {}  # the same for the shapes asked for
        if config.method == "naive":
            self._gain = self._gain.masked_fill(image, config.alpha)

    def begin_step(self, ids: Tensor) -> None:
        """A decode step with these tokens, [batch, 1], begins: what was selected so far takes effect in every layer."""
        if self.has_image and self._average is None:
            raise SparcError(f"layer {self.config.layer} has shown no attention, so SPARC can't work with this model")
        self.decoding = True
        self.length += 1
        if self._selected and self.config.method != "naive":
            self._gain = self.factor(self._counts).clamp(max=LARGEST)
        self._gains.clear()
        if self._ends is not None:  # what comes after a row's end is padding
            self._going = self._going & ~torch.isin(ids.to(self._ends.device), self._ends)

    def select(self, rises: Tensor, counts: Tensor) -> Tensor:
        """Which tokens are selected, bool, given r[j] and how often each was before: S_i = { j : r[j] >= tau }."""
        return rises >= self.config.tau

    def factor(self, counts: Tensor) -> Tensor:
        """The gain of each token, float32, given how often it was selected: alpha ** c[j]; asked once a step."""
        return self.config.alpha ** counts.float()

    def changes(self, layer: int) -> bool:
        """Is the attention of this layer another in this pass than without the method?"""
        return self.decoding and self.config.alpha != 1

    def changed(self, layer: int, weights: Tensor, scores: Tensor) -> Tensor:
        """What becomes of the newest token's weights, [batch, KV heads, group, keys], the softmax of the scores."""
        return weights * self.gain(weights.shape[-1], weights.dtype, weights.device)[:, None, None]

    def gain(self, keys: int, dtype: torch.dtype, device: torch.device) -> Tensor:
        """The factor on the attention to each of the first `keys` tokens at this step: `dtype` [batch, keys]."""
        shape = (keys, dtype, device)
        if shape not in self._gains:
            further = (0, keys - self._gain.shape[1])
            self._gains[shape] = torch.nn.functional.pad(self._gain, further, value=1.0).to(device, dtype)
        return self._gains[shape]

    def observe(self, weights: Tensor) -> None:
        """Take the selection layer's weights of the newest token, float32 [batch, heads..., keys]; select, update m."""
        attention = weights.detach().flatten(1, -2).mean(1)[:, : self.image.shape[1]].to(self.image.device)  # a[i, j]
        if self._record:
            self._attention.append(attention)
            self._used.append(self._gain if self.decoding else torch.ones_like(self._gain))
        if self._average is None:  # prefill: m[j] = a[0, j]
            self._average = attention
            return
        selected = self.image  # "unselective"; what "naive" would select has no effect
        if self.config.method == "sparc":
            selected = self.image & self.select(rise(attention, self._average), self._counts)
        selected = selected & self._going
        self._average = follow(self._average, attention, self.config.beta)
        self._counts = self._counts + selected
        self._selected.append(selected)

    def trace(self) -> Trace:
        """What happened, on the CPU, image tokens only."""
        recorded = [
            torch.stack([self._pick(values) for values in steps]) if steps else None
            for steps in (self._attention, self._used)
        ]
        return Trace(self._pick(self._counts), [self._pick(s) for s in self._selected], *recorded)

    def _pick(self, values: Tensor) -> Tensor:
        rows = [row[image] for row, image in zip(values, self.image, strict=True)]
        return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).cpu()
