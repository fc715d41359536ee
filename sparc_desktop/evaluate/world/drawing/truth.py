"""What is true of a scene, in the terms in which it can be told.

Order of salience: large before medium before small; among things of one size, those in the middle of the picture, then
those at its sides, then those in its corners, place by place; in one place the nearer its centre to the middle of the
picture the earlier; of two equally near, the one in front first. Sizes have gaps between them, so the order can be
seen in the picture.

Relations that are worth telling: every "on" and every "behind"; then, for each of the two most salient things, whether
its nearest neighbour lies plainly beside it or plainly above or below it. Only things that are the one of their kind
are related, so that "the dog" is always one dog.
"""

from collections import Counter
from itertools import permutations
from math import hypot

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.world.drawing.layout import BEHIND, VISIBLE, Layout, in_sizes, layout_of, stands_on
from sparc_desktop.evaluate.world.drawing.scene import SIZES, Scene, Thing
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Place, Relation, place_of

PLACES: tuple[Place, ...] = (  # the more striking ones first
    "centre", "top", "left", "right", "bottom", "top left", "top right", "bottom left", "bottom right",
)  # fmt: skip
LED = 2  # the nearest neighbours of so many things are told
ALIGNED = 0.35  # how far aside a neighbour may lie, as a share of how far it lies along
NEAR = 0.75  # centres farther apart than this share of the sum of both sizes do not touch


def facts(scene: Scene) -> Facts:
    """All that can be told of a scene: the things of which enough is seen, in the order of salience, and relations."""
    layout = layout_of(scene.things, scene.aspect, scene.look)
    shares = layout.shares()
    told = [index for index in _by_salience(scene) if shares[index, index] >= VISIBLE]
    rank = {index: place for place, index in enumerate(told)}
    items = tuple(_item(scene.things[index]) for index in told)
    relations = tuple(
        Relation(rank[r.subject], r.link, rank[r.object]) for r in _relations(scene, layout, shares, told)
    )
    return Facts("drawing", Ground(scene.background.colour, scene.background.pattern), items, relations)


def _by_salience(scene: Scene) -> list[int]:
    """Indices of `scene.things`, the most striking first."""
    sizes = tuple(SIZES)

    def key(index: int) -> tuple[int, int, float, int]:
        thing = scene.things[index]
        place = PLACES.index(place_of(thing.x, thing.y))
        distance = hypot(*in_sizes(thing.x - 0.5, thing.y - 0.5, scene.aspect))
        return -sizes.index(thing.size_name), place, distance, -index

    return sorted(range(len(scene.things)), key=key)


def _item(thing: Thing) -> Item:
    return Item(thing.kind, colour=thing.colour, size=thing.size_name, place=place_of(thing.x, thing.y))


def _relations(scene: Scene, layout: Layout, shares: NDArray[np.float64], told: list[int]) -> list[Relation]:
    """By indices of `scene.things`, each pair once."""
    counts = Counter(scene.things[index].kind for index in told)
    single = [index for index in told if counts[scene.things[index].kind] == 1]
    found: list[Relation] = []
    for one, other in permutations(single, 2):
        if shares[one, other] >= BEHIND:
            found.append(Relation(one, "behind", other))
        elif shares[other, one] < BEHIND and _stands_on(scene, layout, one, other):
            found.append(Relation(one, "on", other))
    related = {frozenset((relation.subject, relation.object)) for relation in found}
    for index in single[: LED if len(single) > 1 else 0]:
        nearest = min((i for i in single if i != index), key=lambda i: _distance(scene, index, i))
        aligned = _aligned(scene, index, nearest)
        if aligned is not None and frozenset((index, nearest)) not in related:
            related.add(frozenset((index, nearest)))
            found.append(aligned)
    return found


def _stands_on(scene: Scene, layout: Layout, one: int, other: int) -> bool:
    upper, lower = scene.things[one], scene.things[other]
    if upper.y > lower.y or _distance(scene, one, other) > NEAR * (upper.size + lower.size):
        return False
    return stands_on(layout.silhouettes[one], layout.silhouettes[other])


def _aligned(scene: Scene, one: int, other: int) -> Relation | None:
    """Which of the two is to the left or above, if they are plainly side by side or one above the other."""
    across, down = _way(scene, one, other)
    if abs(down) <= ALIGNED * abs(across):
        return Relation(one, "left of", other) if across > 0 else Relation(other, "left of", one)
    if abs(across) <= ALIGNED * abs(down):
        return Relation(one, "above", other) if down > 0 else Relation(other, "above", one)
    return None


def _distance(scene: Scene, one: int, other: int) -> float:
    return hypot(*_way(scene, one, other))


def _way(scene: Scene, one: int, other: int) -> tuple[float, float]:
    """To the right and down from one centre to the other, in the unit of `Thing.size`."""
    start, end = scene.things[one], scene.things[other]
    return in_sizes(end.x - start.x, end.y - start.y, scene.aspect)
