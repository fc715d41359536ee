"""Visual Contrastive Decoding (arXiv 2311.16922): the contrast to the same prompt with a noised image.

    l = (1 + alpha) l(y | v, x) - alpha l(y | v', x), among the y with p(y | v, x) >= beta max p(y | v, x)

v' is v after so many steps of the forward process of a diffusion, q(v_t | v_t-1) = N(sqrt(1 - g_t) v_t-1, g_t I), on
what the processor has made of the picture, which has about unit variance. At every step of the caption l(v') has been
conditioned on the noised image throughout, as the formula has it.
"""

from functools import cache

import numpy as np
import torch
from torch import Tensor
from transformers import PreTrainedModel

from sparc_desktop.evaluate.methods.contrast import Inputs

STEPS = 1000
LEAST, MOST, STEEP = 1e-5, 5e-3, 6  # g_t climbs from one to the other as a sigmoid from -6 to 6: the authors' program
SEED = 20231116

# Two pictures in one batch are to these families not what they are one by one, and here there are always two.
APART = ("hunyuan_vl", "minicpmv4_6", "molmo2")


def check(model: PreTrainedModel) -> None:
    """Raise ValueError where the method can't be used with the model."""
    if model.config.model_type in APART:
        raise ValueError(f"VCD can't be used with {type(model).__name__}, to which two pictures at once are others")


def with_noised_image(inputs: Inputs, steps: int) -> Inputs:
    """The prompt with its pictures after 0 to 1000 steps of noise; raises ValueError where it has none.

    The noise is the same at every call, and where each row has one picture the same for every row, so that a caption
    does not hang on what else is in its batch.
    """
    pixels = inputs.get("pixel_values")
    if pixels is None:
        raise ValueError("there is no image to put noise on: the prompt has no pixel_values")
    return {**inputs, "pixel_values": noised(pixels, steps, alike=len(pixels) == len(inputs["input_ids"]))}


def noised(pixels: Tensor, steps: int, *, alike: bool) -> Tensor:
    """Of the same shape and dtype; `alike`: with the same noise on each of the first dimension."""
    kept = _kept()[steps]
    noise = np.random.default_rng([SEED]).standard_normal(pixels.shape[alike:], dtype=np.float32)
    noisy: Tensor = kept**0.5 * pixels + (1 - kept) ** 0.5 * torch.from_numpy(noise).to(pixels.device)
    return noisy.to(pixels.dtype)


@cache
def _kept() -> list[float]:
    """The share of a picture's variance that is left after 0 to 1000 steps: the product of the 1 - g."""
    added = LEAST + (MOST - LEAST) / (1 + np.exp(-np.linspace(-STEEP, STEEP, STEPS)))
    return [1.0, *np.cumprod(1 - added).tolist()]
