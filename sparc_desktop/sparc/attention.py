"""SPARC as an attention function of transformers.

Prefill runs through the stock kernel; beside it, one row of attention weights is computed in the selection layer. At a
decode step there is one query a sequence, so the weights are computed openly, in every layer: a [batch, heads, 1, keys]
product, at that size cheaper on a CPU than the fused kernel. They are multiplied by alpha ** c after the softmax and
not renormalised, which equals scaling the cached values without touching them.
"""

from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

from sparc_desktop.sparc.recalibration import Recalibration

NAME = "sparc"

# The recalibration at work in each model, by the identity of its text config: the one object that its attention modules
# share and that no two loaded models have in common.
at_work: dict[int, Recalibration] = {}


def register() -> None:
    """Make the function known to transformers, with its mask: without that, padded batches would be silently wrong."""
    AttentionInterface.register(NAME, sparc_attention)
    AttentionMaskInterface.register(NAME, sdpa_mask)


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
    state = at_work.get(id(module.config))
    if state is None:  # a call without images, passed through
        return sdpa_attention_forward(module, query, key, value, attention_mask, scaling=scaling, **options)
    scale = query.shape[-1] ** -0.5 if scaling is None else scaling
    observing = module.layer_idx == state.config.layer
    if query.shape[2] > 1:
        if observing:
            seen = key if attention_mask is not None else key[:, :, : query.shape[2]]
            state.observe(_image_attention(_weights(query[:, :, -1:], seen, attention_mask, scale), state))
        return sdpa_attention_forward(module, query, key, value, attention_mask, scaling=scaling, **options)
    weights = _weights(query, key, attention_mask, scale)
    if observing:
        state.observe(_image_attention(weights, state))
    weights[..., : state.gain.shape[1]] *= state.gain[:, None, None]
    out = weights.to(value.dtype) @ value  # [batch, KV heads, group, d]
    return out.reshape(query.shape[0], 1, query.shape[1], -1), None


def _weights(query: Tensor, key: Tensor, mask: Tensor | None, scale: float) -> Tensor:
    """Attention weights of one query a sequence, float32 [batch, KV heads, group, keys]."""
    batch, heads, _, width = query.shape
    grouped = query.reshape(batch, key.shape[1], heads // key.shape[1], width)
    scores = (grouped @ key.transpose(2, 3)).float() * scale
    if mask is not None:
        row = mask[:, :, -1:]
        scores = scores.masked_fill(~row, -torch.inf) if row.dtype == torch.bool else scores + row
    return scores.softmax(-1)


def _image_attention(weights: Tensor, state: Recalibration) -> Tensor:
    """Mean over the heads, of the image tokens: float32 [batch, prompt], 0 elsewhere."""
    return weights.mean((1, 2))[:, : state.image.shape[1]] * state.image
