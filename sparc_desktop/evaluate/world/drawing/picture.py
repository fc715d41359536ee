"""A scene as a picture, and what each patch of that picture shows."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sparc_desktop.evaluate.world.drawing.damage import damaged
from sparc_desktop.evaluate.world.drawing.grounds import ground
from sparc_desktop.evaluate.world.drawing.layout import layout_of
from sparc_desktop.evaluate.world.drawing.scene import Scene
from sparc_desktop.evaluate.world.drawing.stamps import frame, stamp

BACKGROUND = -1  # the truth of a patch that shows no thing
COVERED = 0.25  # the share of a patch that a thing must cover to be its truth


def draw(scene: Scene, long_side: int = 320) -> Image.Image:
    """The picture in RGB, its longer side `long_side` pixels."""
    width, height = frame(scene.aspect, long_side)
    picture = ground(scene.background, width, height)
    for thing in scene.things:
        pixels, left, top = stamp(thing, scene.look, width, height)
        picture.paste(pixels, (left, top), pixels)
    for damage in scene.damages:
        picture = damaged(picture, damage)
    return picture


def patch_truth(scene: Scene, patches: int) -> NDArray[np.int64]:
    """Which of `scene.things` is seen most in each cell of a patches x patches grid; int64 [patches, patches].

    The grid covers the whole picture, whatever its aspect. BACKGROUND where no thing is seen on COVERED of the cell.
    """
    layout = layout_of(scene.things, scene.aspect, scene.look)
    rows, columns = (np.arange(side) * patches // side for side in layout.owner.shape)
    cells = rows[:, None] * patches + columns[None, :]
    choices = len(scene.things) + 1  # the ground is the first
    counted = np.bincount((cells * choices + layout.owner + 1).ravel(), minlength=patches**2 * choices)
    counts = counted.reshape(patches, patches, choices)
    most = counts[..., 1:].argmax(axis=2) if scene.things else np.zeros((patches, patches), dtype=np.int64)
    enough = counts[..., 1:].max(axis=2, initial=0) >= COVERED * counts.sum(axis=2)
    return np.where(enough, most, BACKGROUND).astype(np.int64)
