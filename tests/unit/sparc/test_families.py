"""SPARC equals its formulas in every family of models, whatever its vision tower, its positions and its other layers.

Tiny random models say nothing about captions, but everything about code paths: how image features get into the text,
what the masks look like, which layers keep the image in sight and which kernel they call.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import torch
from torch import Tensor
from transformers import PreTrainedModel

from sparc_desktop.sparc import Sparc, SparcConfig
from sparc_desktop.sparc.support import REFUSED
from tests.support.families import FAMILIES
from tests.unit.sparc.naive import NaiveSparc

STEPS = 65  # the first is prefill
FEW = 24
SAME = 5e-4  # float32, relative: what another order of the same sums may do
every_family = pytest.mark.parametrize("family", FAMILIES)


@dataclass
class Case:
    """A model and a prompt, what it says without SPARC, and settings under which there is something to recalibrate."""

    model: PreTrainedModel
    inputs: dict[str, Tensor]
    plain: Tensor
    watched: NaiveSparc  # the reference, with an alpha that changes nothing
    config: SparcConfig


@cache
def case(family: str) -> Case:
    tiny = FAMILIES[family]()
    model, inputs = tiny.model, tiny.inputs()
    watched = naive(model, inputs, SparcConfig(alpha=1.0, layer=tiny.layer), FEW)
    tau = torch.stack(watched.rises).quantile(0.93).item()  # about as much as in the paper
    return Case(model, inputs, logits(generate(model, inputs, FEW)), watched, SparcConfig(tau=tau, layer=tiny.layer))


def generate(model, inputs, steps):
    return model.generate(
        **inputs, max_new_tokens=steps, do_sample=False, output_logits=True, return_dict_in_generate=True
    )


def naive(model, inputs, config, steps):
    reference = NaiveSparc(model, config)
    others = {name: value for name, value in inputs.items() if name not in ("input_ids", "pixel_values")}
    reference.tokens = reference.generate(inputs["input_ids"][0], inputs["pixel_values"], steps, **others)
    return reference


def logits(output):
    return torch.stack(output.logits)[:, 0]


def difference(some, others):
    """Of logits, at the worst step, relative to the largest."""
    return ((some - others).abs().amax(-1) / others.abs().amax(-1)).max().item()


@every_family
def test_the_reference_is_the_stock_model_where_nothing_is_recalibrated(family):
    """It attends openly and without a cache, so this also says that the model's own masks and positions are right."""
    made = case(family)
    assert difference(torch.stack(made.watched.logits), made.plain) < SAME
    assert (made.inputs["input_ids"] == made.model.config.image_token_id).sum() >= 16
    other = made.inputs | {"pixel_values": made.inputs["pixel_values"].flip(-1)}
    assert difference(logits(generate(made.model, other, 1)), made.plain[:1]) > 10 * SAME  # it sees the picture


@every_family
def test_same_as_the_formulas(family):
    made = case(family)
    with Sparc(made.model, made.config) as sparc:
        out = generate(made.model, made.inputs, STEPS)
    expected = naive(made.model, made.inputs, made.config, STEPS)

    selected = torch.stack(sparc.trace.selected)[:, 0]
    assert len(selected) == STEPS - 1
    assert 0.01 <= selected.float().mean() <= 0.3
    assert out.sequences[0, -STEPS:].tolist() == expected.tokens.tolist()
    assert torch.equal(sparc.trace.counts[0], expected.counts)
    assert torch.equal(selected, torch.stack(expected.selected))
    assert difference(logits(out), torch.stack(expected.logits)) < SAME
    assert difference(logits(out)[:FEW], made.plain) > 10 * SAME  # otherwise nothing has been compared


@every_family
def test_removal_leaves_the_model_bit_identical(family):
    made = case(family)
    with Sparc(made.model, made.config):
        generate(made.model, made.inputs, 3)
    assert torch.equal(logits(generate(made.model, made.inputs, FEW)), made.plain)


def test_the_documentation_lists_what_is_tested():
    text = (Path(__file__).parents[3] / "docs" / "sparc.md").read_text()
    listed = text.split("with their image path:\n\n")[1].split(".\n")[0].replace("\n", " ").split(", ")
    assert sorted(listed) == sorted(FAMILIES)
    assert all(family in text for family in REFUSED)
