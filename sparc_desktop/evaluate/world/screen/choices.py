"""Chance for one screen, kept to its split: which look, and which words on which controls, are not to be seen there."""

from collections.abc import Sequence
from typing import Literal, TypeVar

import numpy as np

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.drawing.scene import Split
from sparc_desktop.evaluate.world.screen.looks import (
    FONTS,
    HELD_OUT_FONTS,
    HELD_OUT_PALETTES,
    HELD_OUT_STYLES,
    PALETTES,
    STYLES,
    TEXT_SIZES,
    TITLE_BARS,
    Look,
    held_out,
)
from sparc_desktop.evaluate.world.screen.words import ROLES, Role, Word, made_up, words

T = TypeVar("T")
LookName = Literal["usual", "held out"]
ELSEWHERE = 0.15  # the chance that a word stands where it is not usually said, so that reading is not guessing
NEW_PAIR = 0.5  # the chance that a screen for validation or testing has a look, or a word, that training never has
SAYS: dict[str, tuple[Role, ...]] = {
    "window": ("title",), "dialog": ("title",), "menu": ("menu",), "menu item": ("command", "option"),
    "tab": ("choice", "title"), "label": ("message",), "text field": ("entry",),
    "button": ("command",), "check box": ("option",), "radio button": ("option", "choice"),
    "list item": ("entry", "choice", "icon"), "combo box": ("choice", "entry"), "progress bar": ("amount",),
    "slider": ("amount",), "bar chart": ("topic",), "line chart": ("topic",), "pie chart": ("topic",),
    "bar": ("category",), "slice": ("category", "entry"), "icon": ("icon", "title"),
}  # fmt: skip
MADE_UP = {"text field": 0.35, "list item": 0.2, "combo box": 0.15, "icon": 0.1, "window": 0.1}
LONGEST = {"bar": 6, "slice": 9, "icon": 11, "tab": 12}  # letters; a Chinese character has the width of two


class Choices:
    """The chance, the split and the language of one screen. No word is said twice on it."""

    def __init__(self, rng: np.random.Generator, split: Split, language: Language) -> None:
        self.rng, self.split, self.language = rng, split, language
        self._said: set[str] = set()

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return bool(self.rng.random() < probability)

    def number(self, least: int, most: int) -> int:
        """From `least` to `most`, both included; `least` where `most` is less."""
        return int(self.rng.integers(least, max(least, most) + 1))

    def pick(self, several: Sequence[T]) -> T:
        """One of them."""
        return several[int(self.rng.integers(len(several)))]

    def say(self, kind: str, *roles: Role) -> str:
        """New words for a control of this kind, spelled in the screen's language; of these roles, or its usual ones."""
        if self.chance(MADE_UP.get(kind, 0.0)):
            return made_up(self.rng, self.language)
        wants_new = self.split != "train" and self.chance(NEW_PAIR)
        for _ in range(200):
            role = self.pick(ROLES if self.chance(ELSEWHERE) else roles or SAYS[kind])
            word = self.pick(words(role))
            text, kept = word.spelled(self.language), held_out(word.english, kind)
            if text in self._said or not _fits(word, text, kind) or kept not in (None, self.split):
                continue
            if wants_new and kept is None:
                wants_new = self.chance(0.9)  # such words are few in some roles: look on for a while
                continue
            self._said.add(text)
            return text
        return made_up(self.rng, self.language)

    def look(self, name: LookName) -> Look:
        """A style, a palette and a font that may stand together in the split; the held-out ones if asked for."""
        apart = name == "held out"
        styles, palettes = (HELD_OUT_STYLES, HELD_OUT_PALETTES) if apart else (STYLES, PALETTES)
        fonts = (HELD_OUT_FONTS if apart else FONTS)[self.language]
        wants_new = not apart and self.split != "train" and self.chance(NEW_PAIR)
        while True:
            style, palette, font = self.pick(tuple(styles)), self.pick(tuple(palettes)), self.pick(fonts)
            kept = held_out(style, palette, font)
            if apart or kept == self.split or (kept is None and not wants_new):
                size = self.pick(TEXT_SIZES[self.language])
                bold, fine = self.chance(0.15), self.chance(0.25)
                return Look(style, palette, font, size, bold, self.pick(TITLE_BARS), 2 if fine else 1)


def _fits(word: Word, text: str, kind: str) -> bool:
    wide = 2 if text == word.chinese else 1
    return len(text) * wide <= LONGEST.get(kind, 24)
