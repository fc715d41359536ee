"""Layers in 4-bit integers, for processors on which NormalFloat is slow: torch's own kernel for CPUs."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

GROUP = 32  # neighbouring weights of a row that share a scale and a zero
LEVELS = 15
MIDDLE = 8  # the integer that stands for the zero
AT_ONCE = 2**17  # weights that are rounded together
TILE = 64  # rows that the kernel has side by side, on any processor: what is packed apart can only be parted there


class Int4Linear(nn.Module):
    """What an `nn.Linear` does, with its weight rounded to 16 levels in each group.

    `packed` is in an order that depends on the processor, so it is not to be taken to another one.
    """

    packed: Tensor  # uint8 [out, in / 2]
    scales: Tensor  # bfloat16 [in / GROUP, out, 2]: the scale and the zero of each group

    def __init__(self, packed: Tensor, scales: Tensor, bias: nn.Parameter | None) -> None:
        super().__init__()
        self.register_buffer("packed", packed)
        self.register_buffer("scales", scales)
        self.bias = bias

    def forward(self, x: Tensor) -> Tensor:
        """[..., in] to [..., out], in bfloat16, the only type in which the kernel is fast."""
        flat = x.reshape(-1, x.shape[-1]).to(torch.bfloat16)
        out: Tensor = torch.ops.aten._weight_int4pack_mm_for_cpu(flat, self.packed, GROUP, self.scales)
        if self.bias is not None:
            out = out + self.bias
        return out.view(*x.shape[:-1], -1)


def rounded(layer: nn.Linear, _device: torch.device, dtype: torch.dtype) -> Int4Linear:
    """The layer in four bits."""
    rows = max(1, AT_ONCE // layer.in_features // TILE) * TILE
    packed, scales = zip(*map(_rounded, torch.split(layer.weight.detach(), rows)), strict=True)
    return Int4Linear(torch.cat(packed), torch.cat(scales, dim=1), _bias(layer, dtype))


def _rounded(weight: Tensor) -> tuple[Tensor, Tensor]:
    groups = weight.float().view(len(weight), -1, GROUP)
    low, high = groups.aminmax(dim=2)
    scale = ((high - low) / LEVELS).clamp(min=torch.finfo(torch.bfloat16).tiny)
    levels = ((groups - low[..., None]) / scale[..., None]).round_().clamp_(0, LEVELS).int().view(weight.shape)
    scales = torch.stack([scale, low + MIDDLE * scale], -1).transpose(0, 1).to(torch.bfloat16)
    return torch.ops.aten._convert_weight_to_int4pack_for_cpu(levels, 1), scales


def tensors(layer: Int4Linear) -> dict[str, Tensor]:
    """What to keep of a rounded layer."""
    return {"packed": layer.packed, "scales": layer.scales}


def restored(layer: nn.Linear, kept: Mapping[str, Tensor], _device: torch.device, dtype: torch.dtype) -> Int4Linear:
    """The layer again, of what was kept of it."""
    return Int4Linear(kept["packed"], kept["scales"], _bias(layer, dtype))


def _bias(layer: nn.Linear, dtype: torch.dtype) -> nn.Parameter | None:
    return None if layer.bias is None else nn.Parameter(layer.bias.detach().to(dtype), requires_grad=False)
