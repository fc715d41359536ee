"""Which of COCO's classes a caption names, and CHAIR over them by hand."""

from collections import Counter

import pytest

from sparc_desktop.evaluate.measures import CATALOGUE
from sparc_desktop.evaluate.measures.chair import Mention
from sparc_desktop.evaluate.measures.prose.coco import coco_truth, coco_words, measure_objects
from sparc_desktop.evaluate.measures.prose.coco_names import ANIMALS, NOT_OBJECTS, THINGS, VEHICLES
from sparc_desktop.evaluate.measures.prose.object_words import ObjectWords


def test_there_are_80_classes() -> None:
    classes = set(coco_words().names.values()) - {""}
    assert len(classes) == 80


def test_no_name_is_of_two_classes() -> None:
    listed = {**ANIMALS, **VEHICLES, **THINGS}
    names = [*listed, *NOT_OBJECTS, *(name for others in listed.values() for name in others.split(", "))]
    assert [name for name, times in Counter(names).items() if name and times > 1] == []


@pytest.mark.parametrize(
    ("caption", "classes"),
    [
        ("Two men ride their bikes past parked cars.", ["person", "bicycle", "car"]),
        ("A hot dog on a bench, and a dog.", ["hot dog", "bench", "dog"]),
        ("Hot-dogs and doughnuts.", ["hot dog", "donut"]),
        ("A baby zebra beside an adult giraffe.", ["zebra", "giraffe"]),
        ("A baby holds a teddy bear, not a bear.", ["person", "teddy bear", "bear"]),
        ("A passenger jet and a passenger train; one passenger.", ["airplane", "train", "person"]),
        ("The toilet seat is up.", ["toilet"]),
        ("The seat of the toilet, and a seat.", ["toilet", "chair"]),
        ("The catcher crouches at home plate near the train tracks.", ["person"]),
        ("A bow tie and two ties.", ["tie", "tie"]),
        ("Three wine glasses and a glass of water.", ["wine glass"]),
        ("A traffic light over a fire hydrant, stop signs.", ["traffic light", "fire hydrant", "stop sign"]),
        ("A pair of scissors, skis, a tennis racquet.", ["scissors", "skis", "tennis racket"]),
        ("A tennis player with a mobile phone.", ["person", "cell phone"]),
        ("The dog’s bowl", ["dog", "bowl"]),
        ("Nothing but sky.", []),
    ],
)
def test_classes_named(caption: str, classes: list[str]) -> None:
    assert [mention.name for mention in coco_words().mentions(caption)] == classes


def test_position_is_counted_in_words() -> None:
    assert coco_words().mentions("One hot-dog, one well-fed cat.") == [Mention("hot dog", 1), Mention("cat", 4)]


def test_truth_is_what_is_annotated_and_what_people_say() -> None:
    truth = coco_truth(["dog", "couch"], ["A puppy on a sofa.", "A dog with a frisbee."], coco_words())
    assert truth == {"dog", "couch", "frisbee"}


def test_counted_by_hand() -> None:
    row = measure_objects("A puppy, a dog and a cat lie on the couch.", frozenset({"dog", "couch", "tv"}), coco_words())
    assert row["chair_i"] == (1, 4)
    assert row["chair_s"] == (1, 1)
    assert row["object_precision"] == (2, 3)
    assert row["object_recall"] == (2, 3)
    assert row["length"] == (11, 1)
    assert row.keys() <= CATALOGUE.keys()


def test_a_list_as_published() -> None:
    words = ObjectWords.of_lines(["cat, Kitten, tomcat\n", "\n", "wine glass, goblet\n"])
    assert [mention.name for mention in words.mentions("Kittens and goblets; a wine glass.")] == [
        "cat", "wine glass", "wine glass",
    ]  # fmt: skip
