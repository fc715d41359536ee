"""Scenes of balls and boxes in perspective, by following one ray for each pixel, and one more towards the light.

x goes to the right, y up, z away from the camera. Walls, floors and roads are boxes too.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sparc_desktop.evaluate.world.foreign_pictures.fields import CLOUDY, ROUGH, Plane, Planes, grid, look_up, tile

Vectors = NDArray[np.floating[Any]]  # [3, rays]
FAR = np.float32(1e6)
TOUCH = np.float32(1e-3)  # a ray towards the light starts this far from where it left
LEAST_COMPONENT = np.float32(1e-6)  # of a direction, as it is divided by


@dataclass(frozen=True, slots=True)
class Solid:
    """A box, or a ball stretched to fill it; half: half its sides; colour: 0..255; turn: about its upright, radians."""

    centre: tuple[float, float, float]
    half: tuple[float, float, float]
    colour: NDArray[np.floating[Any]]
    turn: float = 0.0
    ball: bool = False
    grain: float = 0.1  # how much its surface varies
    scale: float = 60.0  # how fine that is
    grooves: float = 0.0  # the distance of dark lines both ways, as between bricks or windows; 0: none

    def local(self, points: Vectors) -> Vectors:
        """Points or directions in the solid's own directions."""
        if not self.turn:
            return points
        cos, sin = np.float32(np.cos(self.turn)), np.float32(np.sin(self.turn))
        return np.stack((cos * points[0] - sin * points[2], points[1], sin * points[0] + cos * points[2]))

    def world(self, points: Vectors) -> Vectors:
        """Back from `local`."""
        if not self.turn:
            return points
        cos, sin = np.float32(np.cos(self.turn)), np.float32(np.sin(self.turn))
        return np.stack((cos * points[0] + sin * points[2], points[1], cos * points[2] - sin * points[0]))


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to see: light is a place; `ambient` the share of light that comes from all around."""

    solids: tuple[Solid, ...]
    light: tuple[float, float, float]
    ambient: float
    shading: int  # so many of the first solids cast shadows


def rays(width: int, height: int, angle: float, pitch: float) -> Vectors:
    """Directions of the pixels, row by row; angle: half the view along the longer side; both in radians."""
    x, y = (part * np.float32(np.tan(angle)) for part in grid(width, height))
    cos, sin = np.float32(np.cos(pitch)), np.float32(np.sin(pitch))
    parts = np.broadcast_arrays(x, -y * cos + sin, cos + y * sin)
    return np.stack([part.ravel() for part in parts]).astype(np.float32)


def seen(scene: Scene, origin: tuple[float, float, float], along: Vectors, sky: Vectors) -> tuple[Vectors, Plane]:
    """Colours [3, rays], 0..255, and distances [rays]; where nothing is hit, those of `sky` [3, rays], and `FAR`."""
    start = np.array(origin, dtype=np.float32)[:, None]
    distance, which = _first(scene.solids, start, along)
    colours = sky.copy()
    points = start + along * distance
    to_light = np.array(scene.light, dtype=np.float32)[:, None] - points
    lit = _first(scene.solids[: scene.shading], points + to_light * TOUCH, to_light)[0] >= 1
    for index, solid in enumerate(scene.solids):
        mine = np.flatnonzero(which == index)
        if mine.size:
            colours[:, mine] = _lit(solid, points[:, mine], to_light[:, mine], lit[mine], scene.ambient)
    return colours, distance


def _first(solids: tuple[Solid, ...], start: Vectors, along: Vectors) -> tuple[Plane, NDArray[np.int8]]:
    """How far each ray goes, in its own length, and the index of what it hits, -1 for nothing."""
    distance = np.full(along.shape[1], FAR)
    which = np.full(along.shape[1], -1, dtype=np.int8)
    slowness = _inverse(along)
    for index, solid in enumerate(solids):
        reach = _reach(solid, start, along, slowness)
        nearer = np.flatnonzero(reach < distance)
        distance[nearer], which[nearer] = reach[nearer], index
    return distance, which


def _inverse(along: Vectors) -> Vectors:
    return 1 / np.where(np.abs(along) < LEAST_COMPONENT, LEAST_COMPONENT, along)


def _reach(solid: Solid, start: Vectors, along: Vectors, slowness: Vectors) -> Plane:
    """How far rays go until they enter the solid, `FAR` where they don't; slowness: one by `along`."""
    half = np.array(solid.half, dtype=np.float32)[:, None]
    away = solid.local(np.array(solid.centre, dtype=np.float32)[:, None] - start)
    if solid.ball:
        way, to_it = solid.local(along) / half, away / half
        a, b, c = (way * way).sum(0), (way * to_it).sum(0), (to_it * to_it).sum(0) - 1
        root = b * b - a * c
        reach = (b - np.sqrt(np.maximum(root, 0))) / a
        return np.where((root > 0) & (reach > TOUCH), reach, FAR).astype(np.float32)
    if solid.turn:
        slowness = _inverse(solid.local(along))
    middle, wide = away * slowness, half * np.abs(slowness)
    enter, leave = (middle - wide).max(0), (middle + wide).min(0)
    return np.where((enter < leave) & (enter > TOUCH), enter, FAR)


def _lit(solid: Solid, points: Vectors, to_light: Vectors, lit: NDArray[np.bool_], ambient: float) -> Vectors:
    """Colours of points on a solid, [3, points]; to_light: the ways to the light; lit: is nothing in between."""
    half = np.array(solid.half, dtype=np.float32)[:, None]
    inside = solid.local(points - np.array(solid.centre, dtype=np.float32)[:, None])
    share = inside / half
    if solid.ball:
        normal = share / half
        normal = normal / np.sqrt((normal * normal).sum(0))
        across, down = np.arctan2(share[0], share[2]), share[1] * 1.5
    else:
        axis = np.abs(share).argmax(0)
        normal = (np.arange(3)[:, None] == axis) * np.sign(share)
        across, down = np.where(axis == 0, inside[2], inside[0]), np.where(axis == 1, inside[2], inside[1])
    far = np.sqrt((to_light * to_light).sum(0))
    facing = np.maximum((solid.world(normal.astype(np.float32)) * to_light).sum(0) / far, 0)
    light = ambient * (1 + 0.3 * normal[1]) + (1 - ambient) * facing * lit
    return np.asarray(solid.colour[:, None] * (_surface(solid, across, down) * light * 1.4), dtype=np.float32)


def _surface(solid: Solid, across: Plane, down: Plane) -> Plane:
    """How bright each point of a surface is by itself, about 1."""
    across, down = across * np.float32(solid.scale), down * np.float32(solid.scale)
    rough = look_up(tile(ROUGH), across, down) + look_up(tile(CLOUDY), across / 7, down / 7)
    surface = 1 + np.float32(solid.grain) * rough
    if solid.grooves:
        step = np.float32(solid.grooves * solid.scale)
        pane = (across % step < step * 0.6) & (down % step < step * 0.65)
        surface = surface * np.where(pane, np.float32(0.45), np.float32(1))
    return np.asarray(np.maximum(surface, 0), dtype=np.float32)


def planes(values: Vectors, width: int, height: int) -> Planes:
    """From [3, rays] to [height, width, 3]."""
    return np.ascontiguousarray(values.T).reshape(height, width, 3)
