"""What can be asked of `generate`, and of the model itself, while SPARC is at work; and what is refused."""

import threading

import pytest
import torch
from transformers import DynamicCache, GenerationConfig, StaticCache
from transformers.cache_utils import QuantizedCache

from sparc_desktop.sparc import Sparc, SparcConfig, SparcError, attention
from sparc_desktop.sparc.attention import at_work
from sparc_desktop.sparc.recalibration import Recalibration
from tests.support.families import FAMILIES
from tests.support.tiny_llava import IMAGE_TOKEN, IMAGE_TOKENS, LAYERS, one_that_ends, tiny_inputs, tiny_llava

STEPS = 40
CONFIG = SparcConfig(alpha=1.1, beta=0.1, tau=1.0, layer=2)
WATCHING = SparcConfig(alpha=1.0, beta=0.1, tau=1.0, layer=2)


def generate(model, inputs, steps=STEPS, **options):
    options = {"do_sample": False, **options}
    return model.generate(**inputs, max_new_tokens=steps, output_logits=True, return_dict_in_generate=True, **options)


def logits(out):
    return torch.stack(out.logits, 1)  # [batch, steps, vocabulary]


@pytest.fixture
def model():
    return tiny_llava()


def forced(sparc, inputs, tokens, cache=None):
    """The logits of these tokens in a plain loop of forward passes, as somebody's own decoding would do it."""
    out = sparc.model(**inputs, past_key_values=cache, use_cache=True)
    found = [out.logits[:, -1]]
    for token in tokens.T[:-1]:
        out = sparc.model(input_ids=token[:, None], past_key_values=out.past_key_values, use_cache=True)
        found.append(out.logits[:, -1])
    return torch.stack(found, 1)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"num_beams": 2}, "beam_search"),
        ({"num_beams": 2, "do_sample": True}, "beam_sample"),
        ({"prompt_lookup_num_tokens": 3}, "assisted"),
        ({"penalty_alpha": 0.6, "top_k": 4}, "contrastive"),
        ({"custom_generate": "somewhere/else"}, "custom_generate"),
        ({"use_cache": False}, "use_cache"),
        ({"prefill_chunk_size": 8}, "prefill_chunk_size"),
        ({"cache_implementation": "quantized", "cache_config": {"backend": "quanto"}}, "quantized|quanto"),
    ],
)
def test_what_it_cannot_follow_is_refused_with_the_reason(model, options, reason):
    with Sparc(model, CONFIG), pytest.raises((SparcError, ImportError), match=reason):
        generate(model, tiny_inputs(), 4, **options)


def test_an_assistant_is_refused(model):
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="assisted"):
        generate(model, tiny_inputs(), 4, assistant_model=tiny_llava(1))


def test_what_the_model_itself_is_set_to_is_seen(model):
    """A beam search may come from `model.generation_config`, also where a config is given that leaves it open."""
    model.generation_config.num_beams = 3
    with Sparc(model, CONFIG):
        for given in ({}, {"generation_config": GenerationConfig(max_new_tokens=4)}):
            with pytest.raises(SparcError, match="beam_search"):
                model.generate(**tiny_inputs(), **given)


def test_a_generation_config_is_used_and_left_as_it_was(model):
    config = GenerationConfig(max_new_tokens=7, do_sample=False)
    with Sparc(model, CONFIG) as sparc:
        out = model.generate(**tiny_inputs(), generation_config=config)
    assert out.shape[1] == tiny_inputs()["input_ids"].shape[1] + 7
    assert len(sparc.trace.selected) == 6
    assert config.disable_compile is None


def test_a_quantized_cache_is_refused(model):
    class Stub(QuantizedCache):
        def __init__(self):
            super(QuantizedCache, self).__init__(layers=[QuantizedLayerStub()])

    from transformers.cache_utils import QuantizedLayer

    class QuantizedLayerStub(QuantizedLayer):
        def __init__(self):
            self.is_initialized, self.cumulative_length = False, 0

        def _quantize(self, tensor, axis):
            raise NotImplementedError

        _dequantize = _quantize

    with Sparc(model, CONFIG), pytest.raises(SparcError, match="quantized"):
        model(**tiny_inputs(), past_key_values=Stub())


def test_embeddings_given_to_generate_are_refused(model):
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="inputs_embeds"):
        model.generate(inputs_embeds=torch.randn(1, 4, 32), max_new_tokens=2)


@pytest.mark.parametrize("make", [lambda model: DynamicCache(config=model.config.text_config), None, "static"])
def test_every_cache_gives_the_same(model, make):
    inputs = tiny_inputs()
    with Sparc(model, CONFIG) as sparc:
        expected = generate(model, inputs)
        counts = sparc.trace.counts
        options = {"cache_implementation": make} if isinstance(make, str) else {}
        if callable(make):
            options["past_key_values"] = make(model)
        out = generate(model, inputs, **options)
        assert torch.equal(sparc.trace.counts, counts)
    assert counts.sum() > STEPS / 2
    torch.testing.assert_close(logits(out), logits(expected), atol=1e-5, rtol=0)


def test_a_static_cache_can_be_used_again(model):
    cache = StaticCache(config=model.config.text_config, max_cache_len=128)
    with Sparc(model, CONFIG) as sparc:
        expected = [(generate(model, tiny_inputs(seed=seed)), sparc.trace.counts) for seed in range(2)]
        for seed in range(2):
            cache.reset()
            out = generate(model, tiny_inputs(seed=seed), past_key_values=cache)
            assert torch.equal(sparc.trace.counts, expected[seed][1])
            torch.testing.assert_close(logits(out), logits(expected[seed][0]), atol=1e-5, rtol=0)


def test_sampling_follows_the_tokens_that_were_drawn(model):
    inputs = tiny_inputs()
    prompt = inputs["input_ids"].shape[1]
    with Sparc(model, CONFIG) as sparc:
        torch.manual_seed(3)
        drawn = generate(model, inputs, do_sample=True, num_return_sequences=3)
        tokens, counts = drawn.sequences[:, prompt:], sparc.trace.counts
        assert len({tuple(row) for row in tokens.tolist()}) == 3
        for row in range(3):
            again = forced(sparc, inputs, tokens[row : row + 1])
            assert torch.equal(sparc.trace.counts[0], counts[row])
            torch.testing.assert_close(again[0], logits(drawn)[row], atol=1e-5, rtol=0)
    assert counts.sum() > 0


def test_a_loop_of_forward_passes_is_the_same_as_generate(model):
    inputs = tiny_inputs()
    with Sparc(model, CONFIG) as sparc:
        out = generate(model, inputs)
        counts = sparc.trace.counts
        found = forced(sparc, inputs, out.sequences[:, inputs["input_ids"].shape[1] :])
        assert torch.equal(sparc.trace.counts, counts)
    torch.testing.assert_close(found, logits(out), atol=1e-5, rtol=0)


def test_two_captions_written_in_turn_keep_apart(model):
    inputs = [tiny_inputs(seed=seed) for seed in range(2)]
    prompt = inputs[0]["input_ids"].shape[1]
    with Sparc(model, CONFIG):
        alone = [generate(model, each) for each in inputs]
        passes = [model(**each, use_cache=True) for each in inputs]
        for step in range(STEPS - 1):
            for which in range(2):
                torch.testing.assert_close(
                    passes[which].logits[:, -1], logits(alone[which])[:, step], atol=1e-5, rtol=0
                )
                token = alone[which].sequences[:, prompt + step, None]
                passes[which] = model(input_ids=token, past_key_values=passes[which].past_key_values)


def test_threads_share_the_model(model):
    inputs = [tiny_inputs(seed=seed) for seed in range(3)]
    with Sparc(model, CONFIG):
        expected = [logits(generate(model, each)) for each in inputs]
        found = {}

        def work(which):
            found[which] = logits(generate(model, inputs[which]))

        threads = [threading.Thread(target=work, args=(which,)) for which in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for which in range(3):
        torch.testing.assert_close(found[which], expected[which])


def test_another_model_of_the_same_config_is_left_alone(model):
    other = type(model)(model.config).eval()
    other.load_state_dict(model.state_dict())
    plain = generate(other, tiny_inputs())
    with Sparc(model, CONFIG):
        changed = generate(model, tiny_inputs())
        untouched = generate(other, tiny_inputs())
        with Sparc(other, CONFIG):
            assert torch.equal(logits(generate(other, tiny_inputs())), logits(changed))
    assert torch.equal(logits(untouched), logits(plain))


def several_images(before: int = 2) -> dict[str, torch.Tensor]:
    """A prompt of two images, the second right after the first word that follows the first."""
    generator = torch.Generator().manual_seed(5)
    words = torch.randint(5, 60, (1, before + 6), generator=generator)
    image = torch.full((1, IMAGE_TOKENS), IMAGE_TOKEN)
    ids = torch.cat([words[:, :before], image, words[:, before : before + 1], image, words[:, before + 1 :]], 1)
    pixels = torch.randn(2, 3, 32, 32, generator=generator)
    return {"input_ids": ids, "attention_mask": torch.ones_like(ids), "pixel_values": pixels}


def test_several_images_are_all_recalibrated(model):
    with Sparc(model, CONFIG) as sparc:
        generate(model, several_images())
        assert sparc.trace.counts.shape == (1, 2 * IMAGE_TOKENS)
        halves = sparc.trace.counts[0].split(IMAGE_TOKENS)
    assert all(half.sum() > 0 for half in halves)


def test_rows_with_one_and_two_images(model):
    one, two = tiny_inputs(before=3), several_images()
    pad = two["input_ids"].shape[1] - one["input_ids"].shape[1]
    padded = {name: torch.nn.functional.pad(one[name], (pad, 0)) for name in ("input_ids", "attention_mask")}
    batch = {name: torch.cat([padded[name], two[name]]) for name in padded}
    batch["pixel_values"] = torch.cat([one["pixel_values"], two["pixel_values"]])
    with Sparc(model, CONFIG) as sparc:
        together = generate(model, batch)
        counts = sparc.trace.counts
        for row, inputs in enumerate((one, two)):
            alone = generate(model, inputs)
            own = sparc.trace.counts[0]
            assert torch.equal(counts[row, : len(own)], own)
            assert counts[row, len(own) :].sum() == 0
            torch.testing.assert_close(logits(alone)[0], logits(together)[row], atol=1e-3, rtol=0)


@pytest.mark.parametrize("length", [1, 6])
@pytest.mark.parametrize("only_new", [True, False])
def test_a_further_question_is_a_prefill_however_short(model, length, only_new):
    """It starts from untouched values: with what it then selects it equals the same prompt in one piece."""
    inputs = tiny_inputs()
    question = torch.randint(5, 60, (1, length), generator=torch.Generator().manual_seed(7))
    with Sparc(model, WATCHING) as plain:
        first = generate(plain.model, inputs, 20)
    with Sparc(model, CONFIG) as sparc:
        whole_ids = torch.cat([first.sequences, question], 1)
        whole = generate(model, {"input_ids": whole_ids, "pixel_values": inputs["pixel_values"]}, 20)
        counts = sparc.trace.counts
        cache = DynamicCache(config=model.config.text_config)
        prompt = inputs["input_ids"].shape[1]
        forced(sparc, inputs, first.sequences[:, prompt:], cache)
        # The caption was written with SPARC here, so its own keys differ: put in what a caption without it has.
        cache.crop(-(first.sequences.shape[1] - 1 - prompt))
        model(input_ids=first.sequences[:, prompt:], past_key_values=cache)
        ids = question if only_new else whole_ids
        more = {"input_ids": ids, "attention_mask": torch.ones_like(whole_ids)}
        continued = generate(model, more, 20, past_key_values=cache)
        assert torch.equal(sparc.trace.counts, counts)
    assert counts.sum() > 0
    torch.testing.assert_close(logits(continued), logits(whole), atol=1e-4, rtol=0)


def test_the_cached_values_are_untouched(model):
    """Bit for bit what the same tokens leave behind without recalibration, in the layer that only the image reaches."""
    inputs = tiny_inputs()
    prompt = inputs["input_ids"].shape[1]
    with Sparc(model, CONFIG) as sparc:
        out = generate(model, inputs)
        assert sparc.trace.counts.max() > 2
    before = model(**inputs, use_cache=True).past_key_values
    for layer in range(LAYERS):
        assert torch.equal(out.past_key_values.layers[layer].values[:, :, :prompt], before.layers[layer].values)
        assert torch.equal(out.past_key_values.layers[layer].keys[:, :, :prompt], before.layers[layer].keys)


def test_a_cache_that_changed_behind_its_back_is_refused(model):
    with Sparc(model, CONFIG):
        out = generate(model, tiny_inputs(), 8)
        out.past_key_values.crop(-2)
        with pytest.raises(SparcError, match="tokens"):
            model(input_ids=out.sequences[:, -1:], past_key_values=out.past_key_values)


def test_a_cache_filled_without_it_is_refused(model):
    out = generate(model, tiny_inputs(), 8)
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="not filled under this Sparc"):
        generate(model, {"input_ids": out.sequences}, 4, past_key_values=out.past_key_values)


def test_a_compiled_model_is_refused(model):
    model.compile(backend="eager")
    with pytest.raises(SparcError, match="compiled"), Sparc(model, CONFIG):
        pass


def test_an_attention_that_is_never_seen_is_told(model, monkeypatch):
    """A model whose layers don't go through the attention interface would otherwise run without SPARC, unnoticed."""
    monkeypatch.setattr(Recalibration, "observe", lambda *_: None)
    with Sparc(model, CONFIG), pytest.raises(SparcError, match="no attention"):
        generate(model, tiny_inputs(), 4)


def test_a_generate_that_was_bound_before_is_checked_too(model):
    before = model.generate
    with Sparc(model, CONFIG):
        with pytest.raises(SparcError, match="beam_search"):
            before(**tiny_inputs(), max_new_tokens=3, num_beams=2)
        with pytest.raises(SparcError, match="use_cache"):
            type(model).generate(model, **tiny_inputs(), max_new_tokens=3, use_cache=False)


def test_a_generate_of_ones_own_is_put_back(model):
    stock = model.generate
    model.generate = own = lambda *args, **options: stock(*args, **options)
    with Sparc(model, CONFIG) as sparc:
        generate(model, tiny_inputs(), 5)
        assert len(sparc.trace.selected) == 4
        with pytest.raises(SparcError, match="beam_search"):
            generate(model, tiny_inputs(), 5, num_beams=2)
    assert model.generate is own


def test_rows_that_change_places_are_noticed(model):
    """As somebody's own beam search would do it."""
    batch = {name: torch.cat([tiny_inputs(seed=1)[name], tiny_inputs(seed=2)[name]]) for name in tiny_inputs()}
    with Sparc(model, CONFIG):
        out = model(**batch, use_cache=True)
        token = out.logits[:, -1].argmax(-1, keepdim=True)
        out.past_key_values.reorder_cache(torch.tensor([1, 0]))
        with pytest.raises(SparcError, match="reordered"):
            model(input_ids=token, past_key_values=out.past_key_values)


def test_a_row_that_has_ended_selects_nothing_more(model):
    with Sparc(model, CONFIG) as sparc:
        inputs = one_that_ends(model, STEPS)
        batch = {name: torch.cat([each[name] for each in inputs]) for name in inputs[0]}
        generate(model, batch)
        together = sparc.trace.counts
        for row in range(2):
            generate(model, inputs[row])
            assert torch.equal(sparc.trace.counts[0], together[row])
    assert together[1].sum() > together[0].sum()


def test_positional_arguments_are_understood(model):
    with Sparc(model, CONFIG) as sparc:
        out = generate(model, tiny_inputs())
        counts = sparc.trace.counts
        step = model(**tiny_inputs(), use_cache=True)
        for place in range(tiny_inputs()["input_ids"].shape[1], out.sequences.shape[1] - 1):
            step = model(out.sequences[:, place : place + 1], None, None, None, step.past_key_values)
        assert torch.equal(sparc.trace.counts, counts)


def test_each_thread_has_its_own_trace(model):
    with Sparc(model, CONFIG) as sparc:
        generate(model, tiny_inputs(seed=1), 20)
        own = sparc.trace.counts
        thread = threading.Thread(target=generate, args=(model, tiny_inputs(seed=2), 30))
        thread.start()
        thread.join()
        assert torch.equal(sparc.trace.counts, own)


def test_a_cache_is_still_known_when_it_is_entered_again(model):
    sparc = Sparc(model, CONFIG)
    with sparc:
        out = generate(model, tiny_inputs(), 8)
    with sparc:
        generate(model, {"input_ids": out.sequences}, 8, past_key_values=out.past_key_values)
        assert sparc.trace.counts.shape == (1, IMAGE_TOKENS)


def test_an_additive_mask_is_obeyed(model):
    """Some models make their own, of floats; the left half of the image is hidden in this one."""
    inputs = tiny_inputs()
    length = inputs["input_ids"].shape[1]
    hidden = slice(3, 3 + IMAGE_TOKENS // 2)

    def mask(queries, keys):
        allowed = torch.ones(queries, keys).tril(keys - queries).bool()
        allowed[:, hidden] = False
        return torch.zeros(1, 1, queries, keys).masked_fill(~allowed, -1e30)

    with Sparc(model, CONFIG) as sparc:
        out = model(**inputs | {"attention_mask": mask(length, length)}, use_cache=True)
        for step in range(1, STEPS):
            token = out.logits[:, -1].argmax(-1, keepdim=True)
            out = model(input_ids=token, past_key_values=out.past_key_values, attention_mask=mask(1, length + step))
        left, right = sparc.trace.counts[0].split(IMAGE_TOKENS // 2)
    assert left.sum() == 0
    assert right.sum() > 0


@pytest.mark.parametrize("name", attention.UNSUPPORTED)
def test_attention_that_asks_for_more_is_refused(model, name):
    text = model.model.language_model.layers[0].self_attn
    query = torch.randn(1, 4, 1, 8)
    with Sparc(model, CONFIG):
        model(**tiny_inputs())
        at_work.state = Recalibration(CONFIG, frozenset([id(text)]), torch.ones(1, 1, dtype=torch.bool), 1)
        with pytest.raises(SparcError, match="more than attend"):
            attention.attention(text, query, query, query, None, **{name: 1})


def test_the_model_of_another_name_takes_its_usual_ways():
    """gemma4 computes fewer queries, and masks them otherwise, where its attention is not called "sdpa"."""
    tiny = FAMILIES["gemma4"]()
    inputs = tiny.inputs()
    expected = tiny.model(**inputs, use_cache=True, logits_to_keep=3).logits
    with Sparc(tiny.model, SparcConfig(alpha=1.0, layer=tiny.layer)):
        found = tiny.model(**inputs, use_cache=True, logits_to_keep=3).logits
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=1e-5)
