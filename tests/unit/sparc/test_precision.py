"""Half precision and 4-bit weights: nothing overflows, and the method stays the same."""

from dataclasses import replace

import pytest
import torch
from transformers import BitsAndBytesConfig, LlavaForConditionalGeneration

from sparc_desktop.sparc import Sparc, SparcConfig, attention, recalibration
from tests.support.tiny_llava import tiny_inputs, tiny_llava
from tests.unit.sparc.naive import NaiveSparc

LONG = 512
CONFIG = SparcConfig(alpha=1.1, beta=0.1, tau=1.0, layer=2)


@pytest.fixture(params=["open", "scaled"])
def kernel(request, monkeypatch):
    """Both ways to apply the gain: the one for CPUs, and the one for GPUs, which is right on a CPU too, only slower."""
    if request.param == "scaled":
        monkeypatch.setattr(attention, "_is_cheap_openly", lambda query: False)


def cast(inputs, dtype):
    return inputs | {"pixel_values": inputs["pixel_values"].to(dtype)}


def decode(model, inputs, steps, **options):
    out = model.generate(
        **inputs, max_new_tokens=steps, do_sample=False, output_logits=True, return_dict_in_generate=True, **options
    )
    return torch.stack(out.logits)[:, 0], out.sequences[:, -steps:]


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("kv_heads", [1, 4])
def test_both_ways_are_the_formulas(kv_heads):
    model, inputs = tiny_llava(kv_heads=kv_heads), tiny_inputs()
    with Sparc(model, CONFIG) as sparc:
        logits, tokens = decode(model, inputs, 64)
    naive = NaiveSparc(model, CONFIG)
    assert tokens[0].tolist() == naive.generate(inputs["input_ids"][0], inputs["pixel_values"], 64).tolist()
    assert torch.equal(sparc.trace.counts[0], naive.counts)
    assert naive.counts.sum() > 32
    torch.testing.assert_close(logits, torch.stack(naive.logits), atol=1e-4, rtol=0)


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32])
def test_the_same_tokens_selected_at_every_step_overflow_nothing(dtype, monkeypatch):
    """alpha ** 511 is 1e21, the largest float16 is 65504."""
    always = torch.zeros(1, 16, dtype=torch.bool)
    always[:, [2, 3, 11]] = True

    def rise(now, average):
        found = torch.full_like(average, -torch.inf)
        found[:, 3:19] = found[:, 3:19].masked_fill(always, torch.inf)
        return found

    monkeypatch.setattr(recalibration, "rise", rise)
    model = tiny_llava().to(dtype)
    inputs = cast(tiny_inputs(), dtype)
    with Sparc(model, CONFIG) as sparc:
        logits, _ = decode(model, inputs, LONG)
    assert torch.equal(sparc.trace.counts, (LONG - 1) * always)
    assert logits.isfinite().all()
    assert logits.abs().max() > 0.1
    assert all(layer.values.isfinite().all() for layer in prefill_cache(model, inputs).layers)


def prefill_cache(model, inputs):
    return model(**inputs, use_cache=True).past_key_values


def test_in_place_scaling_would_overflow():
    """The negative control: what the released program does to its cache."""
    value = torch.ones((), dtype=torch.float16)
    for _ in range(LONG - 1):
        value *= CONFIG.alpha
    assert value.isinf()


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(("dtype", "near"), [(torch.float16, 0.02), (torch.bfloat16, 0.15)])
def test_half_precision_is_near_single_precision(dtype, near):
    """As near as without SPARC: the tokens are given, so that one rounding can't lead to another caption."""
    model, inputs = tiny_llava(), tiny_inputs()
    with Sparc(model, CONFIG) as sparc:
        exact, tokens = decode(model, inputs, 48)
        counts = sparc.trace.counts
        half = tiny_llava().to(dtype)
    with Sparc(half, CONFIG) as sparc:
        out = half(**cast(inputs, dtype), use_cache=True)
        found = [out.logits[0, -1]]
        for token in tokens[0, :-1]:
            out = half(input_ids=token.view(1, 1), past_key_values=out.past_key_values)
            found.append(out.logits[0, -1])
    difference = (torch.stack(found).float() - exact).abs().max() / exact.abs().max()
    assert difference < near
    assert (sparc.trace.counts - counts).abs().float().mean() < 0.1 * counts.float().mean()


def test_a_token_without_attention_is_never_selected():
    average = torch.tensor([[0.0, 1e-12, 1e-3, 0.2]])
    now = torch.tensor([[0.5, 0.5, 0.5, 0.1]])
    rise = recalibration.rise(now, average)
    assert rise[0, :2].tolist() == [-torch.inf, -torch.inf]
    assert (rise[0, 2] > 1) and (rise[0, 3] < 0)


def test_weights_in_4_bits(tmp_path):
    tiny_llava(kv_heads=4, width=64).save_pretrained(tmp_path)  # 64 weights share one scale
    quantization = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_compute_dtype=torch.float32,
        llm_int8_skip_modules=["model.vision_tower", "model.multi_modal_projector", "lm_head"],
    )
    model = LlavaForConditionalGeneration.from_pretrained(
        tmp_path, quantization_config=quantization, dtype=torch.float32, device_map="cpu"
    ).eval()
    assert type(model.model.language_model.layers[0].self_attn.v_proj).__name__ == "Linear4bit"
    inputs = tiny_inputs()
    before, _ = decode(model, inputs, 48)
    with Sparc(model, CONFIG) as sparc:
        logits, tokens = decode(model, inputs, 48)
    after, _ = decode(model, inputs, 48)
    assert torch.equal(before, after)
    naive = NaiveSparc(model, CONFIG)
    assert tokens[0].tolist() == naive.generate(inputs["input_ids"][0], inputs["pixel_values"], 48).tolist()
    assert torch.equal(sparc.trace.counts[0], naive.counts)
    assert naive.counts.sum() > 16
    torch.testing.assert_close(logits, torch.stack(naive.logits), atol=1e-3, rtol=1e-3)


def test_what_rises_by_exactly_tau_is_selected():
    state = recalibration.Recalibration(CONFIG, frozenset(), torch.ones(1, 2, dtype=torch.bool), 2)
    state.observe(torch.tensor([[[0.25, 0.25]]]))
    state.begin_step(torch.zeros(1, 1))
    state.observe(torch.tensor([[[0.5, 0.4999]]]))
    assert state.trace().counts.tolist() == [[1, 0]]


@pytest.mark.usefixtures("kernel")
def test_in_float16_the_gain_is_exact_far_beyond_what_captions_reach(monkeypatch):
    """What lies above the bound is scaled down as a whole; here alpha ** c comes to 16,000."""
    config = replace(CONFIG, method="unselective", alpha=1.6)
    model, half, inputs = tiny_llava(), tiny_llava().half(), tiny_inputs()
    with Sparc(model, config):
        exact, tokens = decode(model, inputs, 22)
    with Sparc(half, config):
        out = half(**cast(inputs, torch.float16), use_cache=True)
        found = [out.logits[0, -1]]
        for token in tokens[0, :-1]:
            out = half(input_ids=token.view(1, 1), past_key_values=out.past_key_values)
            found.append(out.logits[0, -1])
    assert (torch.stack(found).float() - exact).abs().max() / exact.abs().max() < 0.02


def test_large_values_are_left_alone_where_nothing_is_recalibrated():
    weights, value = torch.full((1, 2, 1, 4), 0.25), torch.full((1, 2, 4, 8), 30000.0).half()
    assert (attention._product(weights, value) == 30000).all()
    grown = attention._product(weights * 1000, value)
    assert grown.isfinite().all()
    assert (grown >= 4096).all()


def test_large_queries_and_keys_stay_in_the_range_of_float16():
    query = key = torch.full((1, 2, 1, 128), 30.0).half()
    assert attention._scores(query, key, None, None).isfinite().all()
