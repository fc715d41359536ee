"""What `describe` asks for: the options, and the settings where an option is left out."""

from typing import Any

import pytest

from sparc_desktop import translation
from sparc_desktop.cli import parser
from sparc_desktop.cli_terminal import fill_in
from sparc_desktop.cli_wishes import request_for
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.request import Request
from sparc_desktop.settings.model import CaptionSettings, Settings

PICTURE = Capture("cat.png", b"bytes")
POET = CaptionSettings(length="short", language="zh_CN", prompts={"poem": "As a poem."}, prompt="poem")


@pytest.mark.parametrize(
    ("arguments", "captions", "wishes"),
    [
        ([], CaptionSettings(), {}),
        (["--length", "short"], CaptionSettings(), {"length": "short"}),
        (["--language", "zh_CN"], CaptionSettings(), {"language": "zh_CN"}),
        (["--prompt", " The colours. "], CaptionSettings(), {"prompt": "The colours."}),
        (["--ask", "Why?"], CaptionSettings(), {"question": "Why?"}),
        (["--max-words", "9", "--no-sparc"], CaptionSettings(), {"max_words": 9, "sparc": False}),
        ([], POET, {"length": "short", "language": "zh_CN", "prompt": "As a poem."}),
        (["--length", "sentence"], POET, {"length": "sentence", "language": "zh_CN"}),
        (["--language", "en"], POET, {"length": "short"}),
        (["--prompt", "The colours."], POET, {"length": "short", "language": "zh_CN", "prompt": "The colours."}),
    ],
)
def test_the_request(arguments: list[str], captions: CaptionSettings, wishes: dict[str, Any]) -> None:
    translation.use_language("en")
    settings = Settings(captions=captions)
    options = parser().parse_args(["describe", "cat.png", *arguments])
    fill_in(options, settings)
    assert request_for(options, settings, 7, PICTURE) == Request(7, PICTURE, **wishes)


@pytest.mark.parametrize(
    ("arguments", "text"), [([], True), (["--ask", "Why?"], False), (["--ask", "?", "--text"], True)]
)
def test_an_answer_is_not_followed_by_the_text_in_the_picture(arguments: list[str], text: bool) -> None:
    options = parser().parse_args(["describe", "cat.png", *arguments])
    fill_in(options, Settings(read_text="always"))
    assert options.text is text
