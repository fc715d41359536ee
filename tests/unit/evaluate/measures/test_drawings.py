"""All scores of drawn pictures, on two captions counted by hand."""

from dataclasses import replace

import pytest

from sparc_desktop.evaluate.measures import CATALOGUE, Told, group, measure, table
from sparc_desktop.evaluate.world.claim import Claim, GroundClaim, ItemClaim, RelationClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Relation

DOG = Item("dog", size="large", place="top left")
SMALL_DOG = Item("dog", size="small", place="right")
CIRCLE = Item("circle", colour="red", size="medium", place="centre")
CUP = Item("cup", size="small", place="bottom")
FACTS = Facts(
    "drawing",
    Ground("blue", "striped"),
    (DOG, SMALL_DOG, CIRCLE, CUP),
    (Relation(2, "behind", 0), Relation(3, "on", 2)),
)
CAPTION = "Four things on blue. A small dog right and a large dog left. A green circle behind the dog. A cat, a cat."
CLAIMS: tuple[Claim, ...] = (
    TotalClaim(4, 0, 0, 0),
    GroundClaim(Ground("blue", ""), 15, 3, 0),
    ItemClaim(Item("dog", size="small", place="right"), 29, 6, 1),
    ItemClaim(Item("dog", size="large", place="left"), 49, 11, 1),
    ItemClaim(Item("circle", colour="green"), 69, 15, 2),
    RelationClaim(Item("circle"), "behind", Item("dog"), 69, 15, 2),
    ItemClaim(Item("cat"), 96, 20, 3),
    ItemClaim(Item("cat"), 103, 22, 3),
)
ROW = measure(Told(FACTS, CAPTION, CLAIMS))


def test_every_score_is_defined() -> None:
    assert ROW.keys() <= CATALOGUE.keys()


def test_names() -> None:
    assert ROW["mention_precision"] == (3, 5)
    assert ROW["object_precision"] == (2, 3)
    assert ROW["object_recall"] == (2, 3)
    assert ROW["precision_first"] == (1, 1)  # of 23 words: the first dog
    assert ROW["precision_middle"] == (2, 2)
    assert ROW["precision_last"] == (0, 2)


def test_counts() -> None:
    assert ROW["item_precision"] == (3, 5)
    assert ROW["item_recall"] == (3, 4)
    assert ROW["count_right"] == (2, 2)
    assert ROW["count_of_several_right"] == (1, 1)
    assert ROW["total_right"] == (1, 1)


def test_attributes_of_the_best_pairs() -> None:
    assert ROW["size_right"] == (2, 3)  # both dogs; the circle's isn't told
    assert ROW["size_right_when_told"] == (2, 2)
    assert ROW["place_right"] == (1, 3)
    assert ROW["place_right_when_told"] == (1, 2)
    assert ROW["colour_right"] == (0, 1)
    assert ROW["colour_right_when_told"] == (0, 1)
    assert ROW["attributes_right"] == (3, 7)
    assert ROW["attributes_right_when_told"] == (3, 5)


def test_ground() -> None:
    assert ROW["ground_colour_right"] == (1, 1)
    assert ROW["ground_pattern_right"] == (0, 1)


def test_the_ground_told_first_counts() -> None:
    claims = [GroundClaim(Ground("red", ""), 0, 0, 0), GroundClaim(Ground("blue", "striped"), 0, 0, 0)]
    row = measure(Told(FACTS, "", claims))
    assert row["ground_colour_right"] == (0, 1)
    assert row["ground_pattern_right"] == (1, 1)


def test_relations() -> None:
    assert ROW["relation_precision"] == (1, 1)
    assert ROW["touching_recall"] == (1, 2)
    assert ROW["beside_recall"] == (0, 0)


def test_repeated_items() -> None:
    assert ROW["repeated_items"] == (1, 5)  # the second cat; the second dog is there


def test_a_drawing_has_no_controls() -> None:
    scores = table([ROW])
    assert not [name for name in scores if name.startswith(("control", "words", "label", "state", "value"))]


def _relation(subject: Item, link: str, other: Item) -> tuple[float, float]:
    claim = RelationClaim(subject, link, other, 0, 0, 0)  # type: ignore[arg-type]
    return measure(Told(FACTS, "", [claim]))["relation_precision"]


@pytest.mark.parametrize(
    ("subject", "link", "other", "counted"),
    [
        (Item("dog", size="large"), "left of", Item("cup"), (1, 1)),  # by their places
        (Item("cup"), "left of", Item("dog", size="small"), (1, 1)),
        (Item("cup"), "left of", Item("dog", size="large"), (0, 1)),
        (Item("dog"), "above", Item("cup"), (1, 1)),
        (Item("circle"), "left of", Item("cup"), (0, 0)),  # the same column: the truth leaves it open
        (Item("circle"), "behind", Item("dog", size="small"), (0, 0)),  # one of two dogs
        (Item("circle"), "on", Item("dog"), (0, 0)),
        (Item("circle"), "on", Item("cup"), (0, 1)),  # the wrong way round
        (Item("circle"), "behind", Item("cup"), (0, 1)),  # another relation
        (Item("dog"), "behind", Item("circle"), (0, 1)),
        (Item("circle", colour="green"), "behind", Item("dog"), (0, 1)),  # there is no green one
        (Item("cat"), "above", Item("cup"), (0, 1)),
    ],
)
def test_which_relations_hold(subject: Item, link: str, other: Item, counted: tuple[int, int]) -> None:
    assert _relation(subject, link, other) == counted


def test_a_relation_said_again_is_the_same() -> None:
    claim = RelationClaim(Item("cup"), "on", Item("circle"), 0, 0, 0)
    row = measure(Told(FACTS, "", [claim, replace(claim, word=5)]))
    assert row["relation_precision"] == (1, 1)
    assert row["touching_recall"] == (1, 2)


def test_what_only_a_relation_names_is_mentioned_too() -> None:
    claims = [ItemClaim(CUP, 0, 0, 0), RelationClaim(Item("cup"), "on", Item("table"), 0, 0, 0)]
    row = measure(Told(FACTS, "", claims))
    assert row["mention_precision"] == (1, 2)


def test_two_dogs_at_once_are_one_mention_and_two_things() -> None:
    row = measure(Told(FACTS, "Two dogs.", [ItemClaim(Item("dog"), 4, 1, 0)] * 2))
    assert row["mention_precision"] == (1, 1)
    assert row["count_right"] == (1, 1)


def test_the_number_of_things_is_wrong() -> None:
    row = measure(Told(FACTS, "A dog; three things.", [ItemClaim(Item("dog"), 2, 1, 0), TotalClaim(3, 7, 2, 0)]))
    assert row["count_right"] == (0, 1)
    assert row["total_right"] == (0, 1)


def test_all_is_right_when_the_truth_is_told() -> None:
    claims = [ItemClaim(item, 0, index, 0) for index, item in enumerate(FACTS.items)]
    lies = [
        RelationClaim(FACTS.items[lie.subject], lie.link, FACTS.items[lie.object], 0, 0, 0) for lie in FACTS.relations
    ]
    told = Told(FACTS, "dog dog circle cup", [*claims, *lies, GroundClaim(FACTS.ground, 0, 0, 0)])
    scores = table([measure(told)], resamples=10)
    wrong = {"chair_i", "chair_s", "repeated_items", "repeated_bigrams"}
    other = {"length", "distinct_1", "recall_first", "recall_middle", "recall_last"}
    assert {name for name, score in scores.items() if score.value != 1} - other == wrong
    assert {name for name in wrong if scores[name].value} == set()
    assert sum(scores[name].value for name in ("recall_first", "recall_middle", "recall_last")) == pytest.approx(1)


@pytest.mark.parametrize(
    ("items", "of"), [(0, None), (1, (1, 3)), (3, (1, 3)), (4, (4, 9)), (20, (10, 20)), (21, None)]
)
def test_groups_by_number_of_items(items: int, of: tuple[int, int] | None) -> None:
    assert group(replace(FACTS, items=(DOG,) * items)) == of
