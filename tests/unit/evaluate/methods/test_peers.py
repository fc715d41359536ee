"""PAI and VCD are what their papers say, in several families of models."""

from functools import cache

import numpy as np
import pytest
import torch

from sparc_desktop.evaluate.methods import METHODS
from sparc_desktop.evaluate.methods.contrast import Contrast
from sparc_desktop.evaluate.methods.pai import without_image
from sparc_desktop.evaluate.methods.vcd import noised, with_noised_image
from sparc_desktop.sparc import SparcConfig
from tests.support.families import FAMILIES
from tests.support.tiny_llava import IMAGE_TOKEN, IMAGE_TOKENS, tiny_inputs, tiny_llava
from tests.unit.evaluate.methods.decode import decode
from tests.unit.evaluate.methods.slow import Pai, Rule, Slow, contrasted, greedy

STEPS = 6
every_family = pytest.mark.parametrize("family", ["llava", "llava_next", "qwen2_vl", "gemma3"])


@cache
def tiny(family):
    return FAMILIES[family]()


def config(tiny):
    return SparcConfig(layer=tiny.layer)


def close(seen, expected):
    return ((seen - expected).abs().amax(-1) / expected.abs().amax(-1)).max() < 1e-3


@every_family
def test_pai_amplifies_attention_as_published(family):
    made = tiny(family)
    inputs = made.inputs()
    told, seen = decode("pai", made.model, inputs, config(made), {"alpha": 0.5, "start": 1}, steps=STEPS)
    tokens, logits = greedy(Slow(made.model, inputs, Pai(0.5, 1), made.layer), STEPS)
    assert told.tokens[0].tolist() == tokens
    assert close(seen[:, 0], logits)
    _, plain = decode("none", made.model, inputs, config(made), steps=STEPS)
    assert not close(seen[:1], plain[:1])  # from the first token on


@every_family
def test_pai_refines_logits_as_published(family):
    made = tiny(family)
    inputs = made.inputs()
    settings = {"alpha": 0.5, "start": 1, "gamma": 1.5, "plausibility": 0.02}
    told, seen = decode("pai-refined", made.model, inputs, config(made), settings, steps=STEPS)
    words = inputs["input_ids"][0] != made.model.config.image_token_id
    other = {name: value[:, words] for name, value in inputs.items() if value.shape == inputs["input_ids"].shape}
    slow = [
        Slow(made.model, inputs, Pai(0.5, 1), made.layer),
        Slow(made.model, other, Rule(), made.layer),
    ]
    tokens, logits = contrasted(*slow, weight=0.5, plausibility=0.02, steps=STEPS)
    assert told.tokens[0].tolist() == tokens
    assert close(seen, logits)


@every_family
def test_vcd_contrasts_as_published(family):
    made = tiny(family)
    inputs = made.inputs()
    settings = {"alpha": 1.0, "beta": 0.05, "noise": 600}
    told, seen = decode("vcd", made.model, inputs, config(made), settings, steps=STEPS)
    other = with_noised_image(inputs, 600)
    slow = [Slow(made.model, each, Rule(), made.layer) for each in (inputs, other)]
    tokens, logits = contrasted(*slow, weight=1.0, plausibility=0.05, steps=STEPS)
    assert told.tokens[0].tolist() == tokens
    assert close(seen, logits)
    assert not close(seen[:, :1], seen[:, 1:])  # there is a contrast
    plain, _ = decode("none", made.model, inputs, config(made), steps=STEPS)
    assert plain.tokens[0].tolist() != tokens


def test_what_pai_reads_is_the_amplified_attention():
    model, inputs = tiny_llava(), tiny_inputs()
    settings = SparcConfig(layer=2)

    class Watched(Pai):
        def weights(self, step, layer, scores, image):
            weights = super().weights(step, layer, scores, image)
            if layer == 2:
                self.last = weights[:, image].mean(0)
            return weights

    told, _ = decode("pai", model, inputs, settings, {"start": 1}, steps=STEPS, record=True)
    slow = Slow(model, inputs, Watched(0.2, 1), 2)
    read = []
    for token in told.tokens[0].tolist():
        slow.logits()
        read.append(slow.rule.last)
        slow.add(token)
    torch.testing.assert_close(told.trace.read[:, 0], torch.stack(read), atol=1e-4, rtol=1e-3)
    below, _ = decode("pai", model, inputs, settings, {"start": 3}, steps=STEPS, record=True)
    assert (below.trace.gain == 1).all()


def test_the_default_start_is_at_the_published_depth():
    made = tiny_llava()
    for layers, start in ((32, 2), (28, 2), (12, 1), (6, 0)):
        made.config.text_config.num_hidden_layers = layers
        parts = METHODS["pai"].parts(made, SparcConfig(), {"alpha": 0.2})
        assert parts.recalibration.args[0]["start"] == start


def test_the_contrast_by_hand():
    """Of tokens with 0.5, 0.3, 0.15 and 0.05, the last is not plausible at 0.2 and the third gains most."""
    own = torch.tensor([[0.5, 0.3, 0.15, 0.05]]).log()
    other = torch.tensor([[0.7, 0.25, 0.04, 0.01]]).log()
    found = Contrast(1.0, 0.2, dict)(torch.cat([own + 3, other - 2]))
    assert torch.equal(found[:1], found[1:])
    expected = torch.tensor([0.5**2 / 0.7, 0.3**2 / 0.25, 0.15**2 / 0.04])
    torch.testing.assert_close(found[0, :3].softmax(-1), expected / expected.sum())
    assert found[0, 3] == -torch.inf
    everything = Contrast(1.0, 0.0, dict)(torch.cat([own, other]))
    assert everything.isfinite().all()
    barred = torch.tensor([[0.0, -torch.inf]] * 2)  # as another logits processor leaves it
    assert Contrast(1.0, 0.0, dict)(barred)[0].tolist() == [0.0, -torch.inf]


def test_the_words_alone_are_the_words_in_order():
    inputs = tiny_inputs(seed=3)
    inputs["input_ids"][0, 0], inputs["attention_mask"][0, 0] = 0, 0  # padding
    found = without_image(inputs, tiny_llava())
    assert set(found) == {"input_ids", "attention_mask"}
    words = inputs["input_ids"][0, inputs["input_ids"][0] != IMAGE_TOKEN]
    assert found["input_ids"][0, IMAGE_TOKENS:].tolist() == words.tolist()
    assert IMAGE_TOKEN not in found["input_ids"]
    assert found["attention_mask"][0].tolist() == [0] * (IMAGE_TOKENS + 1) + [1] * 7
    assert inputs["input_ids"].shape == found["input_ids"].shape


def test_the_noise_is_that_of_the_diffusion():
    """Step by step: the picture shrinks by sqrt(1 - g) and noise of the variance g is added."""
    scale, variance = 1.0, 0.0
    for place in range(700):
        rate = 1e-5 + (5e-3 - 1e-5) / (1 + np.exp(6 - 12 * place / 999))
        scale, variance = scale * (1 - rate) ** 0.5, variance * (1 - rate) + rate
    picture = torch.linspace(-2, 2, 3 * 64 * 64).reshape(1, 3, 64, 64)
    noise = (noised(picture, 700, alike=True) - scale * picture) / variance**0.5
    assert abs(noise.mean()) < 0.03
    assert abs(noise.std() - 1) < 0.03
    assert abs(torch.corrcoef(torch.stack([noise.flatten(), picture.flatten()]))[0, 1]) < 0.03
    assert torch.equal(noised(picture, 0, alike=True), picture)
    assert torch.equal(noised(picture, 700, alike=True), noised(picture, 700, alike=True))
    assert noised(picture.half(), 700, alike=True).dtype == torch.float16


def test_each_picture_gets_the_same_noise_and_each_patch_its_own():
    alike = noised(torch.zeros(2, 3, 4, 4), 500, alike=True)
    assert torch.equal(alike[0], alike[1])
    apart = noised(torch.zeros(2, 12), 500, alike=False)
    assert not torch.equal(apart[0], apart[1])
    pictures = with_noised_image(tiny_inputs(rows=2), 999)["pixel_values"]
    assert pictures[0].sub(pictures[1]).abs().mean() < 0.5  # 999 steps leave little else than noise
    assert not torch.equal(pictures[0], pictures[1])


def test_a_prompt_without_an_image_has_nothing_to_noise():
    with pytest.raises(ValueError, match="no image to put noise on"):
        decode("vcd", tiny_llava(), {"input_ids": torch.tensor([[1, 8, 9]])}, SparcConfig(layer=2))


def test_a_model_that_leaves_the_contrast_out_is_told(monkeypatch):
    """As Janus does: its own `generate` keeps the logits processors for itself."""
    model = tiny_llava()
    stock = type(model).generate
    monkeypatch.setattr(type(model), "generate", lambda self, logits_processor, **options: stock(self, **options))
    with pytest.raises(ValueError, match="does not decode with what it is given"):
        decode("vcd", model, tiny_inputs(), SparcConfig(layer=2))


def test_models_to_which_two_pictures_are_others_are_refused():
    model = tiny_llava()
    model.config.model_type = "molmo2"
    with pytest.raises(ValueError, match="VCD can't be used with LlavaForConditionalGeneration"):
        decode("vcd", model, tiny_inputs(), SparcConfig(layer=2))
