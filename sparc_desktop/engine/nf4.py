"""Layers in 4-bit NormalFloat, by bitsandbytes."""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

BLOCK = 64  # neighbouring weights of a row that share a scale
AT_ONCE = 2**17  # weights that are rounded together: bitsandbytes takes some 70 bytes for each meanwhile


def rounded(layer: nn.Linear, device: torch.device, dtype: torch.dtype) -> Any:  # noqa: ANN401 - bitsandbytes has no types
    """The layer in four bits, on the device; it calculates in `dtype`."""
    from bitsandbytes.functional import quantize_4bit
    from bitsandbytes.nn import Params4bit

    parts = [
        quantize_4bit(rows.to(device, dtype), blocksize=BLOCK, quant_type="nf4")
        for rows in torch.split(layer.weight.detach(), max(1, AT_ONCE // layer.in_features))
    ]
    state = parts[0][1]
    state.shape = layer.weight.shape
    state.absmax = torch.cat([part.absmax for _, part in parts])
    packed = torch.cat([rows for rows, _ in parts])
    return _made(layer, Params4bit(packed, quant_state=state, quant_type="nf4", bnb_quantized=True), device, dtype)


def tensors(layer: nn.Module) -> dict[str, Tensor]:
    """What to keep of a rounded layer. Before its first use alone: then bitsandbytes reorders it for CPUs."""
    weight: Any = layer.weight
    return {"weight": weight.data, **weight.quant_state.as_dict(packed=True)}


def restored(layer: nn.Linear, kept: Mapping[str, Tensor], device: torch.device, dtype: torch.dtype) -> Any:  # noqa: ANN401 - as above
    """The layer again, of what was kept of it."""
    from bitsandbytes.nn import Params4bit

    statistics = {name: value for name, value in kept.items() if name != "weight"}
    return _made(layer, Params4bit.from_prequantized(kept["weight"], statistics, device=device), device, dtype)


def _made(layer: nn.Linear, weight: Any, device: torch.device, dtype: torch.dtype) -> Any:  # noqa: ANN401 - as above
    from bitsandbytes.nn import Linear4bit

    made: Any = Linear4bit(layer.in_features, layer.out_features, layer.bias is not None, dtype, device="meta")
    made.weight, weight.module = weight, made
    made.quant_state = weight.quant_state
    if layer.bias is not None:
        made.bias = nn.Parameter(layer.bias.to(device, dtype), requires_grad=False)
    return made
