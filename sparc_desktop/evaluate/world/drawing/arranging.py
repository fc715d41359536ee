"""Which things of a scene go together: alone, in a group of one kind, one on another, one half behind another.

Each way of placing gives the things that it placed, the one at the back first, or fewer or none where it found no room.
"""

from collections.abc import Callable
from dataclasses import replace
from math import sqrt

from sparc_desktop.evaluate.world.drawing.canvas import TRIES, Canvas
from sparc_desktop.evaluate.world.drawing.layout import GRAIN, landing, layout_of, stands_on
from sparc_desktop.evaluate.world.drawing.scene import Thing
from sparc_desktop.evaluate.world.drawing.stamps import Silhouette, frame, silhouette

WAYS = (0.64, 0.14, 0.11, 0.11)  # the chances of alone, group, stack, behind
GROUP = 5  # things at most
FAILURES = 12  # so many times no room, and the attempt is given up
HIDDEN = (0.18, 0.38)  # the share of the one behind that the one in front hides
BROADER = 1.2  # how much larger than what it stands on a thing may be


def arrange(canvas: Canvas, wanted: int) -> tuple[Thing, ...] | None:
    """So many things, the one at the back first; None where no room was found."""
    ways: tuple[Callable[[Canvas, list[Thing], int], list[Thing]], ...] = (_alone, _group, _stack, _behind)
    things: list[Thing] = []
    failures = 0
    while len(things) < wanted and failures < FAILURES:
        placed = ways[int(canvas.rng.choice(len(ways), p=WAYS))](canvas, things, wanted - len(things))
        failures += not placed
        things += placed
    return tuple(things) if len(things) == wanted else None


def _alone(canvas: Canvas, others: list[Thing], _room: int) -> list[Thing]:
    placed = canvas.placed(canvas.thing(others), others)
    return [placed] if placed else []


def _group(canvas: Canvas, others: list[Thing], room: int) -> list[Thing]:
    """Two to five of one kind, each beside the one before."""
    members = _alone(canvas, others, room)
    wanted = min(room, int(canvas.rng.integers(2, GROUP + 1)))
    for _ in range(TRIES if members else 0):
        if len(members) == wanted:
            break
        near = canvas.beside(members[-1], float(canvas.rng.uniform(1.0, 1.35)) * members[-1].size)
        member = replace(near, angle=canvas.angle())
        if canvas.is_free(member, others + members):
            members.append(member)
    return members


def _stack(canvas: Canvas, others: list[Thing], room: int) -> list[Thing]:
    """One thing standing on another."""
    lower = _alone(canvas, others, room)
    if not lower or room < 2:
        return lower
    base = replace(lower[0], angle=lower[0].angle / 4)
    for _ in range(TRIES // 4):
        upper = canvas.thing([*others, base])
        if upper.size > BROADER * base.size:
            continue
        x = base.x + float(canvas.rng.uniform(-0.2, 0.2)) * base.size / sqrt(canvas.aspect)
        standing = _set_down(canvas, replace(upper, x=x, y=base.y, angle=upper.angle / 4), base)
        if standing and canvas.is_free(standing, others):
            return [base, standing]
    return lower


def _set_down(canvas: Canvas, upper: Thing, base: Thing) -> Thing | None:
    """The upper one moved up or down until it stands on the other; None if it can't."""
    below = _silhouette(canvas, base)
    fall = landing(_silhouette(canvas, upper), below)
    if fall is None:
        return None
    standing = replace(upper, y=upper.y + fall / frame(canvas.aspect, GRAIN)[1])
    return standing if stands_on(_silhouette(canvas, standing), below) else None


def _behind(canvas: Canvas, others: list[Thing], room: int) -> list[Thing]:
    """One thing that another hides in part."""
    front = _alone(canvas, others, room)
    if not front or room < 2:
        return front
    for _ in range(TRIES // 2):
        back = canvas.thing(others + front)
        near = canvas.beside(front[0], float(canvas.rng.uniform(0.25, 0.42)) * (back.size + front[0].size))
        back = replace(back, x=near.x, y=near.y)
        if not canvas.is_free(back, others):
            continue
        hidden = layout_of([back, *front], canvas.aspect, canvas.look).shares()[0, 1]
        if HIDDEN[0] <= hidden <= HIDDEN[1]:
            return [back, *front]
    return front


def _silhouette(canvas: Canvas, thing: Thing) -> Silhouette:
    return silhouette(thing, canvas.look, *frame(canvas.aspect, GRAIN))
