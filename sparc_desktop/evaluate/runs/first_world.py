"""The first edition's drawings in the terms of `facts`, and the claims of its captions."""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sparc_desktop.domain.words import count_words
from sparc_desktop.evaluate.world import KINDS, draw, patch_truth, sample
from sparc_desktop.evaluate.world.caption import NUMBERS, PLACES
from sparc_desktop.evaluate.world.claim import Claim, GroundClaim, ItemClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Place, Size, place_of
from sparc_desktop.evaluate.world.scene import COLOURS, PATTERNS, SIZES

SIDE = 480  # pixels of the longer side, with which the model's card was measured
_SENTENCE = re.compile(r"[^.]+\.?")
_NAMES = "|".join(re.escape(kind) for kind in sorted(KINDS, key=len, reverse=True))
_THING = re.compile(rf"\b(?:({'|'.join(SIZES)}) )?({_NAMES})(?:e?s)?\b", re.IGNORECASE)
_GROUND = re.compile(rf"\b({'|'.join(PATTERNS)}) ({'|'.join(COLOURS)}) background")
_TOTAL = re.compile(rf"\bdrawing of ({'|'.join(NUMBERS)}) things?\b")


def first_world(split: str, seed: int) -> tuple[Image.Image, Facts, Callable[[int], NDArray[np.int64]]]:
    """A picture, what is true of it, and which item covers each cell of a grid of so many cells a side (-1: none)."""
    scene = sample(split, seed)
    items = tuple(Item(each.kind, size=_size(each.size_name), place=place_of(each.x, each.y)) for each in scene.things)
    facts = Facts("drawing", Ground(scene.background.colour, scene.background.pattern), items)
    return draw(scene, SIDE), facts, lambda patches: patch_truth(scene, patches)


def read_first(caption: str) -> list[Claim]:
    """The whole, and each thing that a caption names, with the size before its name and the place in its sentence."""
    claims: list[Claim] = []
    sentences = _SENTENCE.findall(caption)
    starts = accumulate((len(sentence) for sentence in sentences), initial=0)
    for number, (sentence, start) in enumerate(zip(sentences, starts, strict=False)):
        place = _place(sentence)
        for offset, told in _told(sentence):
            begin = start + offset
            where = (begin, count_words(caption[:begin]), number)
            match told:
                case Ground():
                    claims.append(GroundClaim(told, *where))
                case int():
                    claims.append(TotalClaim(told, *where))
                case size, kind:
                    claims.append(ItemClaim(Item(kind, size=_size(size), place=place), *where))
    return claims


def _told(sentence: str) -> Iterator[tuple[int, Ground | int | tuple[str, str]]]:
    for found in _TOTAL.finditer(sentence):
        yield found.start(1), NUMBERS.index(found[1])
    for found in _GROUND.finditer(sentence):
        yield found.start(1), Ground(found[2], found[1])
    for found in _THING.finditer(sentence):
        yield found.start(2), ((found[1] or "").lower(), found[2].lower())


def _place(sentence: str) -> Place:
    told = {words: (column, row) for row, line in enumerate(PLACES) for column, words in enumerate(line)}
    named = next((where for words, where in told.items() if words in sentence.lower()), None)
    return "" if named is None else place_of((named[0] + 0.5) / 3, (named[1] + 0.5) / 3)


def _size(name: str) -> Size:
    sizes: tuple[Size, ...] = ("small", "medium", "large")
    return next((size for size in sizes if size == name), "")
