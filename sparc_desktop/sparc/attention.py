"""SPARC inside the attention of transformers.

It stands in place of the "sdpa" function rather than beside it, because some models do other things where the name is
another; whoever isn't in a forward pass with SPARC is passed on to the stock function, other models and vision towers
included. Models that attend in another way are switched to "sdpa" meanwhile (`install`).

Prefill runs through the stock kernel; beside it, one row of attention weights is computed in the selection layer. At a
decode step each image token's part in the output is multiplied by alpha ** c, in one of two ways that are equal but for
rounding: its weight after the softmax, without renormalising, where computing the weights openly is cheap; or a copy of
its values, on the way into the stock kernel. The cached values are never touched.
"""

import threading
from collections.abc import Callable
from typing import Any, cast

import torch
from torch import Tensor, nn
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from sparc_desktop.sparc.recalibration import Recalibration
from sparc_desktop.sparc.support import SparcError

NAME = "sdpa"

# What some models ask of their attention, and what the ways below would leave out without a word.
UNSUPPORTED = ("softcap", "s_aux", "position_bias", "block_indices", "sparse_indices")

# In float16 nothing above 65504 can be written down, also not the sum of what all layers add. An output this large has
# long displaced all else, so that only its direction matters, which is kept.
LARGEST_HALF = 2.0**12


class AtWork(threading.local):
    """The recalibration in the forward pass that this thread is in."""

    state: Recalibration | None = None


at_work = AtWork()
_open_without_sparc = False


def register() -> None:
    """Put the function in place of the stock one, for good: without a state at work it only passes on."""
    ALL_ATTENTION_FUNCTIONS[NAME] = attention


def use_open_attention(on: bool = True) -> None:
    """Let this process decode openly also without SPARC: quicker on a CPU; elsewhere nothing changes."""
    global _open_without_sparc
    register()
    _open_without_sparc = on


def attention(
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

    def stock(value: Tensor) -> Tensor:
        out, _ = sdpa_attention_forward(module, query, key, value, attention_mask, scaling=scaling, **options)
        return out

    state = at_work.state
    usual = not any(options.get(name) is not None for name in UNSUPPORTED)
    if state is not None and id(module) in state.modules:  # there is an image, and in sight of this layer
        if not usual:
            raise SparcError(f"SPARC can't be used with this model: {type(module).__name__} does more than attend")
        out = _recalibrated(state, cast(int, module.layer_idx), query, key, value, attention_mask, scaling, stock)
        if out is not None:
            return out, None
    if _open_without_sparc and usual and _is_cheap_openly(query):
        return _product(_scores(query, key, attention_mask, scaling).softmax(-1), value), None
    return stock(value), None


def _recalibrated(
    state: Recalibration,
    layer: int,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    mask: Tensor | None,
    scaling: float | None,
    stock: Callable[[Tensor], Tensor],
) -> Tensor | None:
    """The output of one layer, with the newest token's attention observed in the selection layer.

    None where nothing is changed. `stock` is the kernel, given the values.
    """
    observing, changing = layer == state.config.layer, state.changes(layer)
    # The range of float16 is too small for the other way.
    openly = changing and (state.needs_weights or _is_cheap_openly(query) or value.dtype == torch.float16)
    if observing or openly:
        if not state.decoding:  # the last of many queries; a static cache has room for more keys than there are
            query, key = query[:, :, -1:].float(), key[:, :, : state.length].float()
        elif observing and query.device.type != "cpu":  # where that costs nothing: selection must not hang on rounding
            query, key = query.float(), key.float()
        scores = _scores(query, key, mask, scaling)
        weights = scores.softmax(-1)
        if observing:
            state.observe(weights)
    if openly:
        newest = _product(state.changed(layer, weights, scores), value[:, :, : key.shape[2]])
        return newest if state.decoding else torch.cat([stock(value)[:, :-1], newest], 1)
    return stock(value * state.gain(value.shape[2], value.dtype, value.device)[:, None, :, None]) if changing else None


def _is_cheap_openly(query: Tensor) -> bool:
    """On a CPU the stock kernel is the slower one for a single query; a GPU does it in one launch instead of five."""
    return query.shape[2] == 1 and query.device.type == "cpu"


def _scores(query: Tensor, key: Tensor, mask: Tensor | None, scaling: float | None) -> Tensor:
    """What the softmax is taken of, for one query a sequence, the last that `mask` knows.

    float32 [batch, KV heads, group, keys], minus infinity, or what the model's own mask has for it, where it is hidden.
    """
    batch, heads, _, width = query.shape
    scaled = query * (width**-0.5 if scaling is None else scaling)  # before the product, which float16 may not hold
    scores = (scaled.reshape(batch, key.shape[1], heads // key.shape[1], width) @ key.transpose(2, 3)).float()
    if mask is None:
        return scores
    row = mask[:, :, -1:, : key.shape[2]]
    return scores.masked_fill(~row, -torch.inf) if row.dtype == torch.bool else scores + row


def _product(weights: Tensor, value: Tensor) -> Tensor:
    """Values [batch, KV heads, keys, d] weighted by [batch, KV heads, group, keys]: [batch, 1, heads, d]."""
    if value.dtype == torch.float16:
        total = weights.sum(-1, keepdim=True)
        out = _bounded((weights / total).half() @ value, total)
    else:
        out = weights.to(value.dtype) @ value
    return out.reshape(out.shape[0], 1, -1, out.shape[-1])


def _bounded(out: Tensor, total: Tensor) -> Tensor:
    """float16 `out * total`; where that is too large, all heads are scaled down together."""
    largest = out.abs().amax((1, 2, 3), keepdim=True).float().clamp(min=LARGEST_HALF)  # as it may be without SPARC
    whole = out * total
    return (whole * (largest / whole.abs().amax((1, 2, 3), keepdim=True)).clamp(max=1)).half()
