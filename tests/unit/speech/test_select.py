"""Which voice is chosen, and what is said when one can't be."""

import logging
import subprocess
import sys

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech import select
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.select import choose_voice, installed_voices
from tests.contract.recording_voice import RecordingVoice


class Best(RecordingVoice):
    installed = True
    compatible = True
    broken = False

    def __init__(self, options: VoiceOptions) -> None:
        super().__init__()
        if self.broken:
            raise ExpectedError(Code.SPEECH_FAILED, reason="broken")
        self.options = options

    @classmethod
    def is_compatible(cls) -> bool:
        return cls.compatible

    @classmethod
    def is_installed(cls) -> bool:
        return cls.installed

    @classmethod
    def remedy(cls) -> str:
        return f"Install {cls.__name__}."


class Second(Best):
    pass


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(select, "VOICES", {"best": f"{__name__}:Best", "second": f"{__name__}:Second"})
    for voice in (Best, Second):
        for name in ("installed", "compatible", "broken"):
            monkeypatch.setattr(voice, name, name != "broken")


def test_the_first_of_the_table_gets_the_options(caplog: pytest.LogCaptureFixture) -> None:
    voice = choose_voice("auto", VoiceOptions(rate_wpm=300))
    assert type(voice) is Best
    assert voice.options.rate_wpm == 300
    assert caplog.records == []


def test_a_voice_of_another_system_is_passed_over_without_a_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Best, "compatible", False)
    assert type(choose_voice()) is Second
    assert caplog.records == []


@pytest.mark.parametrize(
    ("name", "value", "reason"), [("installed", False, "Install Best."), ("broken", True, "broken")]
)
def test_a_fallback_is_logged_with_its_reason(
    name: str, value: bool, reason: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Second, name, getattr(Best, name))
    monkeypatch.setattr(Best, name, value)
    assert type(choose_voice()) is Second
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert reason in record.getMessage()


def test_without_any_voice_the_best_ones_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Best, "installed", False)
    monkeypatch.setattr(Second, "installed", False)
    with pytest.raises(ExpectedError) as caught:
        choose_voice()
    assert caught.value.failure.code is Code.NO_VOICE
    assert caught.value.failure.params == {"remedy": "Install Best."}


@pytest.mark.parametrize(("name", "attribute"), [("best", "installed"), ("best", "compatible"), ("nobody", None)])
def test_an_explicit_choice_never_falls_back(name: str, attribute: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if attribute:
        monkeypatch.setattr(Best, attribute, False)
    with pytest.raises(ExpectedError) as caught:
        choose_voice(name)
    assert caught.value.failure.code is Code.NO_VOICE
    assert caught.value.failure.params["remedy"].endswith(".")


def test_the_real_table_names_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for name in select.VOICES:
        assert select._load(name).name == name


def test_the_voices_that_are_installed_have_titles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert select._titles().keys() == select.VOICES.keys()
    installed = dict(installed_voices())
    assert installed.keys() == {name for name in select.VOICES if select._load(name).is_installed()}
    assert all(installed.values())


def test_choosing_loads_no_voice_before_its_turn() -> None:
    code = "import sys, sparc_desktop.speech.select; sys.exit(any('espeak' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("wrong", [{"rate_wpm": 10}, {"volume": 1.5}, {"language": "en; rm"}, {"language": ""}])
def test_options_have_limits(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        VoiceOptions(**wrong)  # type: ignore[arg-type]
