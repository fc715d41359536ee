"""SPARC as an attention function of transformers.

Prefill runs through the stock kernel; beside it, one row of attention weights is computed in the selection layer. At a
decode step each image token's part in the output is multiplied by alpha ** c, in one of two equal ways, whichever is
cheaper on the device: its weight after the softmax, without renormalising, where the weights are at hand; or a copy of
its values, on the way into the stock kernel. The cached values are never touched.
"""

import threading
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

from sparc_desktop.sparc.recalibration import Recalibration
from sparc_desktop.sparc.support import SparcError, text_config_key

NAME = "sparc"
OPEN = "open"  # the same decode kernel without SPARC

# What some models ask of their attention and the stock kernel, or this one, would leave out without a word.
UNSUPPORTED = ("softcap", "s_aux", "position_bias")

# In float16 nothing above 65504 can be written down. An output this large has long displaced all else that the layer
# adds to, so only its direction matters.
LARGEST_HALF = 2.0**8


class AtWork(threading.local):
    """The recalibration in the forward pass that this thread is in."""

    state: Recalibration | None = None


at_work = AtWork()


def register() -> None:
    """Make the functions known to transformers, with their mask: without it, padded batches would be silently wrong."""
    for name, function in ((NAME, sparc_attention), (OPEN, open_attention)):
        AttentionInterface.register(name, function)
        AttentionMaskInterface.register(name, sdpa_mask)


def use_open_attention(model: PreTrainedModel) -> None:
    """Decode with the open kernel also without SPARC: on a CPU it is the quicker one, elsewhere nothing changes."""
    register()
    model.set_attn_implementation({text_config_key(model.config): OPEN})


def sparc_attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    scaling: float | None = None,
    **options: Any,  # noqa: ANN401 - what a kernel takes is transformers' business
) -> tuple[Tensor, None]:
    """The attention of one layer: query [batch, heads, n, d], key and value [batch, KV heads, keys, d].

    Returns [batch, n, heads, d] and None, as transformers expects of functions that give no weights.
    """
    state = at_work.state
    if state is None:  # a prompt without an image passes through unchanged
        return sdpa_attention_forward(module, query, key, value, attention_mask, scaling=scaling, **options)
    if module.layer_idx not in state.layers:
        return open_attention(module, query, key, value, attention_mask, scaling, **options)
    if any(options.get(name) is not None for name in UNSUPPORTED):
        raise SparcError(f"SPARC can't be used with this model: {type(module).__name__} does more than attend")
    observing = module.layer_idx == state.config.layer
    if not state.decoding:
        if observing:
            state.observe(_weights(query[:, :, -1:], key[:, :, : state.length], attention_mask, scaling))
        return sdpa_attention_forward(module, query, key, value, attention_mask, scaling=scaling, **options)
    in_the_open = _is_cheap_openly(query)
    if observing or in_the_open:
        weights = _weights(query, key, attention_mask, scaling)
        if observing:
            state.observe(weights)
        if in_the_open:
            gain = state.gain(key.shape[2], weights.dtype, weights.device)
            return _product(weights * gain[:, None, None], value), None
    scaled, top = _scaled(value, state)
    out, _ = sdpa_attention_forward(module, query, key, scaled, attention_mask, scaling=scaling, **options)
    return out if top is None else _bounded(out, top), None


def open_attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    scaling: float | None = None,
    **options: Any,  # noqa: ANN401 - as above
) -> tuple[Tensor, None]:
    """The same without SPARC: on a CPU, one query against many keys is quicker without the stock kernel."""
    if not _is_cheap_openly(query) or any(options.get(name) is not None for name in UNSUPPORTED):
        return sdpa_attention_forward(module, query, key, value, attention_mask, scaling=scaling, **options)
    return _product(_weights(query, key, attention_mask, scaling), value), None


def _is_cheap_openly(query: Tensor) -> bool:
    """On a CPU the stock kernel is the slower one for a single query; a GPU does it in one launch instead of five."""
    return query.shape[2] == 1 and query.device.type == "cpu"


def _weights(query: Tensor, key: Tensor, mask: Tensor | None, scaling: float | None) -> Tensor:
    """Attention weights of one query a sequence, the last that `mask` knows: float32 [batch, KV heads, group, keys]."""
    batch, heads, _, width = query.shape
    grouped = query.reshape(batch, key.shape[1], heads // key.shape[1], width)
    scores = (grouped @ key.transpose(2, 3)).float() * (width**-0.5 if scaling is None else scaling)
    if mask is not None:
        row = mask[:, :, -1:, : key.shape[2]]
        scores = scores.masked_fill(~row, -torch.inf) if row.dtype == torch.bool else scores + row
    return scores.softmax(-1)


def _product(weights: Tensor, value: Tensor) -> Tensor:
    """Values [batch, KV heads, keys, d] weighted by [batch, KV heads, group, keys]: [batch, 1, heads, d]."""
    if value.dtype == torch.float16:
        total = weights.sum(-1, keepdim=True)
        out = _bounded((weights / total).half() @ value, total)
    else:
        out = weights.to(value.dtype) @ value
    return out.reshape(out.shape[0], 1, -1, out.shape[-1])


def _scaled(value: Tensor, state: Recalibration) -> tuple[Tensor, Tensor | None]:
    """The values times their gain; in float16 relative to the largest gain, which comes beside them."""
    keys, dtype, device = value.shape[2], value.dtype, value.device
    if dtype != torch.float16:
        return value * state.gain(keys, dtype, device)[:, None, :, None], None
    gain = state.gain(keys, torch.float32, device)
    top = gain.amax(-1, keepdim=True)
    return value * (gain / top).half()[:, None, :, None], top[:, None, None]


def _bounded(out: Tensor, factor: Tensor) -> Tensor:
    """float16 `out * factor`, its direction kept where its size would leave the range."""
    largest = LARGEST_HALF / out.abs().amax(-1, keepdim=True).float()
    return (out * torch.minimum(factor, largest)).half()
