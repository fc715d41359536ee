"""Familiarity on patches made by hand."""

from types import SimpleNamespace

import torch
from torch import Tensor

from sparc_desktop.engine.familiarity import Familiarity, familiarity, refused
from sparc_desktop.engine.profile import Profile
from sparc_desktop.sparc import SparcConfig

GROUND, CAT, DOG, UNKNOWN = range(4)
UNUSED = torch.empty(1)


class Model:
    """Shows patches of which the probability of each of four words is given: [n, patches, 4]."""

    def __init__(self, probabilities: Tensor) -> None:
        self._tokens = probabilities.log()

    def get_image_features(self, pixels: Tensor) -> SimpleNamespace:
        return SimpleNamespace(pooler_output=self._tokens)

    def get_input_embeddings(self) -> SimpleNamespace:
        return SimpleNamespace(weight=torch.eye(4))


def patch(word: int, probability: float) -> list[float]:
    """The rest goes to the unknown."""
    rest = 1 - probability
    return [probability if word == each else rest if each == UNKNOWN else 1e-9 for each in range(4)]


def known(*patches: list[float]) -> Familiarity:
    return familiarity(Model(torch.tensor([patches])), UNKNOWN, UNUSED)


def test_strange_is_the_geometric_mean_of_the_unknown() -> None:
    strange = known(patch(GROUND, 0.9), patch(GROUND, 0.6)).strange
    torch.testing.assert_close(strange, torch.tensor([(0.1 * 0.4) ** 0.5]), atol=1e-5, rtol=0)


def test_sure_is_the_mean_over_all_but_the_ground() -> None:
    sure = known(patch(GROUND, 0.99), patch(GROUND, 0.99), patch(CAT, 0.8), patch(DOG, 0.6)).sure
    torch.testing.assert_close(sure, torch.tensor([0.7]), atol=1e-5, rtol=0)


def test_a_picture_of_ground_alone_is_named_surely() -> None:
    assert known(patch(GROUND, 0.6), patch(GROUND, 0.7)).sure.item() == 1


def test_either_limit_refuses() -> None:
    profile = Profile(name="x", sparc=SparcConfig(tau=1.0, layer=0), strange_above=0.3, unsure_below=0.7)
    pictures = torch.tensor(
        [
            [patch(GROUND, 0.9), patch(GROUND, 0.9), patch(CAT, 0.9)],
            [patch(GROUND, 0.6), patch(GROUND, 0.6), patch(CAT, 0.75)],
            [patch(GROUND, 0.9), patch(GROUND, 0.9), patch(CAT, 0.65)],
        ]
    )
    assert refused(Model(pictures), profile, UNKNOWN, UNUSED) == [False, True, True]


def test_a_model_without_limits_refuses_nothing() -> None:
    profile = Profile(name="x", sparc=SparcConfig(tau=1.0, layer=0))
    strange = Model(torch.tensor([[patch(UNKNOWN, 1.0)]]))
    assert refused(strange, profile, UNKNOWN, UNUSED) == [False]
