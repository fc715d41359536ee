"""What must hold whatever a caption claims: shares are shares, and every row has the same scores."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from sparc_desktop.evaluate.measures import CATALOGUE, Told, measure, table
from sparc_desktop.evaluate.world.claim import Claim, GroundClaim, ItemClaim, RelationClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Link, Medium, Place, Relation, Size, State


def _told(medium: Medium, seed: int) -> Told:
    rng = np.random.default_rng([seed])

    def pick(options: tuple[str, ...]) -> str:
        return options[int(rng.integers(len(options)))]

    def item() -> Item:
        drawn = Item(pick(("dog", "cat", "cup")), pick(("", "red")), pick(get_args(Size)), pick(get_args(Place)))  # type: ignore[arg-type]
        if medium == "drawing":
            return drawn
        value = int(rng.integers(100)) if rng.random() < 0.3 else None
        return replace(drawn, label=pick(("", "Save", "Sawe", "开")), state=pick(get_args(State)), value=value)  # type: ignore[arg-type]

    items = tuple(item() for _ in range(rng.integers(1, 9)))
    lies = tuple(Relation(0, link, len(items) - 1) for link in get_args(Link) if rng.random() < 0.4)
    claims: list[Claim] = [ItemClaim(item(), 0, int(rng.integers(12)), 0) for _ in range(rng.integers(9))]
    claims += [RelationClaim(item(), link, item(), 0, int(rng.integers(12)), 0) for link in get_args(Link)]
    claims += [TotalClaim(int(rng.integers(9)), 0, 0, 0), GroundClaim(Ground("blue", ""), 0, 0, 0)]
    return Told(Facts(medium, Ground("blue", "plain"), items, lies), "word " * 12, claims)


@pytest.mark.parametrize("medium", get_args(Medium))
def test_any_claims(medium: Medium) -> None:
    rows = [measure(_told(medium, seed)) for seed in range(150)]
    assert len({frozenset(row) for row in rows}) == 1
    for name in rows[0].keys() - {"length", "character_error_rate"}:
        assert all(0 <= row[name][0] <= row[name][1] for row in rows), name
    for row in rows:
        thirds = [row[f"recall_{third}"][0] for third in ("first", "middle", "last")]
        assert sum(thirds) == row["object_recall" if medium == "drawing" else "control_recall"][0]
    assert table(rows, resamples=20).keys() <= CATALOGUE.keys()
