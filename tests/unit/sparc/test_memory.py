"""SPARC takes no memory to speak of: one row of attention in one layer at prefill, never a square of the prompt."""

from contextlib import nullcontext

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from sparc_desktop.sparc import Sparc, SparcConfig
from tests.support.tiny_llava import IMAGE_TOKEN, IMAGE_TOKENS, tiny_inputs, tiny_llava

IMAGES = 60
CONFIG = SparcConfig(alpha=1.1, beta=0.1, tau=1.0, layer=2)


class Allocations(TorchDispatchMode):
    """Adds up the bytes of all tensors that are made."""

    def __init__(self) -> None:
        super().__init__()
        self.total = self.largest = 0

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        out = function(*args, **(kwargs or {}))
        held = {
            tensor.untyped_storage().data_ptr() for tensor in tree_leaves((args, kwargs)) if torch.is_tensor(tensor)
        }
        for tensor in tree_leaves(out):
            if torch.is_tensor(tensor) and tensor.untyped_storage().data_ptr() not in held:
                size = tensor.untyped_storage().nbytes()
                self.total += size
                self.largest = max(self.largest, size)
        return out


@pytest.fixture(scope="module")
def prompt() -> dict[str, torch.Tensor]:
    """Many images: 60 of 16 tokens each, as many as two tiles of LLaVA-NeXT have."""
    words = tiny_inputs()["input_ids"][:, :3]
    ids = torch.cat([words, torch.full((1, IMAGES * IMAGE_TOKENS), IMAGE_TOKEN), words], 1)
    return {"input_ids": ids, "attention_mask": torch.ones_like(ids), "pixel_values": torch.randn(IMAGES, 3, 32, 32)}


def prefill(model, prompt) -> Allocations:
    with torch.inference_mode(), Allocations() as seen:
        model(**prompt, use_cache=True, logits_to_keep=1)
    return seen


def test_prefill_makes_one_row_more(prompt):
    model = tiny_llava()
    length, heads = prompt["input_ids"].shape[1], model.config.text_config.num_attention_heads
    plain = prefill(model, prompt)
    with Sparc(model, CONFIG):
        seen = prefill(model, prompt)
    row = length * heads * 4  # bytes of one row of float32 weights, all heads
    assert seen.largest == plain.largest < length * length
    assert seen.total - plain.total < 12 * row, "a few copies of the row, and the state, in one layer"
    model.set_attn_implementation({"text_config": "eager"})
    assert prefill(model, prompt).largest >= length * length * heads * 4, "what it would be with open attention"


def test_a_step_makes_no_copy_of_the_values(prompt):
    """On a CPU; the gain goes to the weights there, which are few."""
    model = tiny_llava()
    totals = []
    for about in (nullcontext(), Sparc(model, CONFIG)):
        with about, torch.inference_mode():
            cache = model(**prompt, use_cache=True, logits_to_keep=1).past_key_values
            with Allocations() as seen:
                for _ in range(3):
                    model(input_ids=prompt["input_ids"][:, :1], past_key_values=cache)
        totals.append(seen.total)
    layers, heads = model.config.text_config.num_hidden_layers, model.config.text_config.num_attention_heads
    row = prompt["input_ids"].shape[1] * 4
    assert totals[1] - totals[0] < 3 * row * (layers * heads * 5 + 30)
