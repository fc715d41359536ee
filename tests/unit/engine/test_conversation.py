"""Questions about a picture: on the model's memory of it where that goes, and from anew where it doesn't.

The built-in model was never taught to answer, so a copy of it is told that it does: what it says is nonsense, and how
it comes about is what is tested. The questions are in its few words.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Started
from sparc_desktop.domain.failure import Code
from sparc_desktop.domain.request import MAX_QUESTION, Request
from sparc_desktop.engine.engine import Engine
from sparc_desktop.resources import assets, starter_model

FIRST, SECOND = (Capture(path.name, path.read_bytes()) for path in sorted((assets() / "samples").glob("*.png"))[:2])
QUESTION, ANOTHER = "a small candle on the left side", "in the top right corner there is a large"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "talker"
    shutil.copytree(starter_model(), folder, ignore=shutil.ignore_patterns("recipe"))
    profile = json.loads((folder / "profile.json").read_text()) | {"answers": True, "use_sparc": True}
    (folder / "profile.json").write_text(json.dumps(profile))
    return folder


@pytest.fixture
def engine(model: Path) -> Engine:
    return Engine(model, lambda event: None)


@pytest.fixture
def looks(engine: Engine) -> Iterator[list[int]]:
    """One entry each time that the model looks at a picture, with how many there are."""
    looks: list[int] = []
    tower = next(module for name, module in engine.loaded.model.named_modules() if name.endswith("vision_tower"))
    handle = tower.register_forward_hook(lambda _module, args, _output: looks.append(len(args)))
    yield looks
    handle.remove()


def ask(engine: Engine, capture: Capture, question: str | None = None, words: int = 30, *, sparc: bool = True) -> Event:
    events: list[Event] = []
    engine.describe(Request(1, capture, words, sparc, question), events.append, lambda: False)
    assert events[0] == Started(1, "" if question else capture.label) or isinstance(events[0], Failed)
    return events[-1]


def test_a_question_goes_on_where_the_description_ended(engine: Engine, looks: list[int]) -> None:
    ask(engine, FIRST)
    before = engine._conversation
    assert before is not None
    seen = len(looks)
    assert isinstance(ask(engine, FIRST, QUESTION), Finished)
    assert isinstance(ask(engine, FIRST, ANOTHER), Finished)
    assert len(looks) == seen
    after = engine._conversation
    assert after is not None
    assert torch.equal(after.ids[:, : before.ids.shape[1]], before.ids)
    more = engine.loaded.processor.tokenizer.decode(after.ids[0, before.ids.shape[1] :])
    assert more.index(QUESTION) < more.index(ANOTHER)
    assert [message["role"] for message in after.messages] == ["user", "assistant"] * 3


@pytest.mark.parametrize("sparc", [True, False])
def test_the_answer_is_that_of_the_whole_conversation_from_anew(engine: Engine, *, sparc: bool) -> None:
    """The same tokens in one prefill, with the picture, are continued alike; not with SPARC, which begins there."""
    ask(engine, FIRST, sparc=sparc)
    described = engine._conversation
    assert described is not None
    answer = ask(engine, FIRST, QUESTION, sparc=sparc)
    assert isinstance(answer, Finished)
    assert answer.sparc is sparc
    if sparc:
        return
    ids = described.next_ids(engine.loaded.processor, QUESTION, 10_000)
    assert ids is not None
    _, inputs = engine.prepare(Request(1, FIRST))
    model = engine.loaded.model
    anew = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "pixel_values": inputs["pixel_values"]}
    out = model.generate(**anew, do_sample=False, max_new_tokens=12)[0, ids.shape[1] :]
    text = engine.loaded.processor.tokenizer.decode(out, skip_special_tokens=True).strip()
    assert text
    assert answer.text.startswith(text) or text.startswith(answer.text)


def test_a_question_before_any_description(engine: Engine, looks: list[int]) -> None:
    assert isinstance(ask(engine, FIRST, QUESTION), Finished)
    assert len(looks) > 0
    assert engine._conversation is not None
    assert QUESTION in engine.loaded.processor.tokenizer.decode(engine._conversation.ids[0])


def test_another_picture_or_another_way_begins_anew(engine: Engine, looks: list[int]) -> None:
    for capture, sparc in ((FIRST, True), (SECOND, True), (SECOND, False)):
        before = len(looks)
        assert isinstance(ask(engine, capture, QUESTION, sparc=sparc), Finished)
        assert len(looks) > before


def test_without_room_it_begins_anew(engine: Engine, looks: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    ask(engine, FIRST)
    assert engine._conversation is not None
    used = engine._conversation.ids.shape[1]
    monkeypatch.setattr(engine.loaded.model.config.get_text_config(), "max_position_embeddings", used + 5)
    before = len(looks)
    assert isinstance(ask(engine, FIRST, QUESTION), Finished)
    assert len(looks) > before


ALONE = "<image> {{ messages[0]['content'][1]['text'] }}"
TEMPLATES = {
    "changes what stands before": "{{ messages | length }}"
    "{% for each in messages %}<image>{{ each['content'][-1]['text'] }}{% endfor %}",
    "raises": "{% if messages | length > 1 %}{{ raise_exception('one turn only') }}{% endif %}" + ALONE,
    "leaves the answer out": ALONE,
}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_that_has_no_second_turn(engine: Engine, looks: list[int], template: str) -> None:
    engine.loaded.processor.chat_template = template
    ask(engine, FIRST)
    before = len(looks)
    assert isinstance(ask(engine, FIRST, QUESTION), Finished)
    assert len(looks) > before


def test_what_was_cancelled_can_be_asked_about(engine: Engine) -> None:
    events: list[Event] = []
    engine.describe(Request(1, FIRST), events.append, lambda: len(events) > 5)
    assert events[-1] == Cancelled(1)
    assert isinstance(ask(engine, FIRST, QUESTION), Finished)


def test_the_built_in_model_says_that_it_can_not_answer() -> None:
    engine = Engine(starter_model(), lambda event: None)
    failed = ask(engine, FIRST, QUESTION)
    assert isinstance(failed, Failed)
    assert failed.failure.code == Code.QUESTION_UNANSWERABLE


@pytest.mark.parametrize("question", ["", "x" * (MAX_QUESTION + 1)])
def test_a_question_has_its_limits(question: str) -> None:
    with pytest.raises(ValueError, match="question"):
        Request(1, FIRST, question=question)
