"""The leader key, the letters behind it, and what clashes."""

from pathlib import Path

import pytest

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.known import known_keys, owner_of
from sparc_desktop.hotkeys.layer import LEADER, LETTERS, OWN_KEYS, Bindings, Layer, layer_help, parse_bindings
from sparc_desktop.hotkeys.names import action_name

MANUAL = Path(__file__).parents[3] / "docs" / "hotkeys.md"


def codes(bindings: Bindings) -> list[Code]:
    return [failure.code for failure in bindings.conflicts()]


def test_the_defaults_clash_with_nothing() -> None:
    assert Bindings().conflicts() == ()
    assert owner_of(LEADER) is None
    assert set(LETTERS) == set(Action) - {Action.SHOW}


@pytest.mark.parametrize(
    "keys",
    [
        "Insert", "Ctrl+Insert", "CapsLock", "Ctrl+Alt+D", "Ctrl+Alt+Shift+D", "Ctrl+Alt+H", "Ctrl+Alt+Space",
        "Alt+Shift+H", "Alt+Shift+Left", "Alt+Super+S", "Super+D", "Alt+F4", "Ctrl+Space", "Super+Space", "PrintScreen",
        "Ctrl+Super+Enter", "Super+F5", "Shift+F10",
    ],
)  # fmt: skip
def test_what_others_need_is_known(keys: str) -> None:
    assert owner_of(parse_keys(keys)) is not None
    assert codes(Bindings(leader=parse_keys(keys))) == [Code.HOTKEY_RESERVED]


@pytest.mark.parametrize("keys", ["Pause", "Ctrl+Shift+F12", "Ctrl+Shift+D", "F9"])
def test_what_is_free_is_free(keys: str) -> None:
    assert codes(Bindings(leader=parse_keys(keys), direct={Action.STOP: parse_keys("Ctrl+Shift+F8")})) == []


def test_typing_is_not_taken_from_every_program() -> None:
    (failure,) = Bindings(direct={Action.STOP: parse_keys("Shift+X")}).conflicts()
    assert failure.code == Code.HOTKEY_RESERVED
    assert "typing" in failure.params["owner"]


def test_two_actions_with_one_key() -> None:
    (failure,) = parse_bindings("Pause", {"ask": "w"}, {}).conflicts()
    assert failure.code == Code.HOTKEY_DOUBLE
    assert failure.params == {"keys": "W", "first": "describe the window", "second": "ask about the picture"}
    assert codes(parse_bindings("Pause", {"ask": "h"}, {})) == [Code.HOTKEY_DOUBLE]
    assert codes(parse_bindings("Pause", {}, {"stop": "Pause"})) == [Code.HOTKEY_DOUBLE]
    assert codes(parse_bindings("", {}, {"stop": "F9", "ask": "F9"})) == [Code.HOTKEY_DOUBLE]


def test_a_doubled_letter_leaves_both_actions_a_key() -> None:
    working = parse_bindings("Pause", {"stop": "w"}, {}).working()
    assert working.meaning(parse_keys("W")) is Action.DESCRIBE_WINDOW
    assert working.meaning(parse_keys("X")) is Action.STOP
    assert "X: stop" in layer_help(working)
    swapped = parse_bindings("Pause", {"stop": "w", "describe-window": "x"}, {})
    assert swapped.working() == swapped
    taken = parse_bindings("Pause", {"stop": "h", "ask": "x"}, {}).working()
    assert taken.meaning(parse_keys("X")) is Action.ASK
    assert taken.meaning(parse_keys("H")) is Layer.HELP


def test_bindings_from_settings() -> None:
    bindings = parse_bindings("ctrl+shift+f9", {"stop": "", "ask": "k"}, {"pause": "Pause", "repeat": ""})
    assert str(bindings.leader) == "Ctrl+Shift+F9"
    assert Action.STOP not in bindings.letters
    assert bindings.meaning(parse_keys("k")) == Action.ASK
    assert bindings.meaning(parse_keys("w")) == Action.DESCRIBE_WINDOW
    assert bindings.direct == {Action.PAUSE: parse_keys("Pause")}
    assert parse_bindings("", {}, {}).leader is None


@pytest.mark.parametrize(
    ("leader", "letters", "direct"),
    [("Hyper+X", {}, {}), ("Pause", {"fly": "w"}, {}), ("Pause", {"ask": "Ctrl+Q"}, {}), ("Pause", {}, {"ask": "F99"})],
)
def test_wrong_settings_are_refused(leader: str, letters: dict[str, str], direct: dict[str, str]) -> None:
    with pytest.raises(ExpectedError) as caught:
        parse_bindings(leader, letters, direct)
    assert caught.value.failure.code == Code.HOTKEY_INVALID


def test_the_meaning_of_keys() -> None:
    bindings = Bindings(direct={Action.STOP: parse_keys("Pause")})
    assert bindings.meaning(parse_keys("Ctrl+Shift+W")) == Action.DESCRIBE_WINDOW  # the leader's keys are still down
    assert bindings.meaning(parse_keys("?")) == Layer.HELP
    assert bindings.meaning(parse_keys("F7")) == Layer.UNKNOWN
    assert bindings.direct_action(parse_keys("Pause")) == Action.STOP
    assert bindings.direct_action(LEADER) is None


def test_the_spoken_help_names_every_letter() -> None:
    text = layer_help(Bindings())
    for action, keys in LETTERS.items():
        assert f"{keys}: {action_name(action)}." in text


def test_the_manual_has_every_key_and_action() -> None:
    text = MANUAL.read_text("utf-8")
    assert str(LEADER) in text
    for action in Action:
        assert f"`{action}`" in text
    for keys in (*LETTERS.values(), *OWN_KEYS):
        assert f"| {keys} |" in text or f"| {keys}, " in text or f", {keys} |" in text, keys
    for known in known_keys():
        assert known.which in text
