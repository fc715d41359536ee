"""Settings: their limits, what is published of them, and those found by calibration."""

from dataclasses import replace

import pytest
import torch

from sparc_desktop.sparc import Sparc, SparcConfig, SparcError, calibrate
from sparc_desktop.sparc.calibration import _upper_quantile, _written
from tests.support.families import FAMILIES
from tests.support.tiny_llava import LAYERS, one_that_ends, tiny_inputs, tiny_llava


@pytest.mark.parametrize("wrong", [{"alpha": 0.9}, {"beta": 1.1}, {"tau": 0.0}, {"layer": -1}, {"method": "other"}])
def test_wrong_settings_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        SparcConfig(**wrong)


def test_a_layer_the_model_does_not_have_is_refused():
    with pytest.raises(SparcError, match=r"\[0, 1, 2, 3\]"):
        Sparc(tiny_llava(), SparcConfig(layer=LAYERS))


@pytest.mark.parametrize(("family", "tau"), [("llava", 1.5), ("llava_next", 4.0), ("qwen2_vl", 3.0)])
def test_the_papers_families_have_its_settings(family, tau):
    config = SparcConfig.for_model(FAMILIES[family]().model)
    assert (config.alpha, config.beta, config.tau, config.source) == (1.1, 0.1, tau, "published")


def test_the_papers_layers_are_at_one_relative_depth():
    model = tiny_llava()
    for layers, expected in ((32, 20), (28, 18)):
        model.config.text_config.num_hidden_layers = layers
        model.config.text_config.layer_types = None
        assert SparcConfig.for_model(model).layer == expected


def test_another_family_is_marked_uncalibrated():
    assert SparcConfig.for_model(FAMILIES["smolvlm"]().model).source == "uncalibrated"


def test_the_layer_is_one_with_full_attention():
    model = FAMILIES["gemma3"]().model
    kinds = model.config.text_config.layer_types
    assert "sliding_attention" in kinds
    assert kinds[SparcConfig.for_model(model).layer] == "full_attention"
    with pytest.raises(SparcError, match="choose from"):
        Sparc(model, SparcConfig(layer=kinds.index("sliding_attention")))


@pytest.mark.parametrize("share", [0.07, 0.2])
def test_calibration_selects_the_share_asked_for(share):
    model = tiny_llava()
    inputs = [tiny_inputs(seed=seed) for seed in range(3)]
    heard: list[float] = []
    config = calibrate(model, inputs, share=share, max_new_tokens=64, progress=heard.append)
    assert config.source == "calibrated"
    assert config == replace(SparcConfig.for_model(model), tau=config.tau)
    assert heard == pytest.approx([1 / 3, 2 / 3, 1])
    shares = []
    for each in inputs:
        with Sparc(model, replace(config, alpha=1.0)) as sparc:
            model.generate(**each, do_sample=False, max_new_tokens=64)
        shares.append(torch.stack(sparc.trace.selected).float().mean())
    assert torch.stack(shares).mean().item() == pytest.approx(share, abs=0.005)


def test_calibration_does_not_count_what_follows_the_end():
    """A row that ended early is padded; the same captions one by one give the same tau."""
    model = tiny_llava()
    inputs = one_that_ends(model, 40)
    batch = {name: torch.cat([each[name] for each in inputs]) for name in inputs[0]}
    together = calibrate(model, [batch], max_new_tokens=40)
    assert calibrate(model, inputs, max_new_tokens=40).tau == pytest.approx(together.tau, rel=1e-3)


def test_where_each_row_ends():
    out = torch.tensor([[5, 2, 0, 0], [5, 6, 7, 8], [2, 0, 0, 0], [5, 6, 7, 3]])
    assert _written(out, [2, 3]) == [2, 4, 1, 4]
    assert _written(out, 2) == [2, 4, 1, 4]
    assert _written(out, None) == [4, 4, 4, 4]


def test_the_upper_quantile_goes_by_weight():
    values, even = torch.arange(100.0), torch.ones(100)
    assert _upper_quantile(values, even, 0.075) == 92
    heavy = torch.where(values > 90, 10.0, 1.0)
    assert _upper_quantile(values, heavy, 0.07) == 98


def test_a_caption_too_short_to_calibrate_on_is_told():
    with pytest.raises(ValueError, match="too short"):
        calibrate(tiny_llava(), [tiny_inputs()], max_new_tokens=1)
