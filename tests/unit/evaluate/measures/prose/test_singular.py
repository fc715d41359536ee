"""Plurals of every ending."""

import pytest

from sparc_desktop.evaluate.measures.prose.singular import singular


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("dogs", "dog"), ("buses", "bus"), ("bus", "bus"), ("glasses", "glass"), ("glass", "glass"),
        ("benches", "bench"), ("boxes", "box"), ("brushes", "brush"), ("horses", "horse"), ("vases", "vase"),
        ("ponies", "pony"), ("ties", "tie"), ("skis", "skis"), ("sheep", "sheep"), ("knives", "knife"),
        ("people", "person"), ("women", "woman"), ("policemen", "policeman"), ("grandchildren", "grandchild"),
        ("businesspeople", "businessperson"), ("oranges", "orange"), ("giraffes", "giraffe"), ("shoes", "shoe"),
        ("tennis", "tennis"), ("us", "us"), ("cactus", "cactus"), ("gas", "gas"), ("potatoes", "potato"),
    ],
)  # fmt: skip
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
