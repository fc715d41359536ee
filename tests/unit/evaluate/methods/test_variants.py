"""Each variant of SPARC is what its formula says, whichever kernel does it."""

from functools import cache

import pytest
import torch

from sparc_desktop.sparc import SparcConfig, attention
from tests.support.tiny_llava import tiny_inputs, tiny_llava
from tests.unit.evaluate.methods.decode import STEPS, decode
from tests.unit.evaluate.methods.slow import Boost, Slow, greedy

ALPHA, BETA, TAU, LAYER = 1.1, 0.1, 0.6, 2
CONFIG = SparcConfig(alpha=ALPHA, beta=BETA, tau=TAU, layer=LAYER)


def always(count):
    return TAU


def fading(past):
    return ALPHA ** sum(0.8 ** (len(past) - 1 - step) for step, chosen in enumerate(past) if chosen)


def windowed(window, old):
    def gain(past):
        start = max(len(past) - window, 0)
        return ALPHA ** sum(past[start:]) * old ** sum(past[:start])

    return gain


CASES = {
    "sparc": ({}, lambda: Boost(lambda past: ALPHA ** sum(past), always, BETA)),
    "no-average": ({}, lambda: Boost(lambda past: ALPHA ** sum(past), always, 0.0)),
    "capped": ({"cap": 2}, lambda: Boost(lambda past: ALPHA ** min(sum(past), 2), always, BETA)),
    "decayed": ({"decay": 0.8}, lambda: Boost(fading, always, BETA)),
    "recent": ({"window": 1}, lambda: Boost(windowed(1, 1.0), always, BETA)),
    "inhibited": ({"window": 3, "old": 0.8}, lambda: Boost(windowed(3, 0.8), always, BETA)),
    "penalised": (
        {"penalty": 0.5}, lambda: Boost(lambda past: ALPHA ** sum(past), lambda count: TAU * (1 + 0.5 * count), BETA),
    ),
    "renormalised": ({"share": 0.7}, lambda: Boost(lambda past: ALPHA ** sum(past), always, BETA, share=0.7)),
}  # fmt: skip


@cache
def by_formula(name):
    """The rule with what it saw, the tokens and the logits."""
    slow = Slow(tiny_llava(), tiny_inputs(), CASES[name][1](), LAYER)
    return slow.rule, *greedy(slow, STEPS)


@pytest.mark.parametrize("name", CASES)
def test_same_as_the_formula(name):
    compare(name)


@pytest.mark.parametrize("name", ["decayed", "inhibited", "penalised", "renormalised"])
def test_the_same_on_a_gpu(name, monkeypatch):
    """The way to apply a gain there is right on a CPU too, only slower."""
    monkeypatch.setattr(attention, "_is_cheap_openly", lambda query: False)
    compare(name)


def compare(name):
    told, seen = decode(name, tiny_llava(), tiny_inputs(), CONFIG, CASES[name][0], record=True)
    rule, tokens, logits = by_formula(name)

    selected = told.trace.selected[1:, 0]
    assert 0.01 < selected.float().mean() < 0.5
    assert selected.sum(0).max() > 2  # what is capped, fades and so on has something to do
    assert told.tokens[0].tolist() == tokens
    assert selected.tolist() == rule.selected
    torch.testing.assert_close(told.trace.attention[:, 0], torch.stack(rule.rows), atol=1e-5, rtol=1e-3)
    gains = [
        [rule.gain(list(past)) for past in zip(*rule.selected[:step], strict=True)] for step in range(1, STEPS - 1)
    ]
    torch.testing.assert_close(told.trace.gain[2:, 0], torch.tensor(gains), atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(seen[:, 0], logits, atol=1e-3, rtol=1e-4)


def test_turning_down_alone():
    """With an alpha of 1 nothing is boosted, and what was selected long ago still fades from sight."""
    model, inputs = tiny_llava(), tiny_inputs()
    told, seen = decode("inhibited", model, inputs, CONFIG, {"alpha": 1.0, "window": 2, "old": 0.5}, record=True)
    assert told.trace.gain.min() < 0.5
    assert told.trace.gain.max() == 1
    _, plain = decode("none", model, inputs, CONFIG)
    assert (seen - plain).abs().max() > 1e-2


def test_half_precision_with_what_needs_weights():
    model, inputs = tiny_llava().half(), tiny_inputs()
    inputs["pixel_values"] = inputs["pixel_values"].half()
    for name in ("renormalised", "pai"):
        _, seen = decode(name, model, inputs, CONFIG)
        assert seen.isfinite().all()
