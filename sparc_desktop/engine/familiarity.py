"""Does a picture look like those that the model was trained on?

A small model names objects in any picture, also in a photograph, where every word is wrong. The built-in model has
therefore been taught to name what each patch shows in its own vocabulary, and to call the patches of pictures that are
not of its world unknown. Two things tell whether it knows a picture:

- How strange the picture is: the probability of that word for what is unknown, geometric mean over the patches, which
  tells strange pictures from known ones better than the arithmetic mean, that a few patches can raise.
- How sure the model is of what it names: the probability of each patch's likeliest word, mean over the patches whose
  likeliest word is not the commonest of the picture, which names its ground. It falls where a picture is like those of
  the model's world but its things are not, as where another artist drew them.
"""

from typing import Any, NamedTuple

import torch
from torch import Tensor

from sparc_desktop.engine.profile import Profile


class Familiarity(NamedTuple):
    """Of n pictures, both float32 [n], 0 to 1. sure: 1 where all patches are named alike."""

    strange: Tensor
    sure: Tensor

    def is_beyond(self, profile: Profile) -> Tensor:
        """Which of the pictures are beyond a profile's limits, bool [n]."""
        most = 1.0 if profile.strange_above is None else profile.strange_above
        return (self.strange > most) | (self.sure < profile.unsure_below)


@torch.inference_mode()
def familiarity(model: Any, unknown: int, pixel_values: Tensor) -> Familiarity:  # noqa: ANN401 - each family its own
    """How well a model knows these pictures; `unknown` is the token of the word for what it does not."""
    seen = torch.stack(tuple(model.get_image_features(pixel_values).pooler_output)).float()
    words = (seen @ model.get_input_embeddings().weight.float().T).log_softmax(-1)
    likeliest = words.max(-1)
    ground = likeliest.indices.mode(-1, keepdim=True).values
    things = (likeliest.indices != ground).float()
    named = (likeliest.values.exp() * things).sum(-1) / things.sum(-1)
    return Familiarity(words[..., unknown].mean(-1).exp().cpu(), named.nan_to_num(1.0).cpu())


def refused(model: Any, profile: Profile, unknown: int, pixel_values: Tensor) -> list[bool]:  # noqa: ANN401 - as above
    """Which of the pictures the model knows too little to describe, by the limits of its profile, if it has any."""
    if profile.strange_above is None:
        return [False] * len(pixel_values)
    beyond: list[bool] = familiarity(model, unknown, pixel_values).is_beyond(profile).tolist()
    return beyond
