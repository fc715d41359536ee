"""The settings tree declares itself."""

import pytest
from pydantic import ValidationError

from sparc_desktop.settings.leaves import leaves
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import ON_NO_PAGE
from sparc_desktop.speech.options import VoiceOptions


def test_each_field_has_a_title_a_default_and_a_description_where_it_is_shown() -> None:
    for path, leaf in leaves().items():
        assert leaf.field.title
        assert bool(leaf.field.description) == (path not in ON_NO_PAGE)
        assert not leaf.field.is_required()


@pytest.mark.parametrize(
    "values",
    [
        {"model_folder": "/x\ud800"},
        {"voice": {"name": "\udc80"}},
        {"hotkeys": {"direct": {"stop": "\ud800"}}},
        {"captions": {"prompts": {"\ud800": "x"}}},
        {"captions": {"prompts": {"x": "\ud800"}}},
    ],
)
def test_half_a_character_is_refused_as_no_file_can_hold_it(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as error:
        Settings().changed(**values)
    assert error.value.errors()[0]["loc"], "the setting can be named"


def test_a_change_is_validated_and_leaves_the_old_tree() -> None:
    settings = Settings()
    assert settings.changed(output="none").output == "none"
    assert settings.output == "auto"
    with pytest.raises(ValidationError):
        settings.changed(max_words=0)
    with pytest.raises(ValidationError):
        settings.changed(nonsense=1)
    with pytest.raises(ValidationError):
        settings.changed(output="loud")


@pytest.mark.parametrize("limit", ["ge", "le"])
def test_a_voice_takes_what_the_settings_allow(limit: str) -> None:
    voice = Settings.model_fields["voice"].annotation
    assert voice is not None
    rate, volume = (voice.model_fields[name] for name in ("rate", "volume"))
    values = [next(getattr(each, limit) for each in field.metadata if hasattr(each, limit)) for field in (rate, volume)]
    VoiceOptions(rate_wpm=values[0], volume=values[1] / 100)
