"""Places with light and shadow: things on a table, rooms, streets."""

import numpy as np
from PIL import Image

from sparc_desktop.evaluate.world.foreign_pictures.camera import focused
from sparc_desktop.evaluate.world.foreign_pictures.fields import CLOUDY, SMOOTH, Rng, field, pick, picture
from sparc_desktop.evaluate.world.foreign_pictures.natural import Colours, one, palette, shade, tinted
from sparc_desktop.evaluate.world.foreign_pictures.rays import Scene, Solid, planes, rays, seen

COARSE = 0.55  # pictures are made this much smaller, as every pixel costs a ray, and then enlarged


def solids(rng: Rng, width: int, height: int) -> Image.Image:
    """Balls and boxes on a ground, one of them in focus."""
    colours = palette(rng, 12)
    things = []
    for _ in range(int(rng.integers(2, 8))):
        size = rng.uniform(0.15, 0.6) * rng.uniform(0.6, 1.6, 3)
        ball = bool(rng.random() < 0.5)
        half = (float(size[0]), float(size[0 if ball and rng.random() < 0.6 else 1]), float(size[2 if not ball else 0]))
        centre = (rng.uniform(-2, 2), half[1], rng.uniform(1.8, 6))
        things.append(_solid(rng, centre, half, colours, ball=ball, turn=rng.uniform(0, 3)))
    ground = _solid(rng, (0, -1, 0), (60, 1, 60), colours)
    light = (rng.uniform(-9, 9), rng.uniform(4, 12), rng.uniform(-6, 6))
    scene = Scene((*things, ground), light, rng.uniform(0.2, 0.5), len(things))
    focus = things[0].centre[2] if rng.random() < 0.6 else 0.0
    return _taken(rng, scene, width, height, (0.0, rng.uniform(0.6, 2.2), 0.0), -0.22, focus)


def rooms(rng: Rng, width: int, height: int) -> Image.Image:
    """A room with furniture-like boxes, lit from a window or a lamp."""
    colours = palette(rng, 14)
    half, high, deep = rng.uniform(1.6, 3.5), rng.uniform(2.2, 3.2), rng.uniform(3.5, 7)
    things = []
    for _ in range(int(rng.integers(3, 9))):
        size = (rng.uniform(0.15, 0.9), rng.uniform(0.1, 1.0), rng.uniform(0.15, 0.7))
        place = (rng.uniform(-half, half), size[1], rng.uniform(1.6, deep))
        things.append(_solid(rng, place, size, colours, ball=bool(rng.random() < 0.15)))
    for _ in range(int(rng.integers(1, 5))):  # windows, doors, pictures: flat on the far wall or at a side
        up, flat = rng.uniform(1, high - 0.4), (rng.uniform(0.2, 0.8), rng.uniform(0.2, 0.8), 0.03)
        if rng.random() < 0.6:
            things.append(_solid(rng, (rng.uniform(-half, half), up, deep), flat, colours))
        else:
            things.append(_solid(rng, (pick(rng, (-half, half)), up, rng.uniform(2, deep)), flat[::-1], colours))
    light = (rng.uniform(-half, half) * 0.9, rng.uniform(1.2, high - 0.1), rng.uniform(0, deep - 0.3))
    scene = Scene((*things, *_walls(rng, colours, half, high, deep)), light, rng.uniform(0.2, 0.5), len(things))
    return _taken(rng, scene, width, height, (rng.uniform(-1, 1), 1.4, 0.0), -0.05, 0.0)


def _walls(rng: Rng, colours: Colours, half: float, high: float, deep: float) -> tuple[Solid, ...]:
    """Floor, ceiling and three walls around a room, each a box outside it."""
    above, far, aside = shade(rng, pick(rng, ("stone", "earth", "skin")), 3) * 0.5 + 110
    return (
        _solid(rng, (0, -1, 0), (20, 1, 20), colours),
        Solid((0, high + 1, 0), (20, 1, 20), above, grain=0.02),
        Solid((0, 0, deep + 1), (20, 20, 1), far, grain=0.04),
        Solid((-half - 1, 0, 0), (1, 20, 20), aside, grain=0.04),
        Solid((half + 1, 0, 0), (1, 20, 20), aside, grain=0.04),
    )


def streets(rng: Rng, width: int, height: int) -> Image.Image:
    """Houses on both sides of a road, cars, trees and people as boxes and balls."""
    colours, walls = palette(rng, 14), shade(rng, pick(rng, ("stone", "earth", "skin")), 8)
    half = rng.uniform(2.5, 6)
    things: list[Solid] = []
    for _ in range(int(rng.integers(2, 7))):
        x, z = rng.uniform(-half, half) * 0.8, rng.uniform(3, 14)
        car = (
            _solid(rng, (x, 0.55, z), (0.8, 0.3, 1.6), colours),
            Solid((x, 1.0, z), (0.65, 0.3, 0.9), shade(rng, "stone")[0] * 0.3, grain=0.4),
        )
        person = (_solid(rng, (x, 0.85, z), (0.22, 0.85, 0.22), colours, ball=True),)
        tree = (Solid((x, 3.2, z), (1.2, 1.3, 1.2), shade(rng, "leaf")[0], ball=True, grain=0.45),)
        things += pick(rng, (car, car, person, tree))
    houses = []
    for side in (-1, 1):
        z = 0.0
        while z < 24:
            deep, high = rng.uniform(2, 5), rng.uniform(2, 14)
            colour, grooves = one(rng, walls), pick(rng, (0.0, 0.9, 1.4, 2.2))
            houses.append(
                Solid((side * (half + 3), 0, z + deep), (2.9, high, deep * 0.97), colour, grooves=grooves, scale=24)
            )
            z += 2 * deep
    road = Solid((0, -1, 0), (90, 1, 90), shade(rng, "stone")[0] * 0.5 + 40, scale=90, grain=0.12)
    light = (rng.uniform(-60, 60), 60.0, rng.uniform(-60, 60))
    scene = Scene((*things, *houses, road), light, rng.uniform(0.3, 0.7), len(things) + len(houses) // 2)
    return _taken(rng, scene, width, height, (rng.uniform(-1, 1), rng.uniform(1.3, 3), -1.0), 0.03, 0.0)


def _solid(
    rng: Rng, centre: tuple[float, float, float], half: tuple[float, float, float], colours: Colours, *,
    ball: bool = False, turn: float = 0.0,
) -> Solid:  # fmt: skip
    colour = one(rng, colours)
    grain, scale = pick(rng, (0.03, 0.1, 0.25)), pick(rng, (20.0, 60.0, 140.0))
    grooves = pick(rng, (0.2, 0.5)) if rng.random() < 0.15 else 0.0
    return Solid(centre, half, colour, turn, ball, grain, scale, grooves)


def _taken(
    rng: Rng, scene: Scene, width: int, height: int, origin: tuple[float, float, float], pitch: float, focus: float
) -> Image.Image:
    """The scene from `origin`; in focus at that distance alone, 0: everywhere."""
    w, h = max(8, round(width * COARSE)), max(8, round(height * COARSE))
    along = rays(w, h, rng.uniform(0.45, 0.8), pitch + rng.uniform(-0.12, 0.12))
    sky = tinted(field(rng, w, h, pick(rng, (CLOUDY, SMOOTH))) * 0.2 + 0.5, shade(rng, "sky", 3))
    colours, distance = seen(scene, origin, along, sky.reshape(-1, 3).T)
    image = picture(planes(colours, w, h)).resize((width, height), Image.Resampling.BICUBIC)
    if focus:
        image = focused(image, np.log2(distance.reshape(h, w) / np.float32(focus)), 0.0, width / 90)
    return image
