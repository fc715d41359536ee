"""How large a picture may be to a model: in image tokens, each of which costs time before the first word.

Families that look at large pictures in more tokens spend thousands on a photograph. Here each is held to a budget, by
the settings of its own image processor. Which these are differs; families that are not in the table take the same few
hundred tokens for every picture, or are not known.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from sparc_desktop.domain.hardware import Device

# On a CPU a token costs tens of milliseconds in a model of 7B. On a graphics card LLaVA-NeXT has all of its tiles.
BUDGETS: dict[Device, int] = {"cpu": 640, "mps": 3000, "cuda": 3000}
Limit = Callable[[Any, Any, int], None]  # a model's config, its processor, and the budget


def limit_image_tokens(config: Any, processor: Any, device: Device) -> None:  # noqa: ANN401 - each family has its own
    """Change the processor, and the model's config where that must agree, so that no picture exceeds the budget.

    LLaVA-NeXT and LLaVA-OneVision exceed it on a CPU all the same: they can't see a picture in so few tokens.
    """
    limit = LIMITS.get(config.model_type)
    if limit is not None:
        limit(config, processor, BUDGETS[device])


def _area(frames: int, config: Any, processor: Any, budget: int) -> None:  # noqa: ANN401
    """As many tokens as there are squares of pixels, in each of the frames that a picture counts as."""
    images = processor.image_processor
    pixels = budget * frames * (images.patch_size * images.merge_size) ** 2
    longest, shortest = (min(edge, pixels) for edge in (images.size.longest_edge, images.size.shortest_edge))
    images.size = replace(images.size, longest_edge=longest, shortest_edge=shortest)


def _tiles(config: Any, processor: Any, budget: int) -> None:  # noqa: ANN401
    """One tile, or several and one of the whole."""
    images, own = processor.image_processor, getattr(processor, "image_seq_length", None)
    each = own or (processor.img_size // processor.patch_size) ** 2
    images.max_patches = min(images.max_patches, max(budget // each - 1, 1))
    images.min_patches = min(images.min_patches, images.max_patches)


def _splits(config: Any, processor: Any, budget: int) -> None:  # noqa: ANN401
    """The picture, resized to a number of tiles along its longer side, and one of the whole unless it is one tile."""
    images, tile = processor.image_processor, processor.image_processor.max_image_size["longest_edge"]
    along = math.isqrt(max(budget // processor.image_seq_len - 1, 1))
    images.size = replace(images.size, longest_edge=min(images.size.longest_edge, along * tile))


def _grids(config: Any, processor: Any, budget: int) -> None:  # noqa: ANN401
    """One tile of the whole, and one of the grids of tiles that model and processor know."""
    tile: int = config.vision_config.image_size
    side: int = tile // config.vision_config.patch_size

    def tokens(height: int, width: int) -> int:
        rows, columns = height // tile, width // tile
        return side * side * (rows * columns + 1) + side * rows  # a row of tokens ends with one more

    images = processor.image_processor
    grids = [grid for grid in images.image_grid_pinpoints if tokens(*grid) <= budget]
    config.image_grid_pinpoints = images.image_grid_pinpoints = grids or [[tile, tile]]
    if not grids and config.model_type == "llava_onevision":
        _see_whole(images)


def _see_whole(images: Any) -> None:  # noqa: ANN401
    """One tile of the whole alone, as LLaVA-OneVision sees each of several pictures that stand in one prompt.

    Model and processor take them for several where they are told of more than there are.
    """
    preprocess = images._preprocess

    def told_of_more(pictures: list[Any], batch_num_images: list[int], **options: Any) -> Any:  # noqa: ANN401
        return preprocess(pictures, batch_num_images=[len(pictures) + 1], **options)

    images._preprocess = told_of_more


LIMITS: dict[str, Limit] = {
    **dict.fromkeys(
        ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_vl_moe", "qwen3_5", "qwen3_5_moe"), partial(_area, 1)
    ),
    **dict.fromkeys(("exaone4_5", "ernie4_5_vl_moe", "paddleocr_vl", "video_llama_3"), partial(_area, 1)),
    **dict.fromkeys(("glm4v", "glm4v_moe", "glm46v", "glm_ocr"), partial(_area, 2)),
    **dict.fromkeys(("internvl", "qianfan_ocr", "ovis2", "aya_vision"), _tiles),
    **dict.fromkeys(("idefics3", "smolvlm"), _splits),
    **dict.fromkeys(("llava_next", "llava_next_video", "llava_onevision"), _grids),
}
