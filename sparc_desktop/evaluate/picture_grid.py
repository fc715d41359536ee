"""Which part of the picture each image token shows: the way back from a model's tokens to the picture.

Two layouts are known, both row by row. Models that come with an `image_grid_thw` (the Qwen family) resize the whole
picture, and say how many patches it has; `merge_size` patches a side become one token. LLaVA-1.5-like models see one
square that their image processor made: it pads the picture to a square, or resizes it, or crops its middle, which its
settings tell. Anything else (the tiles of llava_next, tokens that fill no rectangle, a processor that is not known) is
not guessed at: `picture_grid` returns None.
"""

import math
from dataclasses import dataclass
from typing import Any

import torch

from sparc_desktop.domain.places import WHOLE, Box

ONE_SQUARE = ("llava", "vipllava", "fast_vlm")
# Known by what they do: resize, then crop the middle. LlavaImageProcessor may pad to a square before.
PROCESSORS = ("CLIPImageProcessor", "SiglipImageProcessor", "LlavaImageProcessor")
PADS_FIRST = "LlavaImageProcessor"
VARIANTS = ("Fast", "Pil")  # the same processor on other libraries


@dataclass(frozen=True, slots=True)
class PictureGrid:
    """Rows and columns of image tokens, and the part of the picture that they fill."""

    rows: int
    columns: int
    box: Box


def picture_grid(
    model: Any,  # noqa: ANN401 - each family has its own class
    processor: Any,  # noqa: ANN401 - as above
    inputs: dict[str, torch.Tensor],
    size: tuple[int, int],
    tokens: int,
) -> PictureGrid | None:
    """The grid of a picture of `size` (width, height) that became `tokens` image tokens."""
    grid = _told(processor, inputs) if "image_grid_thw" in inputs else _square(model, processor, inputs, size)
    return grid if grid is not None and grid.rows * grid.columns == tokens else None


def _told(processor: Any, inputs: dict[str, torch.Tensor]) -> PictureGrid | None:  # noqa: ANN401
    if inputs["image_grid_thw"].shape[0] != 1:
        return None
    frames, height, width = (int(value) for value in inputs["image_grid_thw"][0])
    merge = int(getattr(processor.image_processor, "merge_size", 0))
    if frames != 1 or not merge or height % merge or width % merge:
        return None
    return PictureGrid(height // merge, width // merge, WHOLE)


def _square(
    model: Any,  # noqa: ANN401
    processor: Any,  # noqa: ANN401
    inputs: dict[str, torch.Tensor],
    size: tuple[int, int],
) -> PictureGrid | None:
    pixels, config = inputs.get("pixel_values"), model.config
    patch = getattr(getattr(config, "vision_config", None), "patch_size", None)
    if config.model_type not in ONE_SQUARE or not isinstance(patch, int) or pixels is None:
        return None
    if pixels.ndim != 4 or pixels.shape[0] != 1:
        return None
    height, width = (int(side) for side in pixels.shape[-2:])
    box = seen_by(processor.image_processor, size, (width, height))
    if box is None:
        return None
    rows, columns = height // patch, width // patch  # pixels that make no whole patch, right and below, are not seen
    return PictureGrid(
        rows,
        columns,
        Box(box.left, box.top, box.width * columns * patch / width, box.height * rows * patch / height),
    )


def seen_by(processor: Any, size: tuple[int, int], made: tuple[int, int]) -> Box | None:  # noqa: ANN401
    """The part of a picture of `size` that an image processor makes its `made` pixels of; None where not known.

    Both sizes are (width, height). It reaches beyond the picture where the processor pads.
    """
    name = type(processor).__name__
    for variant in VARIANTS:
        name = name.removesuffix(variant)
    pads = bool(getattr(processor, "do_pad", False))
    if name not in PROCESSORS or (pads and name != PADS_FIRST):
        return None
    canvas = (max(size), max(size)) if pads else size
    resized = _resized(processor, canvas)
    if resized is None:
        return None
    shown = resized
    if getattr(processor, "do_center_crop", False):
        crop = processor.crop_size
        if not crop.height or not crop.width:
            return None
        shown = (int(crop.width), int(crop.height))
    if shown != made:
        return None
    sides = [
        _span(whole, padded, now, cut) for whole, padded, now, cut in zip(size, canvas, resized, shown, strict=True)
    ]
    (left, width), (top, height) = sides
    return Box(left, top, width, height)


def _resized(processor: Any, size: tuple[int, int]) -> tuple[int, int] | None:  # noqa: ANN401
    if not processor.do_resize:
        return size
    wanted = processor.size
    if wanted.height and wanted.width:
        return int(wanted.width), int(wanted.height)
    if not wanted.shortest_edge or getattr(wanted, "longest_edge", None):
        return None
    short, long = min(size), max(size)
    longer = int(wanted.shortest_edge * long / short)
    return (wanted.shortest_edge, longer) if size[0] <= size[1] else (longer, wanted.shortest_edge)


def _span(whole: int, padded: int, resized: int, cut: int) -> tuple[float, float]:
    """Along one side, in fractions of the picture: where what is seen begins, and its length.

    `whole` pixels of the picture are padded evenly to `padded`, resized to `resized`; the middle `cut` are kept.
    """
    begin = math.floor((resized - cut) / 2) / resized  # of the padded side
    length = cut / resized
    before = (padded - whole) // 2
    return (begin * padded - before) / whole, length * padded / whole
