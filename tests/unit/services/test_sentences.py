"""Each failure has its sentence, in every language, with nothing left out."""

from collections.abc import Iterator

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.sentences import sentence

PARAMS = {
    name: f"«{name}»"
    for name in (
        *("path", "label", "width", "height", "limit", "megabytes", "reason", "remedy", "restarts", "kept", "when"),
        *("keys", "owner", "first", "second", "line", "revision", "free"),
    )
}


@pytest.fixture(params=translation.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    translation.use_language(request.param)
    yield request.param
    translation.use_language("en")


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence(code: Code, language: str) -> None:
    text = sentence(Failure(code, PARAMS))
    assert "?" not in text
    assert "{" not in text
    assert text[-1] in ".。"
    if language != "en":
        assert text != english(code)


def english(code: Code) -> str:
    translation.use_language("en")
    return sentence(Failure(code, PARAMS))


def test_a_missing_parameter_never_raises() -> None:
    assert "?" in sentence(Failure(Code.FILE_MISSING))
