"""Does a picture look like those that the model was trained on?

A small model names objects in any picture, also in a photograph, where every word is wrong. So the features that its
vision tower gives for a picture are compared with those of pictures from its world: the squared Mahalanobis distance of
their mean and spread over the patches, as in Lee et al., arXiv 1807.03888. Beyond the distance that nearly all pictures
of the world keep within, the program says that it can't describe the picture instead of inventing something.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import PreTrainedModel

FILE = "familiarity.safetensors"
RIDGE = 1e-3  # added to the variances, as a share of their mean: features that never vary must not decide alone


@dataclass(frozen=True, slots=True)
class Familiarity:
    """Mean [d] and inverse covariance [d, d] of the features of familiar pictures, float32, and the limit."""

    mean: Tensor
    precision: Tensor
    limit: float

    @classmethod
    def load(cls, folder: Path, limit: float | None) -> "Familiarity | None":
        """What was measured for the model in a folder; None for a model that knows pictures of all kinds."""
        if limit is None:
            return None
        tensors = load_file(folder / FILE)
        return cls(tensors["mean"], tensors["precision"], limit)

    @classmethod
    def fit(cls, features: Tensor, limit: float) -> "Familiarity":
        """From the features of many familiar pictures, float32 [n, d]."""
        mean = features.mean(0)
        covariance = torch.cov(features.T)
        ridge = RIDGE * covariance.diagonal().mean() * torch.eye(len(mean))
        return cls(mean, torch.linalg.inv(covariance + ridge), limit)

    def save(self, folder: Path) -> None:
        """Write the tensors; the limit goes into the profile."""
        save_file({"mean": self.mean, "precision": self.precision.contiguous()}, folder / FILE)

    def distance(self, features: Tensor) -> Tensor:
        """How far each picture is from the familiar ones: float32 [n] for [n, d], about 1 for a familiar picture."""
        away = features - self.mean
        return ((away @ self.precision) * away).sum(-1) / len(self.mean)

    def knows(self, features: Tensor) -> bool:
        """Is one picture, features [d], familiar enough to be described?"""
        return float(self.distance(features[None])) <= self.limit


@torch.inference_mode()
def features(model: PreTrainedModel, pixel_values: Tensor) -> Tensor:
    """Mean and spread over the patches, after the first layer and the last: float32 [n, d]."""
    tower = model.model.vision_tower
    layers = tower(pixel_values.to(tower.dtype), output_hidden_states=True).hidden_states
    parts = [layer[:, 1:].float() for layer in (layers[1], layers[-1])]
    return torch.cat([statistic for part in parts for statistic in (part.mean(1), part.std(1))], dim=-1).cpu()
