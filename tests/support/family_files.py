"""What each family's folder holds beside the weights, in the settings of the published models at a tiny size."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import torch
from transformers import AutoConfig, AutoModelForImageTextToText

from tests.support.families import RECIPES, SMALL, SMALL_SQUARE, TEXT, VISION, Tiny, liven, recipe
from tests.support.family_templates import (
    CHATML,
    CHATML_WITH_SYSTEM,
    GEMMA,
    GLM,
    LLAMA,
    UTTERANCES,
    VICUNA,
    template,
)


@dataclass(frozen=True)
class Family:
    """One family's files."""

    processor: str
    pictures: dict[str, Any]  # settings of its image processor
    template: str | None
    # The first are for padding, for a beginning or a film, the end and the start of a picture, and for a piece of one.
    tokens: str
    own: dict[str, Any] = field(default_factory=dict)  # settings of its processor
    names: dict[str, str] = field(default_factory=dict)  # under which the tokenizer has some of its tokens
    begins: bool = False  # does the tokenizer put its beginning before every text?
    films: bool = False  # are there files for those?
    generation: dict[str, Any] = field(default_factory=dict)  # how its makers would have it write
    model: Callable[..., Tiny] | None = None  # where `families` has none of this kind

    def make(self, family: str, width: int, vocabulary: int) -> Tiny:
        """Its model, as wide as that in its text part."""
        return (self.model or RECIPES[family])(family, width, vocab_size=vocabulary)


def _mllama(family: str, width: int, **text: Any) -> Tiny:
    """The family whose text reads the picture elsewhere than in its prompt."""
    torch.manual_seed(0)
    vision = VISION | SMALL | {"num_global_layers": 1, "attention_heads": 2, "vision_output_dim": 64}
    text |= {"hidden_size": width, "intermediate_size": 2 * width, "num_key_value_heads": 4, "num_attention_heads": 8}
    text |= {"cross_attention_layers": [1], "rope_parameters": {"rope_type": "default"}}
    parts = {"vision_config": vision | {"intermediate_layers_indices": [0]}, "text_config": TEXT | text}
    model = AutoModelForImageTextToText.from_config(AutoConfig.for_model(family, **parts, image_token_index=4)).eval()
    liven(model)
    return Tiny(model, {})


def square(side: int) -> dict[str, int]:
    """An image processor's size."""
    return {"height": side, "width": side}


def _crops(kind: str) -> dict[str, Any]:
    return {"image_processor_type": kind, "size": {"shortest_edge": 32}, "crop_size": square(32)}


def _pieces(kind: str) -> dict[str, Any]:
    """An overview and 2 by 2 tiles at most."""
    tile, whole = {"longest_edge": 64}, {"longest_edge": 128}
    return {"image_processor_type": kind, "size": whole, "max_image_size": tile, "do_image_splitting": True}


def _areas(kind: str, **limits: Any) -> dict[str, Any]:
    limits = limits or {"size": {"shortest_edge": 32 * 32, "longest_edge": 128 * 128}}
    return {"image_processor_type": kind, "patch_size": 8, "merge_size": 2, "temporal_patch_size": 2, **limits}


GRIDS = {"image_grid_pinpoints": [[32, 64], [64, 32], [64, 64]]}
CHOSEN = {"image_token": "<image>", "vision_feature_select_strategy": "default", "patch_size": 8}
FULL = {"image_token": "<image>", "vision_feature_select_strategy": "full", "num_image_tokens": 16}
PIXELS = {"min_pixels": 32 * 32, "max_pixels": 128 * 128}
LLAVA = "<pad> <s> </s> <unk> <image>"
QWEN = "<|endoftext|> <|video_pad|> <|vision_end|> <|vision_start|> <|image_pad|> <|im_start|> <|im_end|>"
SEEN = "<|vision_start|><|image_pad|><|vision_end|>"
PLACES = " ".join(f"<row_{row}_col_{column}>" for row in range(1, 7) for column in range(1, 7))
PIECES = "<pad> <|im_start|> <end_of_utterance> <fake_token_around_image> <image> <global-img> " + PLACES
INTERN = {"start_image_token": "<img>", "end_image_token": "</img>", "context_image_token": "<IMG_CONTEXT>"}

FILES = {
    "llava": Family(
        "LlavaProcessor",
        _crops("CLIPImageProcessor"),
        template(VICUNA, "<image>\n"),
        LLAVA,
        CHOSEN | {"num_additional_image_tokens": 1},
        begins=True,
        generation={"use_cache": False},
        model=recipe(SMALL_SQUARE, vision=SMALL, vision_feature_layer=-1),
    ),
    "llava_next": Family(
        "LlavaNextProcessor",
        _crops("LlavaNextImageProcessor") | GRIDS,
        template(VICUNA, "<image>\n"),
        LLAVA,
        CHOSEN | {"num_additional_image_tokens": 1},
        begins=True,
    ),
    "llava_onevision": Family(
        "LlavaOnevisionProcessor",
        {"image_processor_type": "LlavaOnevisionImageProcessor", "size": square(32)} | GRIDS,
        template(CHATML, "<image>\n"),
        "<|endoftext|> <video> <|eos|> <unk> <image> <|im_start|> <|im_end|>",
        FULL,
        films=True,
    ),
    "qwen2_vl": Family(
        "Qwen2VLProcessor", _areas("Qwen2VLImageProcessor", **PIXELS), template(CHATML_WITH_SYSTEM, SEEN), QWEN
    ),
    "qwen2_5_vl": Family(
        "Qwen2_5_VLProcessor",
        _areas("Qwen2VLImageProcessor", **PIXELS),
        template(CHATML_WITH_SYSTEM, SEEN),
        QWEN,
        generation={"do_sample": True, "temperature": 1e-6, "repetition_penalty": 1.05},
    ),
    "qwen3_vl": Family(
        "Qwen3VLProcessor", _areas("Qwen2VLImageProcessorFast"), template(CHATML, SEEN), QWEN, films=True
    ),
    "qwen3_5": Family(
        "Qwen3VLProcessor", _areas("Qwen2VLImageProcessorFast"), template(CHATML, SEEN), QWEN, films=True
    ),
    "glm4v": Family(
        "Glm4vProcessor",
        _areas("Glm4vImageProcessor"),
        template(GLM, "<|begin_of_image|><|image|><|end_of_image|>"),
        "<pad> <|video|> <|end_of_image|> <|begin_of_image|> <|image|> <|begin_of_video|> <|end_of_video|> "
        "[gMASK] <sop> <|user|> <|assistant|>",
        films=True,
    ),
    "internvl": Family(
        "InternVLProcessor",
        {"image_processor_type": "GotOcr2ImageProcessorFast", "size": square(64), "crop_to_patches": False},
        template(CHATML, "<IMG_CONTEXT>\n"),
        "<pad> <video> </img> <img> <IMG_CONTEXT> <|im_start|> <|im_end|>",
        {"image_seq_length": 16},
        INTERN | {"video_token": "<video>"},
        films=True,
    ),
    "smolvlm": Family(
        "SmolVLMProcessor",
        _pieces("SmolVLMImageProcessor"),
        template(UTTERANCES, "<image>"),
        PIECES,
        {"image_seq_len": 16},
    ),
    "idefics3": Family(
        "Idefics3Processor",
        _pieces("Idefics3ImageProcessor"),
        template(UTTERANCES, "<image>"),
        PIECES,
        {"image_seq_len": 16},
    ),
    "gemma3": Family(
        "Gemma3Processor",
        {"image_processor_type": "Gemma3ImageProcessor", "size": square(32), "do_pan_and_scan": None},
        template(GEMMA, "<start_of_image>"),
        "<pad> <bos> <eos> <start_of_image> <image_soft_token> <end_of_image> <start_of_turn> <end_of_turn>",
        {"image_seq_length": 16},
        {"boi_token": "<start_of_image>", "eoi_token": "<end_of_image>", "image_token": "<image_soft_token>"},
        begins=True,
        generation={"do_sample": True, "top_k": 64, "top_p": 0.95, "cache_implementation": "hybrid"},
    ),
    "mllama": Family(
        "MllamaProcessor",
        {"image_processor_type": "MllamaImageProcessor", "size": square(32), "max_image_tiles": 4},
        template(LLAMA, "<|image|>"),
        "<pad> <|begin_of_text|> <|eot_id|> <|python_tag|> <|image|> <|start_header_id|> <|end_header_id|>",
        begins=True,
        model=_mllama,
    ),
    "paligemma": Family(
        "PaliGemmaProcessor",
        {"image_processor_type": "SiglipImageProcessor", "size": square(32), "image_seq_length": 16},
        None,
        "<pad> <bos> <eos> <unk> <image>",
        begins=True,
    ),
    "mistral3": Family(
        "PixtralProcessor",
        {"image_processor_type": "PixtralImageProcessor", "size": {"longest_edge": 64}, "patch_size": 8},
        template(LLAMA, "[IMG]"),
        "<pad> <s> </s> [IMG_END] [IMG] [IMG_BREAK]",
        begins=True,
    ),
}
