"""The keyboard page's rows, and the search in them."""

from sparc_desktop.domain.action import Action
from sparc_desktop.hotkeys.layer import LETTERS, Bindings, parse_bindings
from sparc_desktop.hotkeys.names import action_name
from sparc_desktop.hotkeys.region_keys import ARROWS, REGION_KEYS
from sparc_desktop.presenters.deed import Deed
from sparc_desktop.presenters.keyboard import count, matching, rows

DEEDS = {
    "open": Deed("Open Pictures", ("Ctrl+O",)),
    "again": Deed("Read Again", ("F5", "Ctrl+R")),
    "x": Deed("Menu only"),
}


def test_one_key_a_row_and_what_has_none_is_no_row() -> None:
    found = rows(DEEDS, Bindings())
    assert found[:2] == ["Ctrl+O: Open Pictures", "F5, Ctrl+R: Read Again"]
    assert not any("Menu only" in row for row in found)
    assert len(set(found)) == len(found)


def test_each_letter_of_the_leader_is_there_as_the_settings_have_it() -> None:
    bindings = parse_bindings("Ctrl+Shift+F12", {"stop": "Z", "ask": ""}, {"pause": "Pause"})
    found = rows({}, bindings)
    for action in LETTERS:
        letter = bindings.letters.get(action)
        row = f"Ctrl+Shift+F12, then {letter}, in any program: {action_name(action)}"
        assert (row in found) == (action is not Action.ASK)
    assert "Ctrl+Shift+F12, then Z, in any program: stop" in found
    assert "Pause, in any program: pause or go on" in found


def test_without_a_leader_there_are_no_letters() -> None:
    assert not any("then" in row for row in rows({}, parse_bindings("", {}, {})))


def test_every_word_is_looked_for_in_any_case_and_order() -> None:
    found = rows(DEEDS, Bindings())
    assert matching(found, "PICTURES open") == ["Ctrl+O: Open Pictures"]
    assert matching(found, "ctrl+r") == ["F5, Ctrl+R: Read Again"]
    assert matching(found, "  ") == found
    assert matching(found, "teapot") == []
    assert count([]).startswith("No key found")
    assert count(["a", "b"]) == "Keys: 2"


def test_the_keys_of_lists_are_told() -> None:
    found = rows({}, Bindings())
    for keys in ("Enter", "Delete", "Ctrl+Z"):
        assert any(row.startswith(f"{keys}, in the history: ") for row in found)
    for keys in ("Enter", "Delete"):
        assert any(row.startswith(f"{keys}, in your own prompts: ") for row in found)
    for keys in ("Ctrl+Tab, Ctrl+Page Down", "Ctrl+Shift+Tab, Ctrl+Page Up"):
        assert any(row.startswith(f"{keys}, in the settings: ") for row in found)


def test_each_key_of_the_choice_of_a_part_is_told() -> None:
    found = [row.split(",")[0] for row in rows({}, Bindings()) if "while a part" in row]
    needed = {keys.key for keys in REGION_KEYS} - {*"12345678", "?", *ARROWS, "R"}  # 1–9, an arrow; two have two keys
    assert needed - {"9"} <= set(found)
    assert {"1–9", "An arrow", "Alt and an arrow", "Shift and an arrow", "Ctrl and an arrow"} <= set(found)
