"""All scores of screens, on a caption counted by hand."""

import pytest

from sparc_desktop.evaluate.measures import CATALOGUE, Told, measure
from sparc_desktop.evaluate.world.claim import ItemClaim
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item

WINDOW = Item("window", label="Settings", place="centre")
SAVE = Item("button", label="Save", state="disabled", within=0)
CANCEL = Item("button", label="Cancel", within=0)
SOUND = Item("check box", label="Sound on", state="checked", within=0)
VOLUME = Item("slider", value=40, within=0)
FACTS = Facts("screen", Ground("grey", "plain"), (WINDOW, SAVE, CANCEL, SOUND, VOLUME))

SAID = (
    Item("window", label="Setting", place="left"),
    Item("button", label="Cancel"),
    Item("button", label="Help", state="disabled"),
    Item("check box", label="sound on", state="unchecked"),
    Item("slider", value=43),
)


def _row(*items: Item) -> dict[str, tuple[float, float]]:
    claims = [ItemClaim(item, index, index, 0) for index, item in enumerate(items)]
    return measure(Told(FACTS, " ".join(["word"] * 10), claims))


ROW = _row(*SAID)


def test_every_score_is_defined() -> None:
    assert ROW.keys() <= CATALOGUE.keys()


def test_controls_are_known_by_their_labels() -> None:
    # Right: the window and the check box nearly, Cancel and the slider exactly.
    assert ROW["control_precision"] == (4, 5)
    assert ROW["control_recall"] == (4, 5)
    assert ROW["control_f1"] == (8, 10)
    assert ROW["control_exact_precision"] == (2, 5)
    assert ROW["control_exact_f1"] == (4, 10)
    assert ROW["mention_precision"] == (4, 5)
    assert ROW["item_precision"] == (5, 5)
    assert "object_f1" not in ROW


def test_one_control_is_told_once_however_it_is_spelled() -> None:
    row = _row(Item("window", label="Setting"), Item("window", label="Settings"), Item("window", label="Settinqs"))
    assert row["control_precision"] == (1, 3)
    assert row["control_recall"] == (1, 5)


def test_the_kind_must_be_right() -> None:
    assert _row(Item("link", label="Cancel"))["control_precision"] == (0, 1)
    assert _row(Item("link", label="Cancel"), Item("button", label="Cance"))["control_precision"] == (1, 2)


def test_labels_are_those_of_the_most_alike() -> None:
    # Settings and Setting, Cancel and Cancel, Save and Help, Sound on and sound on.
    assert ROW["labels_right"] == (1, 4)
    assert ROW["character_error_rate"] == (1 + 0 + 4 + 1, 8 + 6 + 4 + 8)


def test_a_label_says_more_of_which_is_meant_than_a_state() -> None:
    row = _row(Item("button", label="Cancel", state="disabled"), Item("button", label="Save"))
    assert row["labels_right"] == (2, 2)


def test_a_label_left_out_costs_its_length() -> None:
    row = _row(Item("check box"))
    assert row["labels_right"] == (0, 1)
    assert row["character_error_rate"] == (8, 8)


def test_words_wherever_they_are_put() -> None:
    row = _row(Item("button", label="sound Save"), Item("window", label="Save"))
    assert row["words_precision"] == (2, 3)  # the second Save is one too many
    assert row["words_recall"] == (2, 5)


def test_a_word_counts_as_often_as_it_stands() -> None:
    facts = Facts("screen", FACTS.ground, (Item("button", label="Save"), Item("menu item", label="Save as")))
    claims = [ItemClaim(Item("button", label="Save"), 0, 0, 0)] * 3
    row = measure(Told(facts, "", claims))
    assert row["words_precision"] == (2, 3)
    assert row["words_recall"] == (2, 3)


def test_states() -> None:
    # Save's state was told of Help, which is no control here.
    assert ROW["state_right"] == (0, 1)
    assert ROW["state_right_when_told"] == (0, 1)
    row = _row(SAVE, Item("button", label="Cancel", state="focused"), Item("check box", label="Sound on"))
    assert row["state_right"] == (1, 2)
    assert row["state_right_when_told"] == (1, 2)


@pytest.mark.parametrize(("value", "right", "exact"), [(40, 1, 1), (45, 1, 0), (34, 0, 0), (None, 0, 0), (0, 0, 0)])
def test_values(value: int | None, right: int, exact: int) -> None:
    row = _row(Item("slider", value=value))
    assert row["value_right"] == (right, 1)
    assert row["value_exact"] == (exact, 1)


def test_a_value_of_zero_is_one() -> None:
    facts = Facts("screen", FACTS.ground, (Item("slider", value=0), Item("slider", value=70)))
    claims = [ItemClaim(Item("slider", value=0), 0, 0, 0)]
    assert measure(Told(facts, "", claims))["value_exact"] == (1, 1)


def test_place() -> None:
    assert ROW["place_right"] == (0, 1)


def test_repeated() -> None:
    assert _row(CANCEL, CANCEL, SAVE)["repeated_items"] == (1, 3)
