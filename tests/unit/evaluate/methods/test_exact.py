"""Through the frame, what exists is what it was, and each variant is SPARC at its neutral setting."""

from dataclasses import replace
from functools import cache

import pytest
import torch

from sparc_desktop.evaluate.methods import METHODS
from sparc_desktop.sparc import Sparc, SparcConfig, use_open_attention
from tests.support.tiny_llava import IMAGE_TOKENS, one_that_ends, tiny_inputs, tiny_llava
from tests.unit.evaluate.methods.decode import STEPS, decode

CONFIG = SparcConfig(alpha=1.1, beta=0.1, tau=1.0, layer=2)
NEUTRAL = [
    ("capped", {"cap": torch.inf}, {"cap": 1}, "sparc"),
    ("decayed", {"decay": 1.0}, {"decay": 0.5}, "sparc"),
    ("recent", {"window": torch.inf}, {"window": 2}, "sparc"),
    ("inhibited", {"window": torch.inf}, {"window": 2}, "sparc"),
    ("penalised", {"penalty": 0.0}, {"penalty": 1.0}, "sparc"),
    ("renormalised", {"share": 0.0}, {"share": 0.5}, "sparc"),
    ("pai", {"alpha": 0.0}, {"alpha": 0.2}, "none"),
]


@pytest.fixture(scope="module")
def model():
    return made()


@cache
def made():
    return tiny_llava()


@cache
def usual(name, record=False):
    """By default."""
    return decode(name, made(), tiny_inputs(), CONFIG, record=record)


def generate(model, inputs):
    out = model.generate(
        **inputs, max_new_tokens=STEPS, do_sample=False, output_logits=True, return_dict_in_generate=True
    )
    return out.sequences[:, inputs["input_ids"].shape[1] :], torch.stack(out.logits)


@pytest.mark.parametrize("openly", [False, True])
@pytest.mark.parametrize("record", [False, True])
def test_none_is_plain_generate_bit_for_bit(model, record, openly):
    use_open_attention(openly)
    tokens, logits = generate(model, tiny_inputs())
    told, seen = decode("none", model, tiny_inputs(), CONFIG, record=record)
    use_open_attention(False)
    assert torch.equal(told.tokens, tokens)
    assert torch.equal(seen, logits)


@pytest.mark.parametrize(
    ("name", "config"),
    [
        ("sparc", CONFIG),
        ("naive", replace(CONFIG, method="naive")),
        ("unselective", replace(CONFIG, method="unselective")),
        ("no-average", replace(CONFIG, beta=0.0)),
    ],
)
def test_the_same_as_sparc_itself(model, name, config):
    with Sparc(model, config) as sparc:
        tokens, logits = generate(model, tiny_inputs())
    told, seen = decode(name, model, tiny_inputs(), CONFIG, record=True)
    assert torch.equal(told.tokens, tokens)
    assert torch.equal(seen, logits)
    assert torch.equal(told.trace.selected.sum(0), sparc.trace.counts)
    assert torch.equal(usual("sparc")[1], seen) == (name == "sparc")  # they are not all one method


@pytest.mark.parametrize(("name", "settings", "others", "same_as"), NEUTRAL)
def test_a_neutral_setting_is_the_exact_method_bit_for_bit(model, name, settings, others, same_as):
    expected, logits = usual(same_as)
    told, seen = decode(name, model, tiny_inputs(), CONFIG, settings)
    assert torch.equal(told.tokens, expected.tokens)
    assert torch.equal(seen, logits)
    _, other = decode(name, model, tiny_inputs(), CONFIG, others)
    assert (other - logits).abs().max() > 1e-3


@pytest.mark.parametrize(
    ("name", "settings", "same_as", "as_settings"),
    [
        ("inhibited", {"window": 3, "old": 1.1}, "sparc", {}),
        ("decayed", {"decay": 0.0}, "recent", {"window": 1}),
        ("pai-refined", {"gamma": 1.0}, "pai", {}),
        ("vcd", {"alpha": 0.0}, "none", {}),
        ("vcd", {"noise": 0}, "none", {}),
    ],
)
def test_a_neutral_setting_is_another_method_but_for_rounding(model, name, settings, same_as, as_settings):
    expected, logits = decode(same_as, model, tiny_inputs(), CONFIG, as_settings)
    told, seen = decode(name, model, tiny_inputs(), CONFIG, settings)
    assert torch.equal(told.tokens, expected.tokens)
    torch.testing.assert_close(seen[:, :1], logits, atol=1e-4, rtol=0)


@pytest.mark.parametrize("name", METHODS)
def test_a_trace_changes_nothing_and_has_every_step(name):
    told, seen = usual(name)
    assert told.trace is None
    watched, again = usual(name, record=True)
    assert torch.equal(watched.tokens, told.tokens)
    assert torch.equal(again, seen)
    trace = watched.trace
    assert trace.attention.shape == trace.gain.shape == trace.selected.shape == (STEPS, 1, IMAGE_TOKENS)
    assert (trace.attention.dtype, trace.gain.dtype, trace.selected.dtype) == (torch.float32,) * 2 + (torch.bool,)
    assert not trace.selected[0].any()
    shares = trace.read.sum(-1)
    assert ((shares > 0) & (shares < 1)).all()


def padded(short, long):
    pad = (long["input_ids"].shape[1] - short["input_ids"].shape[1], 0)
    left = {name: torch.nn.functional.pad(short[name], pad) for name in ("input_ids", "attention_mask")}
    return {name: torch.cat([(short | left)[name], long[name]]) for name in short}


@pytest.mark.parametrize("name", ["sparc", "inhibited", "renormalised", "pai", "pai-refined", "vcd"])
def test_a_padded_batch_is_the_same_as_single_rows(model, name):
    singles = [tiny_inputs(seed=1, before=2), tiny_inputs(seed=2, before=6)]
    together, logits = decode(name, model, padded(*singles), CONFIG, steps=6, record=True)
    for row, inputs in enumerate(singles):
        del inputs["attention_mask"]  # there is nothing to hide
        alone, own = decode(name, model, inputs, CONFIG, steps=6, record=True)
        assert torch.equal(together.tokens[row], alone.tokens[0])
        torch.testing.assert_close(logits[:, row::2], own, atol=2e-3, rtol=1e-4)
        assert torch.equal(together.trace.selected[:, row], alone.trace.selected[:, 0])
        torch.testing.assert_close(together.trace.read[:, row], alone.trace.read[:, 0], atol=1e-4, rtol=1e-3)


def test_a_row_that_ends_is_padded_and_the_other_goes_on():
    model = tiny_llava()
    inputs = one_that_ends(model, STEPS + 8)
    batch = {name: torch.cat([each[name] for each in inputs]) for name in inputs[0]}
    expected, _ = generate(model, batch)
    assert (expected == 0).sum(1)[0] > 2
    assert (expected == 0).sum(1)[1] == 0
    for name, neutral in (
        ("sparc", {"alpha": 1.0}),
        ("vcd", {"alpha": 0.0}),
        ("pai-refined", {"alpha": 0, "gamma": 1}),
    ):
        told, _ = decode(name, model, batch, CONFIG, neutral)
        assert torch.equal(told.tokens, expected)


def test_the_model_is_left_as_it_was(model):
    _, before = generate(model, tiny_inputs())
    own = dict(vars(model))
    for name in ("sparc", "recent", "renormalised", "pai-refined"):
        decode(name, model, tiny_inputs(), CONFIG, steps=3)
    assert vars(model).keys() == own.keys()
    assert torch.equal(generate(model, tiny_inputs())[1], before)


def test_settings_are_checked(model):
    for name, settings, reason in [
        ("sparc", {"cap": 3.0}, "sparc has no setting 'cap'; it has alpha, beta, tau, layer"),
        ("none", {"alpha": 2.0}, "it has none"),
        ("decayed", {"decay": 1.5}, "decayed.decay must be 0 to 1, not 1.5"),
        ("recent", {"window": 0.0}, "must be 1 to inf"),
        ("capped", {"cap": torch.nan}, "must be 0 to inf"),
        ("sparc", {"alpha": 0.5}, "must be 1 to inf"),
        ("sparc", {"layer": 9}, "selection layer 9"),
    ]:
        with pytest.raises(ValueError, match=reason), METHODS[name].applied(model, CONFIG, settings):
            pass


def test_settings_of_the_model_are_kept_and_can_be_changed(model):
    changed = SparcConfig(alpha=1.3, beta=0.4, tau=0.5, layer=1)
    _, expected = decode("sparc", model, tiny_inputs(), changed)
    given = {name: getattr(changed, name) for name in ("alpha", "beta", "tau", "layer")}
    _, seen = decode("sparc", model, tiny_inputs(), CONFIG, given)
    assert torch.equal(seen, expected)
