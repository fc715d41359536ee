"""SPARC with one thing said otherwise, and a setting at which it is SPARC itself, token for token.

They stand beside the exact method under their own names. c[j] counts how often image token j was selected before.
"""

from collections import deque
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from sparc_desktop.sparc.recalibration import Recalibration


class Variant(Recalibration):
    """With `settings` of its own."""

    def __init__(self, settings: Mapping[str, float], *given: Any, **options: Any) -> None:  # noqa: ANN401 - its base's
        super().__init__(*given, **options)
        self.settings = settings


class Capped(Variant):
    """No token's count goes above `cap`: alpha ** min(c[j], cap). SPARC at infinity.

    At 1 a token that was selected once is as good as never selected again.
    """

    def factor(self, counts: Tensor) -> Tensor:
        """Alpha ** min(c[j], cap)."""
        return super().factor(counts.clamp(max=self.settings["cap"]))


class Decayed(Variant):
    """Counts fade: d[j] <- decay * d[j] + (1 if selected), the gain is alpha ** d[j]. SPARC at 1."""

    def __init__(self, *given: Any, **options: Any) -> None:  # noqa: ANN401 - as its base
        super().__init__(*given, **options)
        self._before: Tensor | float = 0.0  # c and d of the step before
        self._decayed: Tensor | float = 0.0

    def factor(self, counts: Tensor) -> Tensor:
        """Alpha ** d[j]."""
        self._decayed = self.settings["decay"] * self._decayed + (counts - self._before)
        self._before = counts
        return super().factor(self._decayed)


class Recent(Variant):
    """Only selections of the last `window` steps boost, each by alpha; an older one counts as `old` instead.

    At a window of 1 only the tokens that have just been selected are boosted. What was selected long ago is likely
    described by now: an `old` below 1 turns it down. SPARC at an infinite window, and with `old` = alpha.
    """

    def __init__(self, *given: Any, **options: Any) -> None:  # noqa: ANN401 - as its base
        super().__init__(*given, **options)
        self._past: deque[Tensor] = deque()  # the counts of the window, the newest last

    def factor(self, counts: Tensor) -> Tensor:
        """Alpha ** (selections in the window) * old ** (selections before it)."""
        self._past.append(counts)
        outside = len(self._past) > self.settings["window"]
        old = self._past.popleft() if outside else torch.zeros_like(counts)
        return super().factor(counts - old) * self.settings["old"] ** old.float()

    def changes(self, layer: int) -> bool:
        """Also where alpha is 1 and what is old is turned down."""
        return super().changes(layer) or (self.decoding and self.settings["old"] != 1)


class Penalised(Variant):
    """The more often a token was selected, the harder it is: r[j] >= tau (1 + penalty c[j]). SPARC at 0."""

    def select(self, rises: Tensor, counts: Tensor) -> Tensor:
        """S_i = { j : r[j] >= tau (1 + penalty c[j]) }."""
        return rises >= self.config.tau * (1 + self.settings["penalty"] * counts)


class Renormalised(Variant):
    """The boosted row of attention is divided by its sum to the power of `share`: SPARC at 0, a logit bias at 1."""

    needs_weights = True

    def changed(self, layer: int, weights: Tensor, scores: Tensor) -> Tensor:
        """W alpha ** c / (sum of w alpha ** c) ** share."""
        raised = super().changed(layer, weights, scores)
        return raised / raised.sum(-1, keepdim=True) ** self.settings["share"]
