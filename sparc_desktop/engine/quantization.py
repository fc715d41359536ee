"""Which of a model's layers are put into four bits, and in which type the others calculate.

Four bits where the text part is what takes memory and time: reading its weights is what a word costs. The vision tower,
the projector, the words' embeddings and the last layer stay as they are.
"""

from collections.abc import Iterator

import torch
from torch import nn
from transformers import PreTrainedModel

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.domain.quantization import Format

BLOCK = 64  # values that share a scale in NF4: rows that are no multiple of it have no fast kernel
ROWS = 32  # of which bitsandbytes' kernel for processors takes multiples alone


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
