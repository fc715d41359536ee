"""Does a picture look like those that the model was trained on?

A small model names objects in any picture, also in a photograph, where every word is wrong. The built-in model has
therefore been taught to name what each patch shows in its own vocabulary, and to call the patches of pictures that are
not of its world unknown. How unknown a picture is to it: the probability of that word, geometric mean over the patches,
which tells strange pictures from known ones better than the arithmetic mean, that a few patches can raise.
"""

from typing import Any

import torch
from torch import Tensor


@torch.inference_mode()
def strangeness(model: Any, unknown: int, pixel_values: Tensor) -> Tensor:  # noqa: ANN401 - each family its own class
    """How unknown each picture is, float32 [n], 0 to 1; `unknown` is the token of the word for it."""
    seen = torch.stack(tuple(model.get_image_features(pixel_values).pooler_output)).float()
    words: Tensor = (seen @ model.get_input_embeddings().weight.float().T).log_softmax(-1)
    return words[..., unknown].mean(-1).exp().cpu()
