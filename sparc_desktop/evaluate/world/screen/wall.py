"""Walls of words: what a screen says, without the screen; to learn to read, where a screen is mostly empty."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QTransform

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.screen.looks import Look
from sparc_desktop.evaluate.world.screen.picture import size_of
from sparc_desktop.evaluate.world.screen.sample import sample
from sparc_desktop.evaluate.world.screen.stage import application, colours, font, text_size
from sparc_desktop.evaluate.world.screen.truth import NOBODY
from sparc_desktop.evaluate.world.screen.words import WORD, made_up, vocabulary

COVERED = 0.3  # the share of a patch that a word must cover to name it
LISTED = 0.85  # the share of words that are not made up


@dataclass(frozen=True, slots=True)
class Wall:
    """Words where they stand, left, top, right and bottom in shares of the sides; and the colour of the ground."""

    image: Image.Image
    words: tuple[tuple[str, QRectF], ...]
    colour: str

    def patch_truth(self, patches: int) -> NDArray[np.int64]:
        """Which of `words` has most of each cell of a grid, NOBODY for none; int64 [patches, patches]."""
        best = np.full((patches, patches), COVERED)
        truth = np.full((patches, patches), NOBODY, np.int64)
        edges = np.arange(patches + 1) / patches
        for index, (_, box) in enumerate(self.words):
            across, down = _overlap(edges, box.left(), box.right()), _overlap(edges, box.top(), box.bottom())
            cover = down[:, None] * across[None, :]
            wins = cover > best
            truth[wins], best[wins] = index, cover[wins]
        return truth


def wall(seed: int, rng: np.random.Generator, side: int) -> Wall:
    """Rows of words, in letters, colours and shape of one screen for training, on grounds as they have there.

    Raises:
        RuntimeError: A font is not installed.
    """
    application()
    plan = sample("train", seed)
    look = plan.look
    letters = font(look, text_size(look, plan.language, side))
    metrics = QFontMetricsF(letters)
    width, height = size_of(plan.aspect, side).toTuple()
    image = QImage(width * look.fineness, height * look.fineness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(look.fineness)
    image.fill(QColor(colours(look).window))
    painter = QPainter(image)
    painter.setFont(letters)
    words: list[tuple[str, QRectF]] = []
    top = float(rng.uniform(0, 6))
    while top + metrics.height() < height:
        row = metrics.height() * float(rng.uniform(1.0, 1.5))
        ground, ink = _inks(look)[int(rng.integers(5))]
        painter.fillRect(QRectF(0, top, width, row), QColor(ground))
        painter.setPen(QColor(ink))
        base = top + (row + metrics.ascent() - metrics.descent()) / 2
        for label, left in _row(rng, plan.language, width, metrics):
            painter.drawText(QPointF(left, base), label)
            words.extend(_spelled(label, left, top, row, metrics))
        top += row
    painter.end()
    to_shares = QTransform.fromScale(1 / width, 1 / height)
    shares = tuple((word, to_shares.mapRect(box)) for word, box in words)
    size = image.width(), image.height()
    picture = Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine())
    return Wall(picture.reduce(look.fineness), shares, colours(look).name)


def _inks(look: Look) -> tuple[tuple[str, str], ...]:
    """The colours of grounds, with those of the letters on them."""
    named = colours(look)
    return (
        (named.window, named.text), (named.base, named.text), (named.button, named.text),
        (named.accent, named.on_accent), (named.title, named.on_title),
    )  # fmt: skip


def _row(
    rng: np.random.Generator, language: Language, side: int, metrics: QFontMetricsF
) -> Iterator[tuple[str, float]]:
    """What stands in one row, and where each begins, in pixels."""
    left, listed = float(rng.uniform(2, 12)), vocabulary()
    while True:
        is_listed = rng.random() < LISTED
        label = listed[int(rng.integers(len(listed)))].spelled(language) if is_listed else made_up(rng, language)
        width = metrics.horizontalAdvance(label)
        if left + width > side:
            return
        yield label, left
        left += width + float(rng.uniform(0.8, 2.5)) * metrics.averageCharWidth()


def _spelled(
    label: str, left: float, top: float, height: float, metrics: QFontMetricsF
) -> Iterator[tuple[str, QRectF]]:
    """Each word of a label, and where it stands, in pixels."""
    for found in WORD.finditer(label):
        start, width = metrics.horizontalAdvance(label[: found.start()]), metrics.horizontalAdvance(found.group())
        yield found.group(), QRectF(left + start, top, width, height)


def _overlap(edges: NDArray[np.float64], start: float, end: float) -> NDArray[np.float64]:
    """The share of each interval between two of the edges of 0..1 that lies in start..end."""
    shares: NDArray[np.float64] = (np.minimum(edges[1:], end) - np.maximum(edges[:-1], start)) * (len(edges) - 1)
    return shares.clip(0)
