"""Which models SPARC works with, and where in them it finds what it needs."""

from transformers import Cache, PretrainedConfig, PreTrainedModel

# Families that have an image token in their prompt and yet can't be used, with the reason.
REFUSED = {
    "florence2": "its decoder reads the image through cross-attention",
    "mllama": "its text reads the image through cross-attention, in which there are no image tokens to recalibrate",
}


class SparcError(ValueError):
    """The model, or what is asked of it, does not go together with SPARC; the message says why."""


def check(model: PreTrainedModel) -> None:
    """Raise SparcError where SPARC can't be used with the model, with the reason."""
    name, config = type(model).__name__, model.config
    text_config = config.get_text_config()
    if config.model_type in REFUSED:
        raise SparcError(f"SPARC can't be used with {name}: {REFUSED[config.model_type]}")
    if config.is_encoder_decoder:
        raise SparcError(f"SPARC can't be used with {name}: it is an encoder and a decoder, not a decoder alone")
    if getattr(text_config, "attn_logit_softcapping", None) is not None:
        raise SparcError(
            f"SPARC can't be used with {name}: its attention is soft-capped, for which no fast kernel exists"
        )
    if not full_attention_layers(text_config):
        raise SparcError(f"SPARC can't be used with {name}: none of its layers sees the whole prompt")
    image_token(model)


def image_token(model: PreTrainedModel) -> int:
    """The token that stands for a piece of an image in the model's prompts."""
    for name in ("image_token_id", "image_token_index"):
        token = getattr(model.config, name, None)
        if token is not None:
            return int(token)
    raise SparcError(f"SPARC can't be used with {type(model).__name__}: there are no image tokens in its prompts")


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
