"""A sentence is spoken in its own language."""

import pytest

from sparc_desktop.speech.options import VoiceOptions


@pytest.mark.parametrize(
    ("text", "language"), [("A cat.", "en"), ("一只猫。", "zh_CN"), ("一张 PNG 图片", "zh_CN"), ("«—»", "en")]
)
def test_told_from_the_letters(text: str, language: str) -> None:
    assert VoiceOptions().for_text(text).language == language


def test_a_chosen_language_stays() -> None:
    assert VoiceOptions("de").for_text("一只猫。").language == "de"
