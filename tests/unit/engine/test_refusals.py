"""A folder that can't be used says why, in words that are read out."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sparc_desktop.domain.events import Loading
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.engine.conversation import asked, prompt_of
from sparc_desktop.engine.loading import load
from sparc_desktop.engine.processor import NoFilms, load_processor
from sparc_desktop.resources import starter_model
from tests.support.family_files import FILES
from tests.support.family_folders import save_processor


def folder(path: Path, family: str, **config: Any) -> Path:
    save_processor(path, FILES[family])
    (path / "config.json").write_text(json.dumps({"model_type": family} | config))
    return path


def reason(path: Path) -> str:
    with pytest.raises(ExpectedError) as caught:
        load_processor(path)
    failure = caught.value.failure
    assert failure.code == Code.MODEL_REFUSED
    assert failure.params["path"] == str(path)
    return str(failure.params["reason"])


def write_template(path: Path, template: str) -> None:
    (path / "chat_template.json").write_text(json.dumps({"chat_template": template}))


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"model_type": "telepathy"}, "its architecture 'telepathy' is not known here"),
        ({"model_type": "x" * 1000}, f"its architecture '{'x' * 39} is not known here"),
        ({"model_type": ["llava"]}, "its architecture \"['llava']\" is not known here"),
        ({"model_type": "llama"}, "its architecture 'llama' does not describe pictures"),
        (
            {"model_type": "llava_qwen2", "auto_map": {"AutoConfig": "evil.Config"}},
            "its architecture 'llava_qwen2' needs program code of its own, which this program never runs",
        ),
    ],
)
def test_an_architecture_that_can_not_be_used(tmp_path: Path, config: dict[str, Any], expected: str) -> None:
    assert reason(folder(tmp_path, "llava", **config)) == expected


@pytest.mark.parametrize("config", ["", "[]", "{}", "3"])
def test_a_config_that_says_nothing(tmp_path: Path, config: str) -> None:
    (folder(tmp_path, "llava") / "config.json").write_text(config)
    assert reason(tmp_path) == "its config.json does not say what architecture it has"


def test_a_family_without_chat(tmp_path: Path) -> None:
    assert reason(folder(tmp_path, "paligemma")) == "it has no chat template"


def test_a_family_that_needs_another_library(tmp_path: Path) -> None:
    told = reason(folder(tmp_path, "mistral3"))
    assert told == "what prepares its pictures can't run here: PixtralProcessor requires the Torchvision library"


@pytest.mark.parametrize("file", ["preprocessor_config.json", "tokenizer.json"])
def test_what_is_missing(tmp_path: Path, file: str) -> None:
    (folder(tmp_path, "qwen2_vl") / file).unlink()
    assert reason(tmp_path) == "the files that prepare pictures and words for it are missing or broken"


@pytest.mark.parametrize("template", ["{{ messages[0]['role'] }}", "{{ raise_exception('never') }}", "{% for %}"])
def test_a_template_without_a_picture(tmp_path: Path, template: str) -> None:
    write_template(folder(tmp_path, "llava"), template)
    assert reason(tmp_path) == "its chat template has no place for a picture"


def test_the_tokenizers_own_template_does_as_well(tmp_path: Path) -> None:
    template = (folder(tmp_path, "qwen3_vl") / "chat_template.jinja").read_text()
    (tmp_path / "chat_template.jinja").unlink()
    path = tmp_path / "tokenizer_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"chat_template": template}))
    assert "<|image_pad|>" in prompt_of(load_processor(tmp_path), [asked("Why?", with_image=True)])


JOINED: dict[str, Callable[[str], str]] = {
    "{% for each in messages %}{{ each['role'] + ': ' + each['content'] }}{% endfor %}": "user: <image>\n{}".format,
    "{{ messages[0]['content'] }}": "<image>\n{}".format,
}


@pytest.mark.parametrize("template", JOINED)
def test_a_template_that_takes_a_turns_text(tmp_path: Path, template: str) -> None:
    write_template(folder(tmp_path, "llava"), template)
    assert prompt_of(load_processor(tmp_path), [asked("Why?", with_image=True)]) == JOINED[template]("Why?")


def test_a_processor_that_does_not_name_its_image_token() -> None:
    processor = SimpleNamespace(apply_chat_template=lambda turns, **_: turns[0]["content"][1]["text"])
    assert prompt_of(processor, [asked("Why?", with_image=True)]) == "Why?"


@pytest.mark.parametrize("family", ["qwen2_vl", "internvl", "smolvlm"])
def test_films_are_left_out(tmp_path: Path, family: str) -> None:
    """Also where there is a library that reads them."""
    assert isinstance(load_processor(folder(tmp_path, family)).video_processor, NoFilms)


def test_that_nobody_listens_any_more_is_no_fault_of_the_model(caplog: pytest.LogCaptureFixture) -> None:
    def gone(event: Loading) -> None:
        if event.fraction:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError), caplog.at_level("ERROR"):
        load(starter_model(), gone)
    assert caplog.text == ""
