"""One request out of the settings."""

from collections.abc import Iterator

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Ready
from sparc_desktop.domain.language import LANGUAGES
from sparc_desktop.domain.request import Request
from sparc_desktop.services.wishes import language_of, request_of, unwritten
from sparc_desktop.settings.model import CaptionSettings, Settings

PICTURE = Capture("cat.png", b"bytes")
STARTER = Ready("Starter", ("en",), answers=False)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translation.use_language("en")
    yield
    translation.use_language("en")


def wished(**captions: object) -> Request:
    return request_of(1, PICTURE, Settings(captions=CaptionSettings(**captions)))  # type: ignore[arg-type]


def test_the_settings_as_they_come() -> None:
    assert request_of(7, PICTURE, Settings()) == Request(7, PICTURE)
    assert request_of(7, PICTURE, Settings(max_words=9, sparc=False), "Why?") == Request(7, PICTURE, 9, False, "Why?")


def test_the_length_and_the_language() -> None:
    assert wished(length="short", language="zh_CN") == Request(1, PICTURE, length="short", language="zh_CN")


def test_the_language_of_the_program() -> None:
    for language in LANGUAGES:
        translation.use_language(language)
        assert language_of(CaptionSettings()) == language
        assert language_of(CaptionSettings(language="en")) == "en"


def test_the_own_prompt_that_was_chosen() -> None:
    prompts = {"poem": "Describe it as a poem.", "colours": "Name the colours."}
    assert wished(prompts=prompts).prompt is None
    assert wished(prompts=prompts, prompt="poem").prompt == "Describe it as a poem."
    assert wished(prompts=prompts, prompt="deleted").prompt is None


def test_a_language_that_the_model_does_not_write_is_said() -> None:
    chinese = Request(1, PICTURE, language="zh_CN")
    assert unwritten(STARTER, chinese) == "The model Starter does not write Chinese, so it describes in English."
    assert unwritten(Ready("Poet", ("zh_CN",)), Request(1, PICTURE)) is not None
    assert unwritten(STARTER, Request(1, PICTURE)) is None
    assert unwritten(Ready("large"), chinese) is None


def test_what_is_asked_in_own_words_has_its_own_language() -> None:
    assert unwritten(STARTER, Request(1, PICTURE, question="Why?", language="zh_CN")) is None
    assert unwritten(STARTER, Request(1, PICTURE, prompt="用诗描述", language="zh_CN")) is None
