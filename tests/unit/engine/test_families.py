"""Any family of models: its own processor and chat template, its text part in four bits, SPARC where the two fit.

The folders are tiny and their weights random: what is said is nonsense, and how it comes about is what is tested.
"""

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
import torch
from PIL import Image
from torch import Tensor

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Finished
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.conversation import Conversation
from sparc_desktop.engine.engine import Engine
from sparc_desktop.engine.inputs import inputs_of
from sparc_desktop.engine.picture_size import BUDGETS, LIMITS
from sparc_desktop.engine.prompts import PROMPTS
from sparc_desktop.engine.quantization import quantizable
from sparc_desktop.resources import assets
from sparc_desktop.sparc import config as settings
from tests.support.families import IMAGE_TOKEN
from tests.support.family_folders import FAMILIES, WITHOUT_SPARC, save_family

KINDS = {"nf4": "Linear4bit", "int4": "Int4Linear"}
STEPS = 16
# Of the largest logit: what bfloat16 makes of padding. Rows without padding are the same bit for bit.
ROUNDED, SAME = 0.03, 1e-5
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # in glm4v's processor
every_family = pytest.mark.parametrize("family", FAMILIES)
Load = Callable[[str, Wish], Engine]


def picture(number: int, size: tuple[int, int]) -> Image.Image:
    path = sorted((assets() / "samples").glob("*.png"))[number]
    return Image.open(path).convert("RGB").resize(size)


def capture(image: Image.Image) -> Capture:
    data = io.BytesIO()
    image.save(data, "PNG")
    return Capture("picture", data.getvalue())


WIDE, TALL = picture(0, (96, 64)), picture(1, (64, 112))


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Load]:
    """Models by family and format, each made once; small ones stay as they are where nothing is wished."""
    folder, threads = tmp_path_factory.mktemp("families"), torch.get_num_threads()
    torch.set_num_threads(1)  # matrices this small are slower on two

    @cache
    def engine(family: str, wish: Wish) -> Engine:
        return Engine(save_family(folder / wish / family, family), lambda event: None, wish)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        for family in FAMILIES:
            patch.setitem(settings.PUBLISHED_TAU, family, 0.3)  # so that there is something to select
        yield engine
    torch.set_num_threads(threads)


def ask(engine: Engine, image: Image.Image = WIDE, words: int = 5, **wishes: Any) -> Finished:
    events: list[Event] = []
    engine.describe(Request(1, capture(image), words, **wishes), events.append, lambda: False)
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1]


def conversation(engine: Engine) -> Conversation:
    assert engine._conversation is not None
    return engine._conversation


@pytest.mark.parametrize(
    ("family", "wish"), [*((family, "nf4") for family in FAMILIES), *((family, "int4") for family in FAMILIES[::4])]
)
def test_in_four_bits_it_describes_and_answers(load: Load, family: str, wish: Wish) -> None:
    engine = load(family, wish)
    model, sparc = engine.loaded.model, engine.loaded.sparc
    assert sum(type(layer).__name__ == KINDS[wish] for layer in model.modules()) > 20
    assert not list(quantizable(model)), "nothing is left that could be"
    told = ask(engine)
    assert told.sparc
    assert told.text
    assert sparc
    assert sparc.trace.counts.sum() > 0, "it had something to do"
    described = conversation(engine).ids
    answer = ask(engine, question="Why?")
    assert answer.sparc
    assert answer.text
    assert torch.equal(conversation(engine).ids[:, : described.shape[1]], described), "on what it remembers"
    assert "Why?" in engine.loaded.processor.tokenizer.decode(conversation(engine).ids[0])


def anew(engine: Engine, image: Image.Image, ids: Tensor) -> dict[str, Any]:
    """Inputs for all these tokens at once, with the picture; those after the prompt are words."""
    inputs = engine.prepare(Request(1, capture(image)))[1]
    words = ids.shape[1] - inputs["input_ids"].shape[1]
    kinds = {name: kind for name, kind in inputs.items() if name.endswith("token_type_ids")}
    return inputs | {
        "input_ids": ids,
        "attention_mask": torch.ones_like(ids),
        **{name: torch.nn.functional.pad(kind, (0, words)) for name, kind in kinds.items()},
    }


@every_family
def test_an_answer_on_memory_is_that_of_reading_all_anew(load: Load, family: str) -> None:
    """Without SPARC, which begins with each question, and at full precision, so that rounding decides nothing."""
    engine = load(family, "auto")
    assert engine.loaded.choice.format == "full"
    ask(engine, TALL, words=20, sparc=False)
    described = conversation(engine)
    ask(engine, TALL, words=20, sparc=False, question="Why?")
    ids = described.next_ids(engine.loaded.processor, "Why?", 10_000)
    assert ids is not None
    answered = conversation(engine).ids
    assert len(set(answered[0, ids.shape[1] :].tolist())) > 1, "it says something"
    steps = answered.shape[1] - ids.shape[1]
    out = engine.loaded.model.generate(**anew(engine, TALL, ids), do_sample=False, max_new_tokens=steps)
    assert torch.equal(out, answered)


def told(engine: Engine, inputs: dict[str, Any]) -> tuple[Tensor, Tensor]:
    """The tokens of captions with SPARC, [rows, STEPS], and the logits of the first of them."""
    sparc = engine.loaded.sparc
    assert sparc
    with sparc:
        out = engine.loaded.model.generate(
            **inputs, do_sample=False, max_new_tokens=STEPS, return_dict_in_generate=True, output_logits=True
        )
    assert sparc.trace.counts.sum(1).all()
    return out.sequences[:, -STEPS:], out.logits[0].float()


@pytest.mark.parametrize("wish", ["auto", "nf4"])
@every_family
def test_two_pictures_in_a_batch_are_told_as_one_by_one(load: Load, family: str, wish: Wish) -> None:
    engine = load(family, wish)
    shown = {"Describe this.": WIDE, "What is in the picture?": TALL}
    batch = inputs_of(engine.loaded.model, engine.loaded.processor, [*shown.values()], [*shown])
    padding = (batch["attention_mask"] == 0).sum(1).tolist()
    assert sorted(map(bool, padding)) == [False, True]
    both, logits = told(engine, batch)
    for row, (wording, image) in enumerate(shown.items()):
        alone, expected = told(engine, engine._inputs(image, wording))
        off = (logits[row] - expected[0]).abs().max() / expected.abs().max()
        assert off <= (SAME if wish == "auto" else ROUNDED if padding[row] else 0)
        if wish == "auto" or not padding[row]:
            assert torch.equal(both[row], alone[0])


@pytest.mark.parametrize("family", ["qwen3_vl"])
def test_in_chinese(load: Load, family: str) -> None:
    engine = load(family, "nf4")
    assert ask(engine, language="zh_CN", length="short").text
    wording = engine.loaded.processor.tokenizer.decode(conversation(engine).ids[0])
    assert PROMPTS["zh_CN"]["short"] in wording


@every_family
def test_only_pixels_are_rounded(load: Load, family: str) -> None:
    engine = load(family, "nf4")
    kinds = {name: value.dtype for name, value in engine._inputs(WIDE, "?").items()}
    assert kinds.pop("pixel_values") == torch.bfloat16
    assert set(kinds.values()) == {torch.int64}


@pytest.mark.parametrize("family", [family for family in FAMILIES if family in LIMITS])
def test_a_picture_in_fewer_tokens(load: Load, family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Model and processor agree on how many there are."""
    engines = [load(family, "nf4")]
    monkeypatch.setitem(BUDGETS, "cpu", 20)
    engines.append(load(family, "half"))
    spent = []
    for engine in engines:
        assert ask(engine).text
        spent.append(int((conversation(engine).ids == IMAGE_TOKEN).sum()))
    assert spent[0] > spent[1]
    assert spent[1] <= (36 if family == "llava_next" else 20)


def test_one_beginning_alone(load: Load) -> None:
    """Whether the tokenizer writes it or the template."""
    for family, beginning in (("llava", "<s>"), ("gemma3", "<bos>")):
        engine = load(family, "auto")
        prompt = engine.loaded.processor.tokenizer.decode(engine._inputs(WIDE, "?")["input_ids"][0])
        assert prompt.startswith(beginning)
        assert prompt.count(beginning) == 1


def test_an_answer_that_ends_by_itself(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """The template says how an answer ends; the model's own end is not in its memory, either."""
    engine = load("llava_next", "auto")
    whole = ask(engine)
    assert whole.truncated
    *_, end = conversation(engine).ids[0].tolist()
    monkeypatch.setattr(engine.loaded.model.generation_config, "eos_token_id", [1, end])
    ended = ask(engine)
    assert not ended.truncated
    assert whole.text.startswith(ended.text)
    described = conversation(engine)
    assert int(described.ids[0, -1]) != end
    assert described.cache.get_seq_length() == described.ids.shape[1]
    assert ask(engine, question="Why?").text


@pytest.mark.parametrize("family", WITHOUT_SPARC)
def test_a_family_that_sparc_refuses_is_used_without(load: Load, family: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("WARNING"):
        engine = load(family, "nf4")
    assert "used without SPARC" in caplog.text
    assert "reads the image through cross-attention" in caplog.text
    looks: list[int] = []
    engine.loaded.model.model.vision_model.register_forward_hook(lambda *_: looks.append(1))
    for question in (None, "Why?"):
        finished = ask(engine, question=question)
        assert finished.text
        assert not finished.sparc
    assert len(looks) == 2, "nothing is known of its memory, so it looks again"
