"""A plan as a picture, with what is true of it: the only way in to the modules that know Qt.

The widgets are laid out for the very size that is asked for, so letters are drawn, not scaled, and stay readable.
"""

from dataclasses import dataclass

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from sparc_desktop.evaluate.world.drawing.grounds import ground
from sparc_desktop.evaluate.world.facts import Facts, Ground
from sparc_desktop.evaluate.world.screen.desktop import Desktop
from sparc_desktop.evaluate.world.screen.kit import Kit
from sparc_desktop.evaluate.world.screen.plan import ScreenPlan
from sparc_desktop.evaluate.world.screen.sample import LONG_SIDE
from sparc_desktop.evaluate.world.screen.stage import application, colours
from sparc_desktop.evaluate.world.screen.truth import NOBODY, Box, Truth

COVERED = 0.25  # the share of a cell that an item must cover to be its truth


@dataclass(frozen=True, slots=True)
class Picture:
    """The screen in RGB, its truth, and the innermost item at each pixel (-1: none), int16 [height, width].

    boxes: of each item where it is, and where its letters stand: left, top, right, bottom in pixels.
    """

    image: Image.Image
    facts: Facts
    owners: NDArray[np.int16]
    boxes: tuple[tuple[Box, Box], ...]

    def patch_truth(self, patches: int) -> NDArray[np.int64]:
        """Which of `facts.items` has most of each cell of a grid, as in `owners`; int64 [patches, patches]."""
        best = np.full((patches, patches), COVERED)
        truth = np.full((patches, patches), NOBODY, dtype=np.int64)
        for index in np.unique(self.owners[self.owners >= 0]):
            mask = Image.fromarray((self.owners == index).astype(np.uint8) * 255)
            cover = np.asarray(mask.resize((patches, patches), Image.Resampling.BOX)) / 255
            wins = cover > best
            truth[wins], best[wins] = index, cover[wins]
        return truth


def render(plan: ScreenPlan, long_side: int = LONG_SIDE) -> Picture:
    """The screen with its longer side `long_side` pixels; the same for the same plan on one machine.

    Raises:
        RuntimeError: A font that the plan asks for is not installed.
    """
    application()
    size, fine = size_of(plan.aspect, long_side), plan.look.fineness
    desktop = Desktop(plan, Kit(plan.look, plan.language, long_side), size)
    image = QImage(size * fine, QImage.Format.Format_RGB32)  # which Qt paints fastest
    image.setDevicePixelRatio(fine)
    painter = QPainter(image)
    _paint_wallpaper(plan, painter, size)
    desktop.draw(painter)
    painter.end()
    truth = Truth(desktop.placed(), size)
    facts, owners = truth.facts(_ground(plan)), truth.owners()
    shiboken6.delete(desktop.root)
    return Picture(_pixels(image).reduce(fine), facts, owners, truth.boxes())


def patch_truth(plan: ScreenPlan, patches: int, long_side: int = LONG_SIDE) -> NDArray[np.int64]:
    """As `Picture.patch_truth`, for those that have no picture."""
    return render(plan, long_side).patch_truth(patches)


def size_of(aspect: float, long_side: int) -> QSize:
    """Of a picture of this width / height, in pixels."""
    return QSize(long_side, round(long_side / aspect)) if aspect >= 1 else QSize(round(long_side * aspect), long_side)


def _paint_wallpaper(plan: ScreenPlan, painter: QPainter, size: QSize) -> None:
    if not _is_covered(plan):
        pixels = ground(plan.wallpaper, size.width(), size.height()).tobytes()
        image = QImage(pixels, size.width(), size.height(), 3 * size.width(), QImage.Format.Format_RGB888)
        painter.drawImage(QRect(QPoint(0, 0), size), image)


def _is_covered(plan: ScreenPlan) -> bool:
    return any(frame.width >= 1 and frame.height >= 1 for frame in plan.frames)


def _ground(plan: ScreenPlan) -> Ground:
    """The wallpaper; where a window covers it, the window's own ground."""
    if _is_covered(plan):
        return Ground(colours(plan.look).name, "plain")
    return Ground(plan.wallpaper.colour, plan.wallpaper.pattern)


def _pixels(image: QImage) -> Image.Image:
    size = image.width(), image.height()
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine())
