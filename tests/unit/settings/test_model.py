"""The settings tree declares itself."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from sparc_desktop.settings.model import Settings
from sparc_desktop.speech.options import VoiceOptions


def fields(tree: type[BaseModel]) -> Iterator[FieldInfo]:
    for field in tree.model_fields.values():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from fields(field.annotation)
        else:
            yield field


def test_each_field_has_a_title_a_description_and_a_default() -> None:
    for field in fields(Settings):
        assert field.title
        assert field.description
        assert not field.is_required()


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
