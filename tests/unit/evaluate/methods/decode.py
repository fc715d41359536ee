"""Decoding through the frame, with the logits of every forward pass."""

import torch
from torch import Tensor

from sparc_desktop.evaluate.methods import METHODS, Told

STEPS = 12


def decode(name, model, inputs, config, settings=None, *, steps=STEPS, record=False) -> tuple[Told, Tensor]:
    """What was told, and the logits [steps, rows, vocabulary], the other prompt's rows after the true ones."""
    seen = []
    hook = model.register_forward_hook(lambda _, __, out: seen.append(out.logits[:, -1]))
    with METHODS[name].applied(model, config, settings, record=record) as decoding:
        told = decoding.generate(**inputs, max_new_tokens=steps)
    hook.remove()
    return told, torch.stack(seen)
