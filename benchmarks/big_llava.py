"""LLaVA at its real size with random weights in 4 bits: what an hour of speed measuring needs, without a download."""

import copy
from dataclasses import dataclass

import bitsandbytes as bnb
import torch
from torch import nn
from transformers import CLIPVisionConfig, LlamaConfig, LlavaConfig, LlavaForConditionalGeneration

IMAGE_TOKEN = 4
PATCH = 14
VOCABULARY = 32064


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of the text layers."""

    hidden: int
    intermediate: int
    layers: int
    heads: int
    kv_heads: int


SHAPES = {
    "1b": Shape(2048, 5504, 24, 16, 16),  # LLaVA-1.5 scaled down: one KV head a head
    "gqa": Shape(2048, 5632, 22, 32, 4),  # a TinyLlama: grouped queries
    "7b": Shape(4096, 11008, 32, 32, 32),  # LLaVA-1.5-7B
    "tiny": Shape(256, 512, 4, 8, 2),  # to try the scripts
}


def big_llava(shape: Shape, image_tokens: int, device: str) -> LlavaForConditionalGeneration:
    """A model whose vision tower is a stub that gives `image_tokens` (a square number) image tokens; bfloat16."""
    side = int(image_tokens**0.5)
    config = LlavaConfig(
        vision_config=CLIPVisionConfig(
            hidden_size=64,
            intermediate_size=64,
            num_hidden_layers=1,
            num_attention_heads=1,
            image_size=side * PATCH,
            patch_size=PATCH,
        ),
        text_config=LlamaConfig(
            vocab_size=VOCABULARY,
            hidden_size=shape.hidden,
            intermediate_size=shape.intermediate,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            num_key_value_heads=shape.kv_heads,
            max_position_embeddings=8192,
        ),
        image_token_id=IMAGE_TOKEN,
        vision_feature_layer=-1,
    )
    with torch.device("meta"):
        model = LlavaForConditionalGeneration(config).to(torch.bfloat16)
    _quantize(model.model.language_model.layers, device)
    for module in model.modules():
        for name, parameter in module.named_parameters(recurse=False):
            if parameter.is_meta:
                random = torch.empty(parameter.shape, dtype=torch.bfloat16, device=device).normal_(0, 0.02)
                setattr(module, name, nn.Parameter(random, requires_grad=False))
        if type(module).__name__ == "LlamaRMSNorm":
            module.weight.data.fill_(1)
    text = model.model.language_model
    text.rotary_emb = type(text.rotary_emb)(config.text_config).to(device)
    embeddings = model.model.vision_tower.get_submodule("embeddings")
    embeddings.position_ids = torch.arange(embeddings.num_positions, device=device)[None]
    model.generation_config.eos_token_id = None
    return model.eval()


def prompt(shape: Shape, image_tokens: int, device: str) -> dict[str, torch.Tensor]:
    """One image among 60 words."""
    words = torch.randint(5, VOCABULARY, (1, 60))
    ids = torch.cat([words[:, :35], torch.full((1, image_tokens), IMAGE_TOKEN), words[:, 35:]], 1).to(device)
    side = int(image_tokens**0.5) * PATCH
    pixels = torch.randn(1, 3, side, side, dtype=torch.bfloat16, device=device)
    return {"input_ids": ids, "attention_mask": torch.ones_like(ids), "pixel_values": pixels}


def _quantize(layers: nn.Module, device: str) -> None:
    """Replace the linear layers; each has memory of its own, but only one of a shape is really quantized."""
    made: dict[tuple[int, int], nn.Module] = {}
    for parent in list(layers.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Linear):
                size = (child.in_features, child.out_features)
                if size not in made:
                    made[size] = _linear4bit(*size, device)
                setattr(parent, name, copy.deepcopy(made[size]))


def _linear4bit(inputs: int, outputs: int, device: str) -> nn.Module:
    linear = bnb.nn.Linear4bit(inputs, outputs, bias=False, compute_dtype=torch.bfloat16, quant_type="nf4")
    weight = torch.empty(outputs, inputs, dtype=torch.bfloat16).normal_(0, 0.02)
    linear.weight = bnb.nn.Params4bit(weight, requires_grad=False, quant_type="nf4", module=linear)
    return linear.to(device)
