"""Which number format a model's weights get here, and which of its layers.

Four bits where the text part is what takes memory and time: reading its weights is what a word costs. The vision tower,
the projector, the words' embeddings and the last layer stay as they are.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import torch
from torch import nn
from transformers import PreTrainedModel

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.translation import QT_TRANSLATE_NOOP

Format = Literal["nf4", "int4", "half", "full"]
SMALL = 150_000_000  # weights up to which nothing is gained
BLOCK = 64  # values that share a scale in NF4: rows that are no multiple of it have no fast kernel
ROWS = 32  # of which bitsandbytes' kernel for processors takes multiples alone


@dataclass(frozen=True, slots=True)
class Choice:
    """The format, and why; the reason is for the log, and for `doctor`, which translates it."""

    format: Format
    reason: str


def choose(hardware: Hardware, weights: int, wish: Wish = "auto") -> Choice:
    """The format for a model of so many weights."""
    if wish != "auto" and (wish, hardware.device == "cpu") != ("int4", False):  # whose kernel is for CPUs alone
        return Choice(wish, QT_TRANSLATE_NOOP("Quantization", "chosen in the settings"))
    if weights <= SMALL:
        return Choice(
            "full", QT_TRANSLATE_NOOP("Quantization", "the model is so small that four bits would save nothing")
        )
    if hardware.device == "cuda":
        return Choice(
            "nf4", QT_TRANSLATE_NOOP("Quantization", "4-bit NormalFloat (bitsandbytes) is fast on this graphics card")
        )
    if hardware.device == "mps":
        return Choice(
            "half",
            QT_TRANSLATE_NOOP(
                "Quantization", "there is no 4-bit format for this graphics processor; bfloat16 takes half the memory"
            ),
        )
    if hardware.fast_nf4:
        return Choice(
            "nf4",
            QT_TRANSLATE_NOOP(
                "Quantization", "the processor has AVX512-BF16, with which 4-bit NormalFloat (bitsandbytes) is fast"
            ),
        )
    if sys.platform == "win32":
        return Choice(
            "half",
            QT_TRANSLATE_NOOP(
                "Quantization",
                "without AVX512-BF16 there is no fast 4-bit format under Windows; 16 bits take more memory",
            ),
        )
    return Choice(
        "int4",
        QT_TRANSLATE_NOOP(
            "Quantization", "without AVX512-BF16 torch's 4-bit integers are faster than 4-bit NormalFloat"
        ),
    )


def dtype(hardware: Hardware, chosen: Format) -> torch.dtype:
    """In which the layers calculate that are not in four bits."""
    if chosen == "full":
        return torch.float32 if hardware.device == "cpu" else torch.bfloat16 if hardware.half else torch.float16
    return torch.bfloat16 if hardware.half else torch.float16


def count_weights(model: PreTrainedModel) -> int:
    """Of the whole model, weights with two names once."""
    return sum(weight.numel() for weight in model.parameters())


def quantizable(model: PreTrainedModel) -> Iterator[str]:
    """The names of the layers that can be in four bits: those that multiply, in the layers of the text part."""
    config = model.config.get_text_config()
    texts = {id(part) for part in model.modules() if isinstance(part, PreTrainedModel) and part.config is config}
    inner = {
        id(module)
        for part in model.modules()
        if id(part) in texts
        for name, module in part.named_modules()
        if "layers." in name
    }
    for name, module in model.named_modules():
        if id(module) in inner and type(module) is nn.Linear and _fits(module):
            yield name


def _fits(layer: nn.Linear) -> bool:
    return layer.in_features % BLOCK == 0 and layer.out_features % ROWS == 0
