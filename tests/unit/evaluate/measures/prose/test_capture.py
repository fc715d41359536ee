"""What is read of a description, and its F1 against another, by hand."""

import pytest

from sparc_desktop.evaluate.measures import CATALOGUE
from sparc_desktop.evaluate.measures.prose.capture import capture
from sparc_desktop.evaluate.measures.prose.elements import elements


@pytest.mark.parametrize(
    ("text", "objects", "attributes", "relations"),
    [
        ("A red cup.", {"cup"}, {("cup", "red")}, set()),
        ("The cup is red and shiny.", {"cup"}, {("cup", "red"), ("cup", "shiny")}, set()),
        ("Two dogs stand on the old wooden tables.", {"dog", "table"}, {("table", "old"), ("table", "wooden")},
         {("on", "table")}),
        ("A light blue cup by the street light.", {"cup", "light"},
         {("cup", "light"), ("cup", "blue"), ("light", "road")}, {("beside", "light")}),
        ("A kitchen table.", {"table"}, {("table", "kitchen")}, set()),
        ("A man wearing a hat, to the left of a bike.", {"man", "hat", "bicycle"}, set(),
         {("wearing", "hat"), ("left of", "bicycle")}),
        ("A sofa. In front of it, a rug.", {"couch", "rug"}, set(), set()),
        ("The image shows a building with a slowly moving cloud.", {"building", "cloud"}, set(),
         {("with", "cloud")}),
        ("", set(), set(), set()),
    ],
)  # fmt: skip
def test_elements(
    text: str, objects: set[str], attributes: set[tuple[str, str]], relations: set[tuple[str, str]]
) -> None:
    found = elements(text)
    assert found.objects == objects
    assert found.attributes == attributes
    assert found.relations == relations


def test_f1_by_hand() -> None:
    row = capture("A red cup on a table.", ["A red mug and a blue plate on the table."])
    objects = 2 * 2 / (2 + 3)  # cup, table of cup, plate, table
    attributes = 2 * 1 / (1 + 2)
    relations = 1
    assert row["capture_objects"] == (pytest.approx(objects), 1)
    assert row["capture_attributes"] == (pytest.approx(attributes), 1)
    assert row["capture_relations"] == (relations, 1)
    assert row["capture_all"] == (pytest.approx((5 * objects + 5 * attributes + 2 * relations) / 12), 1)
    assert row.keys() <= CATALOGUE.keys()


def test_the_mean_over_references() -> None:
    row = capture("A cup.", ["A mug.", "A plate and a cup."])
    assert row["capture_objects"] == ((1 + 2 / 3) / 2, 1)
    assert row["capture_attributes"] == (0, 0)
    assert row["capture_all"] == ((1 + 2 / 3) / 2, 1)


def test_the_same_words_are_perfect() -> None:
    text = "A small white dog sits on a green sofa, next to a wooden table with two books."
    assert capture(text, [text])["capture_all"] == (1, 1)


def test_no_reference_says_nothing() -> None:
    assert capture("A cup.", [])["capture_all"] == (0, 0)
