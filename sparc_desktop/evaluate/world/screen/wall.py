"""Walls of words: what a screen says, without the screen; to learn to read, where a screen is mostly empty."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTransform

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.screen.looks import Look
from sparc_desktop.evaluate.world.screen.picture import size_of
from sparc_desktop.evaluate.world.screen.sample import sample
from sparc_desktop.evaluate.world.screen.stage import application, colours, font, text_size
from sparc_desktop.evaluate.world.screen.words import made_up, vocabulary

LISTED = 0.85  # the share of labels that are not made up
NARROWEST, WIDEST = 80, 130  # percent: letters of more shapes than the few fonts for training have
CLOSEST, WIDEST_APART = -0.04, 0.1  # between letters, in shares of their height


@dataclass(frozen=True, slots=True)
class Wall:
    """Labels, and where their letters stand: left, top, right and bottom in shares of the sides."""

    image: Image.Image
    labels: tuple[tuple[str, QRectF], ...]


def wall(seed: int, rng: np.random.Generator, side: int) -> Wall:
    """Rows of labels, in colours and shape of one screen for training, on grounds as they have there.

    The letters are of the screen's font, narrowed or widened.

    Raises:
        RuntimeError: A font is not installed.
    """
    application()
    plan = sample("train", seed)
    look = plan.look
    letters = _varied(font(look, text_size(look, plan.language, side)), rng)
    metrics = QFontMetricsF(letters)
    width, height = size_of(plan.aspect, side).toTuple()
    image = QImage(width * look.fineness, height * look.fineness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(look.fineness)
    image.fill(QColor(colours(look).window))
    painter = QPainter(image)
    painter.setFont(letters)
    labels: list[tuple[str, QRectF]] = []
    top = float(rng.uniform(0, 6))
    while top + metrics.height() < height:
        row = metrics.height() * float(rng.uniform(1.1, 1.8))
        ground, ink = _inks(look)[int(rng.integers(5))]
        painter.fillRect(QRectF(0, top, width, row), QColor(ground))
        painter.setPen(QColor(ink))
        base = top + (row + metrics.ascent() - metrics.descent()) / 2
        for label, left in _row(rng, plan.language, width, metrics):
            painter.drawText(QPointF(left, base), label)
            box = QRectF(left, base - metrics.ascent(), metrics.horizontalAdvance(label), metrics.height())
            labels.append((label, box))
        top += row
    painter.end()
    to_shares = QTransform.fromScale(1 / width, 1 / height)
    shares = tuple((label, to_shares.mapRect(box)) for label, box in labels)
    size = image.width(), image.height()
    picture = Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine())
    return Wall(picture.reduce(look.fineness), shares)


def _varied(letters: QFont, rng: np.random.Generator) -> QFont:
    """The same font, in a shape by chance."""
    letters.setStretch(int(rng.integers(NARROWEST, WIDEST + 1)))
    apart = float(rng.uniform(CLOSEST, WIDEST_APART)) * letters.pixelSize()
    letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, apart)
    return letters


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
