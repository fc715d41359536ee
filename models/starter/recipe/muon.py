"""Muon, the optimizer for matrices (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon).

Each step is the momentum with all its singular values made about one, so that what is seen rarely is learned as fast
as what is common. torch has one for matrices alone; this one takes convolutions, too, as matrices [out, all the rest].
"""

from collections.abc import Iterable

import torch
from torch import nn

COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # of the polynomial that draws singular values to one
ITERATIONS = 5
ADAM_RMS = 0.2  # a step is made as large as AdamW's usually is, so that both take the same rate (arXiv 2502.16982)


class Muon(torch.optim.Optimizer):
    """For weights of two dimensions or more; `lr` as for AdamW."""

    def __init__(self, weights: Iterable[nn.Parameter], lr: float, momentum: float = 0.95, decay: float = 0.02) -> None:
        super().__init__(weights, {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self) -> None:  # type: ignore[override] # no closure: nothing here asks for one
        """One step down the gradients."""
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                average = state.setdefault("average", torch.zeros_like(weight))
                average.mul_(group["momentum"]).add_(weight.grad)
                step = weight.grad.add(average, alpha=group["momentum"]).flatten(1)
                size = ADAM_RMS * max(step.shape) ** 0.5
                weight.mul_(1 - group["lr"] * group["decay"])
                weight.add_(orthogonal(step).view_as(weight), alpha=-group["lr"] * size)


def orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    """The matrix [n, m] with singular values of about one (0.7 to 1.2): Newton and Schulz's iteration in bfloat16."""
    is_tall = matrix.shape[0] > matrix.shape[1]
    x = (matrix.T if is_tall else matrix).bfloat16()
    x = x / (x.norm() + 1e-7)
    first, second, third = COEFFICIENTS
    for _ in range(ITERATIONS):
        square = x @ x.T
        x = first * x + (second * square + third * square @ square) @ x
    return (x.T if is_tall else x).to(matrix.dtype)
