"""Length, language and own prompts: what the model is asked, and where its description ends."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Failed, Finished, Ready, TextDelta
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.length import LENGTHS, Length
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.conversation import Conversation
from sparc_desktop.engine.engine import Engine
from sparc_desktop.engine.prompts import PROMPTS
from sparc_desktop.resources import assets, starter_model
from sparc_desktop.speech.sentences import SentenceSplitter
from tests.support.tiny_model import CHINESE, ENGLISH, save_tiny_model

PICTURE, *OTHERS = (Capture(path.name, path.read_bytes()) for path in sorted((assets() / "samples").glob("*.png")))
WORDS = {"en": ENGLISH, "zh_CN": CHINESE}
COUNTS: dict[Length, int] = {"sentence": 1, "short": 3}


@pytest.fixture(scope="module", params=WORDS)
def talker(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A model that writes sentences without end."""
    return Engine(save_tiny_model(tmp_path_factory.mktemp("tiny"), WORDS[request.param]), lambda event: None)


@pytest.fixture(scope="module")
def starter() -> Engine:
    return Engine(starter_model(), lambda event: None)


class Heard:
    """What an engine's model is asked: the chat template's text, each time that a picture is looked at."""

    def __init__(self, engine: Engine) -> None:
        self.prompts: list[str] = []
        self._processor = engine.loaded.processor
        self._make = self._processor.apply_chat_template

    def __enter__(self) -> "Heard":
        self._processor.apply_chat_template = self._told
        return self

    def __exit__(self, *_: object) -> None:
        del self._processor.apply_chat_template

    def _told(self, *args: Any, **options: Any) -> Any:
        prompt = self._make(*args, **options)
        self.prompts.append(prompt)
        return prompt


def ask(engine: Engine, words: int = 60, **wishes: Any) -> Event:
    events: list[Event] = []
    engine.describe(Request(1, wishes.pop("capture", PICTURE), words, **wishes), events.append, lambda: False)
    last = events[-1]
    if isinstance(last, Finished):
        assert last.text == "".join(event.text for event in events if isinstance(event, TextDelta))
    return last


def finished(engine: Engine, words: int = 60, **wishes: Any) -> Finished:
    last = ask(engine, words, **wishes)
    assert isinstance(last, Finished), last
    return last


def conversation(engine: Engine) -> Conversation:
    assert engine._conversation is not None
    return engine._conversation


def split(text: str) -> list[str]:
    splitter = SentenceSplitter()
    return [*splitter.feed(text), *splitter.flush()]


@pytest.fixture
def looks(talker: Engine) -> Iterator[list[int]]:
    looks: list[int] = []
    tower = next(module for name, module in talker.loaded.model.named_modules() if name.endswith("vision_tower"))
    handle = tower.register_forward_hook(lambda _module, args, _output: looks.append(len(args)))
    yield looks
    handle.remove()


@pytest.mark.parametrize("sparc", [True, False])
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wish_reaches_the_model(talker: Engine, language: Language, length: Length, sparc: bool) -> None:
    with Heard(talker) as heard:
        finished(talker, words=5, length=length, language=language, sparc=sparc)
        finished(talker, words=5, length=length, language=language, sparc=sparc, prompt="Only the colours, 请。")
    assert [prompt.count("<image>") for prompt in heard.prompts] == [1, 1]
    assert PROMPTS[language][length] in heard.prompts[0]
    assert heard.prompts[1] == "user: <image>Only the colours, 请。</s>assistant: "


def test_each_wish_has_words_of_its_own() -> None:
    words = [prompt for language in PROMPTS.values() for prompt in language.values()]
    assert len(set(words)) == len(words) == len(LANGUAGES) * len(LENGTHS)
    assert all("简体中文" in prompt for prompt in PROMPTS["zh_CN"].values())


@pytest.mark.parametrize("sparc", [True, False])
@pytest.mark.parametrize("length", COUNTS)
def test_a_short_one_ends_with_its_last_sentence(talker: Engine, length: Length, sparc: bool) -> None:
    whole = finished(talker, sparc=sparc)
    cut = finished(talker, length=length, sparc=sparc)
    assert whole.truncated
    assert not cut.truncated
    assert cut.sparc is sparc
    assert len(split(cut.text)) == COUNTS[length]
    assert cut.text[-1] in ".。"
    assert whole.text.startswith(cut.text)
    assert len(cut.text) < len(whole.text)


@pytest.mark.parametrize("wishes", [{"length": "everything"}, {"length": "short", "prompt": "As a poem."}])
def test_the_others_end_where_the_model_does(talker: Engine, wishes: dict[str, Any]) -> None:
    assert len(split(finished(talker, **wishes).text)) > 3


def test_an_answer_is_as_long_as_it_is(talker: Engine) -> None:
    assert len(split(finished(talker, length="sentence", question="Why?").text)) > 3


def test_the_limit_of_words_counts_first(talker: Engine) -> None:
    cut = finished(talker, words=10, length="short")
    assert cut.truncated
    assert 5 <= cut.words <= 10


@pytest.mark.parametrize("length", COUNTS)
def test_what_was_not_shown_is_not_remembered(talker: Engine, length: Length) -> None:
    """The memory ends with the caption's last token, even where that token goes beyond the sentence."""
    cut = finished(talker, length=length)
    tokenizer = talker.loaded.processor.tokenizer
    told = tokenizer.decode(conversation(talker).ids[0]).rpartition("<image>")[2]
    rest = told.partition(cut.text)[2]
    assert cut.text in told
    assert rest in ("", " There")  # half of an English token, none of the Chinese ones
    assert conversation(talker).messages[-1]["content"][0]["text"] == cut.text


@pytest.mark.parametrize("sparc", [True, False])
def test_a_question_goes_on_behind_a_short_description(talker: Engine, looks: list[int], sparc: bool) -> None:
    finished(talker, length="sentence", sparc=sparc)
    seen = len(looks)
    described = conversation(talker)
    answer = finished(talker, words=20, question="Why?", length="sentence", sparc=sparc)
    assert answer.sparc is sparc
    assert len(looks) == seen
    after = conversation(talker)
    assert torch.equal(after.ids[:, : described.ids.shape[1]], described.ids)
    assert [message["role"] for message in after.messages] == ["user", "assistant"] * 2
    if sparc:  # it begins anew with each question, so one prefill of all is something else
        return
    ids = described.next_ids(talker.loaded.processor, "Why?", 10_000)
    assert ids is not None
    _, inputs = talker.prepare(Request(1, PICTURE))
    anew = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "pixel_values": inputs["pixel_values"]}
    out = talker.loaded.model.generate(**anew, do_sample=False, max_new_tokens=4)[0, ids.shape[1] :]
    text = talker.loaded.processor.tokenizer.decode(out).strip()
    assert answer.text.startswith(text) or text.startswith(answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sparc", [True, False])
def test_the_lengths_of_the_built_in_model(starter: Engine, language: Language, sparc: bool) -> None:
    """Of each picture by the number of sentences, of all together by the number of words."""
    wishes = {"language": language, "sparc": sparc}
    words = dict.fromkeys(LENGTHS, 0)
    for capture in (PICTURE, *OTHERS):
        told = {length: finished(starter, 400, capture=capture, length=length, **wishes) for length in LENGTHS}
        assert not any(each.truncated for each in told.values())
        for length, count in COUNTS.items():
            pieces = split(told[length].text)  # of a long sentence several
            assert sum(piece.endswith((".", "。")) for piece in pieces) <= count
        assert all(("一" in each.text) == (language == "zh_CN") for each in told.values())
        words = {length: words[length] + each.words for length, each in told.items()}
    assert max(words["sentence"], words["short"]) < words["detailed"]
    assert words["everything"] > 0.8 * words["detailed"]


@pytest.mark.parametrize(
    ("wish", "code"), [("question", Code.QUESTION_UNANSWERABLE), ("prompt", Code.PROMPT_UNANSWERABLE)]
)
def test_the_built_in_model_describes_in_its_own_way_alone(starter: Engine, wish: str, code: Code) -> None:
    finished(starter, 400)
    failed = ask(starter, **{wish: "Name the colours."})  # and no more so behind a description
    assert isinstance(failed, Failed)
    assert failed.failure.code == code
    assert failed.failure.params == {"label": "Starter"}


def ready(folder: Path) -> Event:
    events: list[Event] = []
    Engine(folder, events.append)
    return events[-1]


def test_what_a_model_can_is_told(tmp_path: Path) -> None:
    save_tiny_model(tmp_path, ENGLISH)
    assert ready(tmp_path) == Ready(tmp_path.name, ("en", "zh_CN"), answers=True)
    save_tiny_model(tmp_path, CHINESE, languages=["zh_CN"], answers=False)
    assert ready(tmp_path) == Ready("Tiny", ("zh_CN",), answers=False)


def test_a_model_of_one_language_is_asked_in_that(tmp_path: Path) -> None:
    engine = Engine(save_tiny_model(tmp_path, CHINESE, languages=["zh_CN"]), lambda event: None)
    with Heard(engine) as heard:
        finished(engine, words=5, length="short", language="en")
    assert PROMPTS["zh_CN"]["short"] in heard.prompts[0]


@pytest.mark.parametrize("languages", [[], ["xx"], "en"])
def test_a_profile_without_a_language_is_refused(tmp_path: Path, languages: object) -> None:
    save_tiny_model(tmp_path, ENGLISH, languages=languages)
    assert json.loads((tmp_path / "profile.json").read_text())["languages"] == languages
    with pytest.raises(ExpectedError) as caught:
        Engine(tmp_path, lambda event: None)
    assert caught.value.failure.code == Code.MODEL_REFUSED
