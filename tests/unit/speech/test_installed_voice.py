"""Which voice there is, without its being opened."""

import pytest

from sparc_desktop.speech import select
from sparc_desktop.speech.select import VOICES, choose_voice, installed_voice


def test_it_is_the_one_that_would_be_chosen() -> None:
    voice = choose_voice()
    try:
        assert installed_voice() == installed_voice(voice.name) == voice.name
    finally:
        voice.close()


def test_what_there_is_not_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed_voice("nobody") == ""
    monkeypatch.setattr(select, "VOICES", {})
    assert installed_voice() == ""
    monkeypatch.setattr(select, "VOICES", {"espeak": VOICES["espeak"]})
    monkeypatch.setenv("PATH", "/nowhere")
    assert installed_voice() == ""
