"""SPARC is exact, starts anew with each prompt, and leaves no trace."""

import threading
from dataclasses import replace

import pytest
import torch
from transformers.generation.streamers import BaseStreamer

from sparc_desktop.sparc import Sparc, SparcConfig, SparcError, support, use_open_attention
from sparc_desktop.sparc.attention import at_work
from sparc_desktop.sparc.support import REFUSED
from tests.support.tiny_llava import IMAGE_TOKENS, tiny_inputs, tiny_llava
from tests.unit.sparc.naive import NaiveSparc

STEPS = 96
CONFIG = SparcConfig(alpha=1.1, beta=0.1, tau=1.0, layer=2)


def generate(model, inputs, steps=STEPS, **options):
    return model.generate(
        **inputs, max_new_tokens=steps, do_sample=False, output_logits=True, return_dict_in_generate=True, **options
    )


@pytest.mark.parametrize("kv_heads", [1, 2, 4])
def test_same_as_the_formulas(kv_heads):
    model, inputs = tiny_llava(kv_heads=kv_heads), tiny_inputs()
    with Sparc(model, CONFIG) as sparc:
        out = generate(model, inputs)
    naive = NaiveSparc(model, CONFIG)
    tokens = naive.generate(inputs["input_ids"][0], inputs["pixel_values"], STEPS)

    share = torch.stack(sparc.trace.selected).float().mean().item()
    assert 0.01 <= share <= 0.3, share
    assert sum(bool(s.any()) for s in sparc.trace.selected) > STEPS / 3
    assert out.sequences[0, -STEPS:].tolist() == tokens.tolist()
    assert torch.equal(sparc.trace.counts[0], naive.counts)
    assert torch.equal(torch.stack(sparc.trace.selected)[:, 0], torch.stack(naive.selected))
    torch.testing.assert_close(torch.stack(out.logits)[:, 0], torch.stack(naive.logits), atol=1e-4, rtol=0)


def test_it_changes_the_output():
    """Otherwise the comparison above would compare nothing."""
    model, inputs = tiny_llava(), tiny_inputs()
    plain = generate(model, inputs)
    with Sparc(model, CONFIG):
        changed = generate(model, inputs)
    assert (torch.stack(plain.logits) - torch.stack(changed.logits)).abs().max() > 1e-3


def test_removal_leaves_the_model_bit_identical():
    model, inputs = tiny_llava(), tiny_inputs()
    before = generate(model, inputs)
    with Sparc(model, CONFIG):
        generate(model, inputs)
    after = generate(model, inputs)
    assert torch.equal(torch.stack(before.logits), torch.stack(after.logits))
    assert not model._forward_pre_hooks
    assert model.config.text_config._attn_implementation == "sdpa"
    assert model.config.vision_config._attn_implementation == "sdpa"


def test_an_exception_leaves_the_model_clean():
    model, inputs = tiny_llava(), tiny_inputs()
    before = generate(model, inputs, 5)
    with pytest.raises(RuntimeError, match="stop here"), Sparc(model, CONFIG):
        generate(model, inputs, 5)
        raise RuntimeError("stop here")
    assert torch.equal(torch.stack(before.logits), torch.stack(generate(model, inputs, 5).logits))


def test_an_exception_inside_generate_leaves_the_model_clean():
    model, inputs = tiny_llava(), tiny_inputs()
    before = generate(model, inputs, 5)

    class Breaks(BaseStreamer):
        def put(self, value):
            raise RuntimeError("broken in the middle")

    with pytest.raises(RuntimeError, match="in the middle"), Sparc(model, CONFIG):
        generate(model, inputs, 5, streamer=Breaks())
    assert not model._forward_pre_hooks
    assert at_work.state is None
    assert model.generate.__func__ is type(model).generate
    assert torch.equal(torch.stack(before.logits), torch.stack(generate(model, inputs, 5).logits))


def test_a_second_question_on_the_same_cache():
    """Equal to asking it with all that was said before it, as the cache holds no trace of SPARC."""
    model, inputs = tiny_llava(), tiny_inputs()
    question = torch.randint(5, 60, (1, 6), generator=torch.Generator().manual_seed(7))
    with Sparc(model, SparcConfig(alpha=1.0, beta=0.1, tau=1.0, layer=2)) as sparc:
        first = generate(model, inputs, 20)
        more = {"input_ids": torch.cat([first.sequences, question], 1), "pixel_values": inputs["pixel_values"]}
        whole = generate(model, more, 20)
        expected = sparc.trace
        continued = generate(model, {"input_ids": more["input_ids"]}, 20, past_key_values=first.past_key_values)
        assert torch.equal(sparc.trace.counts, expected.counts)
        assert expected.counts.sum() > 0
    torch.testing.assert_close(torch.stack(continued.logits), torch.stack(whole.logits), atol=1e-4, rtol=0)


def test_a_prompt_without_an_image_forgets_the_last_one():
    model = tiny_llava()
    words = torch.randint(5, 60, (1, 30), generator=torch.Generator().manual_seed(0))
    plain = generate(model, {"input_ids": words}, 8)
    follow = {"input_ids": torch.cat([plain.sequences, words[:, :4]], 1)}
    expected = generate(model, follow, 8)
    with Sparc(model, CONFIG):
        generate(model, tiny_inputs(), 8)
        text = generate(model, {"input_ids": words}, 8)
        again = generate(model, follow, 8, past_key_values=text.past_key_values)
    torch.testing.assert_close(torch.stack(again.logits), torch.stack(expected.logits), atol=1e-4, rtol=0)


def test_each_prompt_starts_anew():
    model = tiny_llava()
    with Sparc(model, CONFIG) as sparc:
        first = generate(model, tiny_inputs(seed=1))
        counts = sparc.trace.counts
        generate(model, tiny_inputs(seed=2))
        again = generate(model, tiny_inputs(seed=1))
        assert torch.equal(sparc.trace.counts, counts)
    assert torch.equal(torch.stack(first.logits), torch.stack(again.logits))


def test_padded_batch_equals_single_rows():
    model = tiny_llava()
    short, long = tiny_inputs(seed=1, before=2), tiny_inputs(seed=2, before=6)
    pad = long["input_ids"].shape[1] - short["input_ids"].shape[1]
    padding = torch.zeros(1, pad, dtype=torch.int64)
    batch = {
        "input_ids": torch.cat([torch.cat([padding, short["input_ids"]], 1), long["input_ids"]]),
        "attention_mask": torch.cat([torch.cat([padding, short["attention_mask"]], 1), long["attention_mask"]]),
        "pixel_values": torch.cat([short["pixel_values"], long["pixel_values"]]),
    }
    with Sparc(model, CONFIG) as sparc:
        together = generate(model, batch)
        counts = sparc.trace.counts
        for row, inputs in enumerate((short, long)):
            alone = generate(model, inputs)
            assert torch.equal(sparc.trace.counts[0], counts[row])
            torch.testing.assert_close(
                torch.stack(alone.logits)[:, 0], torch.stack(together.logits)[:, row], atol=1e-3, rtol=0
            )


def test_two_models_side_by_side_in_threads():
    models = [tiny_llava(seed) for seed in range(2)]
    expected = []
    for model in models:
        with Sparc(model, CONFIG):
            expected.append(torch.stack(generate(model, tiny_inputs()).logits))
    results: dict[int, torch.Tensor] = {}

    def work(index):
        with Sparc(models[index], CONFIG):
            results[index] = torch.stack(generate(models[index], tiny_inputs()).logits)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for index in range(2):
        torch.testing.assert_close(results[index], expected[index])


def test_nested_use_is_refused_and_harmless():
    model = tiny_llava()
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="already"), Sparc(model, CONFIG):
        pass
    with Sparc(model, CONFIG):
        generate(model, tiny_inputs(), 3)


def test_text_only_prompts_pass_through():
    model = tiny_llava()
    ids = torch.randint(5, 60, (1, 12), generator=torch.Generator().manual_seed(0))
    plain = generate(model, {"input_ids": ids}, 8)
    with Sparc(model, CONFIG) as sparc:
        through = generate(model, {"input_ids": ids}, 8)
        with pytest.raises(SparcError, match="image"):
            _ = sparc.trace
    assert torch.equal(torch.stack(plain.logits), torch.stack(through.logits))


def test_embeddings_instead_of_tokens_are_refused():
    model = tiny_llava()
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="input_ids"):
        model(inputs_embeds=torch.randn(1, 4, 32))


def test_alpha_one_changes_nothing_but_records():
    model, inputs = tiny_llava(), tiny_inputs()
    plain = generate(model, inputs)
    with Sparc(model, SparcConfig(alpha=1.0, beta=0.1, tau=1.0, layer=2), record=True) as sparc:
        watched = generate(model, inputs)
    torch.testing.assert_close(torch.stack(plain.logits), torch.stack(watched.logits), atol=1e-4, rtol=0)
    attention = sparc.trace.attention
    assert attention is not None
    assert attention.shape == (STEPS, 1, IMAGE_TOKENS)
    assert attention.dtype == torch.float32
    assert (attention.sum(-1) <= 1 + 1e-5).all()


@pytest.mark.parametrize(
    "config",
    [
        replace(CONFIG, method="naive"),
        replace(CONFIG, method="unselective", alpha=1.02),
        replace(CONFIG, beta=0.0),
    ],
    ids=["naive", "without selection", "without running average"],
)
def test_what_it_is_compared_with_follows_its_own_formulas(config):
    model, inputs = tiny_llava(), tiny_inputs()
    with Sparc(model, CONFIG):
        other = generate(model, inputs)
    with Sparc(model, config) as sparc:
        out = generate(model, inputs)
    naive = NaiveSparc(model, config)
    tokens = naive.generate(inputs["input_ids"][0], inputs["pixel_values"], STEPS)
    assert out.sequences[0, -STEPS:].tolist() == tokens.tolist()
    assert torch.equal(sparc.trace.counts[0], naive.counts)
    torch.testing.assert_close(torch.stack(out.logits)[:, 0], torch.stack(naive.logits), atol=1e-4, rtol=1e-4)
    assert not torch.allclose(torch.stack(out.logits), torch.stack(other.logits), atol=1e-3)


def test_a_model_that_generates_past_itself_is_told(monkeypatch):
    """As BLIP-2 does: its text part generates from embeddings, and nothing here ever sees an image token."""
    model = tiny_llava()
    monkeypatch.setattr(type(model), "generate", lambda self, inputs=None, **kwargs: inputs)
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="past its own forward"):
        model.generate(**tiny_inputs())


@pytest.mark.parametrize("family", REFUSED)
def test_a_refused_family_is_told_its_reason(family):
    model = tiny_llava()
    model.config.model_type = family
    with pytest.raises(SparcError, match=f"LlavaForConditionalGeneration: {REFUSED[family]}"):
        Sparc(model, CONFIG)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda model: setattr(model.config, "is_encoder_decoder", True), "encoder"),
        (lambda model: setattr(model.config, "image_token_id", None), "no image token"),
        (lambda model: setattr(model.config.text_config, "attn_logit_softcapping", 50.0), "soft-capped"),
        (lambda model: setattr(model.model.language_model.layers[0], "sinks", 1), "sinks"),
        (lambda model: setattr(model.config.text_config, "layer_types", ["sliding_attention"] * 4), "whole prompt"),
    ],
)
def test_what_a_model_may_not_have(change, reason):
    model = tiny_llava()
    change(model)
    with pytest.raises(SparcError, match=reason):
        Sparc(model, CONFIG)


def test_a_text_without_a_config_of_its_own_is_told(monkeypatch):
    """As Chameleon has it; the attention of the vision part would be changed with it."""
    monkeypatch.setattr(support, "text_config_key", lambda _: None)
    with pytest.raises(SparcError, match="config of their own"):
        Sparc(tiny_llava(), CONFIG)


def test_the_open_kernel_alone_is_the_stock_one():
    """It is what this program decodes with on a CPU where SPARC is switched off."""
    model, inputs = tiny_llava(), tiny_inputs()
    expected = generate(model, inputs)
    use_open_attention()
    try:
        found = generate(model, inputs)
    finally:
        use_open_attention(False)
    assert found.sequences.tolist() == expected.sequences.tolist()
    torch.testing.assert_close(torch.stack(found.logits), torch.stack(expected.logits), atol=1e-5, rtol=0)
    assert torch.equal(torch.stack(generate(model, inputs).logits), torch.stack(expected.logits))


@pytest.mark.parametrize("method", ["sparc", "naive"])
def test_the_recorded_gain_is_that_of_the_step(method):
    """What was selected takes effect one step later, and nothing at prefill."""
    model = tiny_llava()
    with Sparc(model, replace(CONFIG, method=method), record=True) as sparc:
        generate(model, tiny_inputs())
    trace = sparc.trace
    before = torch.stack(trace.selected).long().cumsum(0) - torch.stack(trace.selected).long()
    expected = CONFIG.alpha**before if method == "sparc" else torch.full(before.shape, CONFIG.alpha)
    torch.testing.assert_close(trace.gain[1:], expected.float())
    assert (trace.gain[0] == 1).all()
    assert trace.gain.shape == trace.attention.shape
