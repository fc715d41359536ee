"""Which models SPARC works with, and where in them it finds what it needs."""

from collections.abc import Iterator

from torch import nn
from transformers import Cache, PretrainedConfig, PreTrainedModel

# Families that have an image token in their prompt and yet can't be used, with the reason.
_ELSEWHERE = "its generate hands embeddings to its text part alone, so the image tokens are out of sight"
REFUSED = {
    "blip-2": _ELSEWHERE,
    "florence2": "its decoder reads the image through cross-attention",
    "instructblip": _ELSEWHERE,
    "instructblipvideo": _ELSEWHERE,
    "kosmos-2": _ELSEWHERE,
    "mllama": "its text reads the image through cross-attention, in which there are no image tokens to recalibrate",
}


class SparcError(ValueError):
    """The model, or what is asked of it, does not go together with SPARC; the message says why."""


def check(model: PreTrainedModel) -> None:
    """Raise SparcError where SPARC can't be used with the model, with the reason."""
    reason = _reason_against(model)
    if reason is not None:
        raise SparcError(f"SPARC can't be used with {type(model).__name__}: {reason}")


def _reason_against(model: PreTrainedModel) -> str | None:
    config, text_config = model.config, model.config.get_text_config()
    reasons = {
        "it is an encoder and a decoder, not a decoder alone": config.is_encoder_decoder,
        "its config names no image token": image_token(config) is None,
        "its text layers have no config of their own": text_config_key(config) is None,
        "its attention is soft-capped": getattr(text_config, "attn_logit_softcapping", None) is not None,
        "its text layers are not to be found": not any(True for _ in attention_modules(model)),
        "its attention has sinks": any(hasattr(module, "sinks") for module in model.modules()),
        "none of its layers sees the whole prompt": not full_attention_layers(text_config),
    }
    return REFUSED.get(config.model_type) or next((reason for reason, holds in reasons.items() if holds), None)


def image_token(config: PretrainedConfig) -> int | None:
    """The token that stands for a piece of an image in the model's prompts."""
    tokens = (getattr(config, name, None) for name in ("image_token_id", "image_token_index"))
    return next((int(token) for token in tokens if token is not None), None)


def text_config_key(config: PretrainedConfig) -> str | None:
    """Under which name a model's config has the config of its text layers."""
    text_config = config.get_text_config()
    return next((key for key in config.sub_configs if getattr(config, key) is text_config), None)


def attention_modules(model: PreTrainedModel) -> Iterator[nn.Module]:
    """What attends in the text layers, and whatever else knows its layer there."""
    text_config = model.config.get_text_config()
    texts = (part for part in model.modules() if isinstance(part, PreTrainedModel) and part.config is text_config)
    text = next(texts, None)
    if text is not None:
        yield from (module for module in text.modules() if isinstance(getattr(module, "layer_idx", None), int))


def full_attention_layers(text_config: PretrainedConfig) -> list[int]:
    """The layers that see all that came before, and so still hold the image however long the caption.

    Sliding windows lose the image after a while, and linear attention has no weight for each token.
    """
    kinds = getattr(text_config, "layer_types", None)
    if kinds is not None:
        return [layer for layer, kind in enumerate(kinds) if kind == "full_attention"]
    window = getattr(text_config, "sliding_window", None)
    sliding = window is not None and getattr(text_config, "use_sliding_window", True)
    return [] if sliding else list(range(text_config.num_hidden_layers))


def nearest_full_attention(text_config: PretrainedConfig, layer: int) -> int:
    """The full-attention layer nearest to `layer`, the later one of two; `layer` itself where there is none."""
    layers = full_attention_layers(text_config)
    return min(layers, key=lambda other: (abs(other - layer), -other), default=layer)


def is_quantized(cache: Cache) -> bool:
    """Does the cache give back other keys and values than were put in?"""
    return any("Quantized" in kind.__name__ for layer in getattr(cache, "layers", ()) for kind in type(layer).__mro__)
