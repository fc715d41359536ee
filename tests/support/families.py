"""Tiny models of the families of image-to-text models in transformers: random weights, the real ones' code paths.

Each reads its picture through its own vision tower, into 16 image tokens or more. What the families share stands in
TEXT and VISION; a recipe says what its family has beyond that, and what its processor would hand over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor
from transformers import AutoConfig, AutoModelForImageTextToText, PreTrainedModel

from tests.support.tiny_llava import IMAGE_TOKEN, VOCABULARY, tiny_llava

START = 3  # of an image; further special tokens are never met, so 0, 1 and 2 do for them
WORDS = 5  # the first token that is a word
TOKENS = 16  # of an image, in most families

WIDTH = 32  # of the text part
HEAD = 8
TEXT = {
    "vocab_size": VOCABULARY,
    "num_hidden_layers": 4,
    "head_dim": HEAD,
    "max_position_embeddings": 1024,
    "pad_token_id": 0,
    "bos_token_id": 1,
    "eos_token_id": 2,
}
VISION = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "image_size": 64,
    "patch_size": 8,
}


def among(kind: str, **settings: Any) -> dict[str, Any]:
    """A text model whose layers with full attention stand among others, two of them after the last of those."""
    kinds = [kind, "full_attention", kind, "full_attention", "full_attention"]
    return {"layer_types": kinds, "num_hidden_layers": len(kinds), **settings}


# The image is out of sight a few words into the caption.
SLIDING = among("sliding_attention", sliding_window=16)
CHUNKED = among("chunked_attention", attention_chunk_size=40)
AXES = {"rope_type": "default", "rope_theta": 1e4, "mrope_section": [2, 1, 1], "partial_rotary_factor": 1.0}
MROPE = {"rope_parameters": AXES}  # positions in time, height and width
LINEAR = MROPE | among(
    "linear_attention",
    linear_key_head_dim=8,
    linear_value_head_dim=8,
    linear_num_key_heads=2,
    linear_num_value_heads=4,
)
EXPERTS = {"num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
PER_LAYER = {"hidden_size_per_layer_input": 8, "vocab_size_per_layer_input": VOCABULARY}  # small Gemmas, and further:
SHARED_KEYS = {"num_kv_shared_layers": 2}  # the last layers use the keys and values of earlier ones

# The names that some vision towers have for their sizes, and what they have beside them.
HEADLESS = {"vision_use_head": False}
SMALL = {"image_size": 32}  # 4 by 4 patches; else 8 by 8, where 2 by 2 make a token
DEEP = {"depth": 2, "num_heads": 2}
WINDOWED = DEEP | {"window_size": 32, "fullatt_block_indexes": [1]}
LEARNED = DEEP | {"num_position_embeddings": 64}
STACKED = LEARNED | {"deepstack_visual_indexes": [0, 1]}
PAIR = {"image_size": [64, 64], "patch_size": [8, 8]}

QWEN = {"vision_start_token_id": START, "vision_end_token_id": 2, "video_token_id": 1}
GLM = {
    "image_start_token_id": START,
    "image_end_token_id": 2,
    "video_token_id": 1,
    "video_start_token_id": 1,
    "video_end_token_id": 2,
}

# A picture is what the processor makes of it. A tuple is a shape, filled at random; a number is the type of the image's
# tokens, where every token has a type and that of a word is 0; a tensor is itself.
Picture = dict[str, tuple[int, ...] | int | Tensor]
SQUARE: Picture = {"pixel_values": (1, 3, 64, 64)}
SMALL_SQUARE: Picture = {"pixel_values": (1, 3, 32, 32)}
SIZED: Picture = {**SQUARE, "image_sizes": torch.tensor([[64, 64]])}
CROPS: Picture = {"pixel_values": (1, 2, 3, 32, 32), "image_sizes": torch.tensor([[32, 32]])}  # the whole, its one part
LISTED: Picture = {"pixel_values": (1, 1, 3, 64, 64), "pixel_attention_mask": torch.ones(1, 1, 64, 64).bool()}
PATCHES: Picture = {"pixel_values": (64, 3 * 8 * 8), "image_grid_thw": torch.tensor([[1, 8, 8]])}
DOUBLED: Picture = PATCHES | {"pixel_values": (64, 2 * 3 * 8 * 8)}  # a still picture is a film of two frames
TYPED: Picture = DOUBLED | {"mm_token_type_ids": 1}
PLACES = torch.cartesian_prod(torch.arange(8), torch.arange(8))[None]


@dataclass(frozen=True)
class Tiny:
    """A model in evaluation mode, float32, whose captions don't end by themselves; and prompts for it."""

    model: PreTrainedModel
    picture: Picture
    tokens: int = TOKENS

    @property
    def layer(self) -> int:
        """The one to select in: a layer with full attention that another such follows."""
        text = self.model.config.get_text_config()
        kinds = getattr(text, "layer_types", None) or ["full_attention"] * text.num_hidden_layers
        return [layer for layer, kind in enumerate(kinds) if kind == "full_attention"][-2]

    def inputs(self, seed: int = 0) -> dict[str, Tensor]:
        """A prompt of two words, the image and five words, as the family's processor would give it."""
        generator = torch.Generator().manual_seed(seed)
        words = torch.randint(WORDS, VOCABULARY, (7,), generator=generator)
        image = torch.tensor([START] + [IMAGE_TOKEN] * self.tokens)
        ids = torch.cat([words[:2], image, words[2:]])[None]
        inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        for name, value in self.picture.items():
            if isinstance(value, tuple):
                inputs[name] = torch.randn(value, generator=generator)
            else:
                inputs[name] = (ids == IMAGE_TOKEN) * value if isinstance(value, int) else value
        return inputs


def recipe(
    picture: Picture,
    text: dict[str, Any] | None = None,
    vision: dict[str, Any] | None = None,
    tokens: int = TOKENS,
    **settings: Any,
) -> Callable[..., Tiny]:
    """How to make a family's model, given the family: what it sees, its parts, and further settings of the whole.

    A model of another `width` than its vision tower, and with other settings of its text part, is made on request.
    """

    def make(family: str, width: int = WIDTH, **others: Any) -> Tiny:
        torch.manual_seed(0)
        wide = {"hidden_size": width, "intermediate_size": 2 * width, "num_attention_heads": width // HEAD}
        wide |= {"num_key_value_heads": width // HEAD // 2}
        parts = {"text_config": TEXT | wide | (text or {}) | others, "vision_config": VISION | (vision or {})}
        for inside, outside in (("embed_dim", "hidden_size"), ("depth", "out_hidden_size")):
            if inside in (vision or {}):
                parts["vision_config"][outside] = width
        whole = {"image_token_id": IMAGE_TOKEN, "tie_word_embeddings": False} | settings
        model = AutoModelForImageTextToText.from_config(AutoConfig.for_model(family, **parts, **whole)).eval()
        model.generation_config.eos_token_id = None
        model.generation_config.pad_token_id = 0
        liven(model)
        return Tiny(model, picture, tokens)

    return make


@torch.no_grad()
def liven(model: PreTrainedModel) -> None:
    """Give the model weights at which every layer and the picture matter; as made, its attention is flat."""
    for name, weight in model.named_parameters():
        if weight.dim() > 1:
            weight.normal_(std=weight[0].numel() ** -0.5)
        if any(part in name for part in ("q_proj", "k_proj", "q_norm", "k_norm")):
            weight.mul_(1.5)
    for words in (model.get_input_embeddings(), model.get_output_embeddings()):
        words.weight[:WORDS] = 0  # so that no special token is ever the likeliest


RECIPES = {
    "llava_next": recipe(CROPS, vision=SMALL, tokens=36, vision_feature_layer=-1, image_grid_pinpoints=[[32, 32]]),
    "llava_onevision": recipe(CROPS, vision=SMALL | HEADLESS, tokens=36, image_grid_pinpoints=[[32, 32]]),
    "vipllava": recipe(SMALL_SQUARE, vision=SMALL | {"num_hidden_layers": 2}, vision_feature_layer=[-1, -2]),
    "qwen2_vl": recipe(TYPED, MROPE, DEEP | {"embed_dim": 32}, **QWEN),
    "qwen2_5_vl": recipe(TYPED, MROPE, WINDOWED, **QWEN),
    "qwen3_vl": recipe(TYPED, MROPE, STACKED, **QWEN),
    "qwen3_vl_moe": recipe(TYPED, MROPE | EXPERTS, STACKED, **QWEN),
    "qwen3_5": recipe(TYPED, LINEAR, LEARNED, **QWEN),
    "qwen3_5_moe": recipe(TYPED, LINEAR | EXPERTS | {"shared_expert_intermediate_size": 32}, LEARNED, **QWEN),
    "exaone4_5": recipe(DOUBLED, SLIDING | {"model_type": "exaone4"}, WINDOWED | {"num_key_value_heads": 1}, **QWEN),
    "hunyuan_vl": recipe(
        PATCHES | {"mm_token_type_ids": 1},
        {"rope_parameters": AXES | {"mrope_section": [1, 1, 1, 1]}},
        {"out_hidden_size": 32, "text_hidden_size": 32, "max_image_size": 64, "img_max_token_num": 64},
        tokens=22,
        im_start_id=START,
        im_end_id=2,
        im_newline_id=1,
    ),
    "internvl": recipe(SQUARE, vision=PAIR),
    "idefics2": recipe(
        LISTED,
        {"sliding_window": None},
        perceiver_config={
            "hidden_size": 32,
            "resampler_n_latents": TOKENS,
            "resampler_depth": 1,
            "resampler_n_heads": 2,
            "resampler_head_dim": 16,
            "num_key_value_heads": 2,
        },
    ),
    "idefics3": recipe(LISTED),
    "smolvlm": recipe(LISTED),
    "gemma3": recipe(
        SMALL_SQUARE | {"token_type_ids": 1},
        SLIDING | {"query_pre_attn_scalar": 2},
        SMALL | HEADLESS,
        mm_tokens_per_image=TOKENS,
    ),
    "gemma4": recipe(
        {"pixel_values": (1, 64, 3 * 8 * 8), "image_position_ids": PLACES, "mm_token_type_ids": 1},
        SLIDING | PER_LAYER | SHARED_KEYS | {"global_head_dim": 8},
        {"head_dim": 16, "num_key_value_heads": 2, "pooling_kernel_size": 2},
        audio_config=None,
    ),
    "gemma4_unified": recipe(
        {"pixel_values": (1, 16, 3 * 24 * 24), "image_position_ids": PLACES[:, :16], "mm_token_type_ids": 1},
        SLIDING | {"global_head_dim": 8},
        audio_config=None,
    ),
    "paligemma": recipe(
        SMALL_SQUARE | {"token_type_ids": 0}, vision=SMALL | HEADLESS, projection_dim=32, hidden_size=32
    ),
    "mistral3": recipe(SIZED, {"sliding_window": None}, {"head_dim": 16}),
    "lighton_ocr": recipe(SIZED, vision={"head_dim": 16}),
    "glm4v": recipe(TYPED, MROPE, DEEP, **GLM),
    "glm46v": recipe(TYPED, MROPE, DEEP, **GLM),
    "glm4v_moe": recipe(TYPED, MROPE | EXPERTS | {"n_routed_experts": 4, "n_group": 1, "topk_group": 1}, DEEP, **GLM),
    "glm_ocr": recipe(TYPED, MROPE, DEEP, **GLM),
    "ernie4_5_vl_moe": recipe(
        PATCHES | {"mm_token_type_ids": 1},
        {"rope_parameters": AXES | {"mrope_section": [1, 1, 2]}}
        | {"moe_num_experts": 4, "moe_k": 2, "moe_intermediate_size": [32, 32], "moe_num_shared_experts": 1},
        DEEP,
        **GLM,
    ),
    "aya_vision": recipe(SQUARE, SLIDING, HEADLESS),
    "cohere2_vision": recipe(SQUARE, SLIDING, HEADLESS, alignment_intermediate_size=64),
    "lfm2_vl": recipe(
        {"pixel_values": (1, 64, 3 * 8 * 8), "spatial_shapes": torch.tensor([[8, 8]])}
        | {"pixel_attention_mask": torch.ones(1, 64, dtype=torch.int64)},
        among("conv"),
        HEADLESS | {"num_patches": 64},
        projector_hidden_size=32,
    ),
    "minicpmv4_6": recipe(
        {"pixel_values": (1, 3, 8, 256 * 8), "target_sizes": torch.tensor([[16, 16]])},
        LINEAR,
        {"image_size": 128, "insert_layer_id": 0},
        insert_layer_id=0,
        video_token_id=1,
    ),
    "ovis2": recipe(
        SQUARE,
        vision={"hidden_stride": 2, "vocab_size": 32},
        vocab_size=VOCABULARY,
        hidden_size=32,
        visual_indicator_token_ids=[0, 1, 2, 3, 3],
    ),
    "paddleocr_vl": recipe(TYPED | {"pixel_values": (64, 3, 8, 8)}, MROPE, **QWEN),
    "llama4": recipe(
        SQUARE,
        CHUNKED | {"intermediate_size_mlp": 64, "num_local_experts": 2},
        {"intermediate_size": 128, "vision_output_dim": 64, "projector_input_dim": 64, "projector_output_dim": 64},
    ),
    "deepseek_vl": recipe(SMALL_SQUARE, vision=SMALL | HEADLESS),
    "molmo2": recipe(
        {"pixel_values": (1, 64, 3 * 8 * 8), "image_token_pooling": torch.arange(64).reshape(TOKENS, 4)}
        | {"image_grids": torch.tensor([[4, 4, 0, 0]]), "image_num_crops": torch.tensor([1])},
        {"additional_vocab_size": 8},
        {"image_size": [64, 64], "head_dim": 16, "num_key_value_heads": 2, "num_position_embeddings": 64},
        adapter_config={
            "vision_feature_layer": [-1],
            "hidden_size": 32,
            "text_hidden_size": 32,
            "intermediate_size": 64,
            "num_attention_heads": 2,
            "num_key_value_heads": 2,
            "head_dim": 16,
        },
    ),
    "video_llama_3": recipe(PATCHES | {"image_merge_sizes": torch.tensor([2])}),
    "janus": recipe(
        SMALL_SQUARE,
        vision=SMALL | {"projection_dim": 32, "num_image_tokens": TOKENS},
        vq_config={"base_channels": 32, "channel_multiplier": [1, 1], "num_res_blocks": 1, "num_embeddings": 8}
        | {"embed_dim": 4, "latent_channels": 8, "projection_dim": 32, "image_token_embed_dim": 32, "num_patches": 4},
    ),
    "aria": recipe(SMALL_SQUARE, {"moe_num_experts": 2}, SMALL, projector_patch_to_query_dict={TOKENS: TOKENS}),
}

FAMILIES: dict[str, Callable[[], Tiny]] = {
    "llava": lambda: Tiny(tiny_llava(), SMALL_SQUARE),
    **{family: partial(make, family) for family, make in RECIPES.items()},
}
