"""A key is refused before it is set where somebody else needs it."""

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.hotkeys.names import action_name
from sparc_desktop.services.key_binding import (
    DIRECT_SLOTS,
    LEADER_SLOT,
    LETTER_SLOTS,
    Slot,
    bindings_or_default,
    check_keys,
    default_key,
    key_at,
    slot_name,
    with_key,
)
from sparc_desktop.settings.model import HotkeySettings

LETTER = Slot(Action.STOP)
DIRECT = Slot(Action.STOP, direct=True)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


def refusal(keys: HotkeySettings, slot: Slot, text: str) -> Code:
    with pytest.raises(ExpectedError) as error:
        with_key(keys, slot, text)
    return error.value.failure.code


def test_every_place_has_a_name_and_its_default() -> None:
    for slot in (LEADER_SLOT, *LETTER_SLOTS, *DIRECT_SLOTS):
        assert slot_name(slot)[0].isupper()
        assert key_at(HotkeySettings(), slot) == default_key(slot)
    assert [key_at(HotkeySettings(), slot) for slot in (LEADER_SLOT, LETTER, DIRECT)] == ["Ctrl+Shift+F11", "X", ""]


@pytest.mark.parametrize(("slot", "text"), [(LEADER_SLOT, "Ctrl+Shift+F12"), (LETTER, "Z"), (DIRECT, "Pause")])
def test_a_key_is_set_emptied_and_put_back(slot: Slot, text: str) -> None:
    keys = with_key(HotkeySettings(), slot, text.lower())
    assert key_at(keys, slot) == text
    emptied = with_key(keys, slot, "")
    assert key_at(emptied, slot) == ""
    assert with_key(emptied, slot, default_key(slot)) == HotkeySettings()


@pytest.mark.parametrize(
    ("slot", "text", "code"),
    [
        (LETTER, "W", Code.HOTKEY_RESERVED),
        (LETTER, "H", Code.HOTKEY_RESERVED),  # the layer's own
        (LETTER, "Ctrl+Z", Code.HOTKEY_INVALID),
        (DIRECT, "Ctrl+Shift+F11", Code.HOTKEY_RESERVED),  # the leader
        (DIRECT, "Insert", Code.HOTKEY_RESERVED),
        (DIRECT, "Shift+CapsLock", Code.HOTKEY_RESERVED),
        (DIRECT, "Alt+Shift+W", Code.HOTKEY_RESERVED),  # Orca
        (DIRECT, "Ctrl+Alt+F7", Code.HOTKEY_RESERVED),  # AltGr
        (DIRECT, "W", Code.HOTKEY_RESERVED),  # typing
        (LEADER_SLOT, "Alt+F4", Code.HOTKEY_RESERVED),
        (LEADER_SLOT, "Ctrl", Code.HOTKEY_INVALID),
    ],
)
def test_a_key_that_is_needed_elsewhere_is_refused(slot: Slot, text: str, code: Code) -> None:
    assert refusal(HotkeySettings(), slot, text) == code


def test_two_direct_keys_clash() -> None:
    keys = with_key(HotkeySettings(), DIRECT, "Pause")
    assert refusal(keys, Slot(Action.ASK, direct=True), "Pause") == Code.HOTKEY_RESERVED
    assert refusal(keys, LEADER_SLOT, "Pause") == Code.HOTKEY_RESERVED


@pytest.mark.parametrize(
    ("action", "text", "owner"),
    [(Action.STOP, "W", Action.DESCRIBE_WINDOW), (Action.DESCRIBE_WINDOW, "X", Action.STOP)],
)
def test_who_needs_it_is_said_and_not_who_wants_it(action: Action, text: str, owner: Action) -> None:
    with pytest.raises(ExpectedError) as caught:
        with_key(HotkeySettings(), Slot(action), text)
    assert caught.value.failure.params["owner"] == action_name(owner)


def test_an_older_conflict_does_not_stand_in_the_way_of_its_end() -> None:
    edited = HotkeySettings(leader="Ctrl+Alt+H", letters={"stop": "W", "pause": "W"})
    with pytest.raises(ExpectedError):
        check_keys(edited)
    mended = with_key(with_key(edited, LETTER, "Z"), Slot(Action.PAUSE), "B")
    check_keys(with_key(mended, LEADER_SLOT, "Ctrl+Shift+F12"))


def test_a_key_that_is_none_can_be_replaced() -> None:
    edited = HotkeySettings(leader="Hyper+Nonsense")
    assert str(bindings_or_default(edited).leader) == "Ctrl+Shift+F11"
    assert with_key(edited, LEADER_SLOT, "Ctrl+Shift+F12").leader == "Ctrl+Shift+F12"
