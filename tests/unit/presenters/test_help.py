"""What F1 says, place by place, and that no key is written in it that an action has not."""

import pytest

from sparc_desktop.presenters.deed import Deed, spoken
from sparc_desktop.presenters.help import ALWAYS, DEEDS, Control, Place, Spot, help_lines

DEED = {name: Deed(f"do {name}", (f"Ctrl+{name}",)) for names in (*DEEDS.values(), ALWAYS) for name in names}


def lines(**spot: object) -> list[str]:
    return help_lines(Spot("Main", is_main=True, **spot), DEED)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", Place)
def test_each_place_says_what_it_is_and_what_can_be_done_there_once(place: Place) -> None:
    found = lines(name="It:", place=place, control=Control.LIST)
    assert found[0] == "You are here: It, in the window Main."
    assert len(set(found)) == len(found)
    said = [line for line in found if line.startswith("Ctrl+") and ": do " in line]
    assert said[: len(DEEDS[place])] == [str(DEED[name]) for name in DEEDS[place]]
    assert {str(DEED[name]) for name in ALWAYS} <= set(said)


def test_the_kind_of_control_is_told_where_the_place_has_not_said_it() -> None:
    assert "A button. Space or Enter: press it." in lines(place=Place.BUTTONS, control=Control.BUTTON)
    assert not any(line.startswith("A list.") for line in lines(place=Place.DESCRIPTION, control=Control.LIST))


def test_an_action_that_is_not_there_is_left_out() -> None:
    assert not any("do copy" in line for line in help_lines(Spot("M", place="description", is_main=True), {}))


def test_a_window_s_own_lines_take_the_place_of_ours_and_nothing_of_the_main_window_follows() -> None:
    found = help_lines(Spot("History", "Search", Control.LINE, own=("Write a word.",)), DEED)
    assert found == [
        "You are here: Search, in the window History.",
        "Write a word.",
        "A field to write in.",
        "Tab: the next field. Escape: close this window.",
    ]


def test_a_setting_says_its_description() -> None:
    assert help_lines(Spot("Settings", "Rate", Control.NUMBER, hint="How fast."), {})[1] == "How fast."


def test_an_unknown_place_is_no_place() -> None:
    assert help_lines(Spot("Other", place="nowhere"), {})[0] == "You are in the window Other."


def test_an_open_menu_is_no_dialog() -> None:
    assert len(help_lines(Spot("Main", "File", Control.MENU), DEED)) == 2


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+O", "Ctrl+O"),
        ("Ctrl+,", "Ctrl+Comma"),
        ("Ctrl++", "Ctrl+Plus"),
        ("Ctrl+-", "Ctrl+Minus"),
        ("Alt+Left", "Alt+Left"),
        ("Ctrl+PgDown", "Ctrl+Page Down"),
        ("Esc", "Escape"),
        ("F5", "F5"),
    ],
)
def test_signs_are_words(keys: str, said: str) -> None:
    assert spoken(keys) == said
