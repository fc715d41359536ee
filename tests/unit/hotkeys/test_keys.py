"""How key combinations are written."""

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.hotkeys.keys import Keys, Modifier, parse_keys


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Ctrl+Alt+Shift+D", "Ctrl+Alt+Shift+D"), ("shift + control + d", "Ctrl+Shift+D"), ("pause", "Pause"),
        ("Win+return", "Super+Enter"), ("cmd+option+esc", "Alt+Super+Escape"), ("w", "W"), ("?", "?"), ("+", "+"),
        ("Ctrl++", "Ctrl++"), ("ctrl+f11", "Ctrl+F11"), ("ctrl+ä", "Ctrl+Ä"), ("ß", "ß"), ("space", "Space"),
    ],
)  # fmt: skip
def test_there_is_one_way_to_write_them(text: str, canonical: str) -> None:
    assert str(parse_keys(text)) == canonical
    assert parse_keys(canonical) == parse_keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "Ctrl", "Ctrl+", "Ctrl+Shift", "Hyper+D", "Ctrl+Ctrl+D", "Ctrl+Control+D", "F25", "Ctrl+DD", "+D",
        "\n", "Ctrl+\x00", "x" * 10_000,
    ],
)  # fmt: skip
def test_what_names_no_keys_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        parse_keys(text)
    failure = caught.value.failure
    assert failure.code == Code.HOTKEY_INVALID
    assert failure.params["reason"]
    assert len(failure.params["keys"]) <= 60


def test_typing_is_told_from_commands() -> None:
    for text in ("w", "Shift+W", "Space", "Left", "Enter"):
        assert parse_keys(text).is_typed, text
    for text in ("Ctrl+W", "Pause", "F11", "Super+Left"):
        assert not parse_keys(text).is_typed, text


def test_they_are_values() -> None:
    assert {Keys("D", frozenset({Modifier.CTRL}))} == {parse_keys("ctrl+d")}
