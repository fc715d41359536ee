"""What is written is read back: all of it from long captions, nothing but the truth from short ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest

from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.length import Length
from sparc_desktop.evaluate.world.claim import GroundClaim, ItemClaim, RelationClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Link
from sparc_desktop.evaluate.world.telling import read, write
from sparc_desktop.evaluate.world.telling.draft import Order
from sparc_desktop.evaluate.world.telling.reference import references
from tests.unit.evaluate.world.telling.made_up import MadeUp

SEEDS = range(80)
ORDERS: tuple[Order, ...] = get_args(Order)


def some_facts(seed: int) -> tuple[Facts, Facts]:
    return MadeUp(seed).drawing(), MadeUp(seed).screen()


def nested(items: Sequence[Item], index: int) -> tuple[Item, ...]:
    """An item and all that holds it, whatever their indices."""
    item = items[index]
    return (replace(item, within=None), *(() if item.within is None else nested(items, item.within)))


def told(items: Sequence[Item]) -> Counter[tuple[Item, ...]]:
    return Counter(nested(items, index) for index in range(len(items)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("length", "links"), [("everything", get_args(Link)), ("detailed", ("on", "behind"))]
)  # fmt: skip
def test_a_long_caption_tells_exactly_the_facts(language: Language, length: Length, links: tuple[Link, ...]) -> None:
    for seed in SEEDS:
        for facts in some_facts(seed):
            caption = write(facts, language, length, seed, order=ORDERS[seed % 2])
            claims = read(caption, language)
            assert told([c.item for c in claims if isinstance(c, ItemClaim)]) == told(facts.items), caption
            wanted = [facts.ground] if facts.ground != Ground("", "") else []
            assert [c.ground for c in claims if isinstance(c, GroundClaim)] == wanted, caption
            assert {c.count for c in claims if isinstance(c, TotalClaim)} <= {len(facts.items)}, caption
            related = [(c.subject, c.link, c.object) for c in claims if isinstance(c, RelationClaim)]
            assert Counter(map(named, related)) == Counter(
                named((pair[0], relation.link, pair[1]))
                for relation in facts.relations
                if relation.link in links and (pair := references(facts, relation))
            ), caption


def named(relation: tuple[Item, Link, Item]) -> tuple[str, ...]:
    """By what both have in any mention: they may be told in more words where they are told first."""
    subject, link, other = relation
    return subject.kind, subject.label, link, other.kind, other.label


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", ["sentence", "short"])
def test_a_short_caption_tells_nothing_but_the_facts(language: Language, length: Length) -> None:
    for seed in SEEDS:
        for facts in some_facts(seed):
            caption = write(facts, language, length, seed)
            claims = read(caption, language)
            left = list(facts.items)
            items = [claim.item for claim in claims if isinstance(claim, ItemClaim)]
            for item in sorted(items, key=lambda item: -len(set(values(item)))):  # the most telling first
                left.remove(next(other for other in left if agrees(item, other)))
            assert bool(items) == bool(facts.items), caption
            assert [c.count for c in claims if isinstance(c, TotalClaim)] == [len(facts.items)], caption
            assert not any(isinstance(claim, RelationClaim) for claim in claims), caption


def values(item: Item) -> list[object]:
    return [item.colour, item.size, item.place, item.label, item.state, item.value]


def agrees(claim: Item, item: Item) -> bool:
    pairs = zip(values(claim), values(item), strict=True)
    return claim.kind == item.kind and all(said in ("", None, true) for said, true in pairs)
