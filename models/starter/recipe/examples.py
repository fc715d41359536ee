"""What the model learns from: pictures by number, with what is asked of each, what is told, and what each patch shows.

One picture is a drawing, a screen, or not of the world; the same number always gives the same one. Captions come in
both languages and in all lengths.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.starter.recipe.wordings import wording
from sparc_desktop.domain.language import Language
from sparc_desktop.domain.length import Length
from sparc_desktop.evaluate.world import drawing, screen
from sparc_desktop.evaluate.world.drawing.crowd import crowd
from sparc_desktop.evaluate.world.drawing.styles import TRAINED
from sparc_desktop.evaluate.world.facts import Facts, Place, Size, State, place_of
from sparc_desktop.evaluate.world.foreign_pictures import foreign
from sparc_desktop.evaluate.world.screen.letters import ends
from sparc_desktop.evaluate.world.screen.picture import render
from sparc_desktop.evaluate.world.screen.truth import Box
from sparc_desktop.evaluate.world.screen.wall import wall
from sparc_desktop.evaluate.world.telling import write
from sparc_desktop.evaluate.world.telling.draft import Order

LENGTHS: tuple[tuple[Length, float], ...] = (
    ("sentence", 0.1),
    ("short", 0.13),
    ("detailed", 0.57),
    ("everything", 0.2),
)
TOGETHER = 24  # neighbours in number are told at the same length, so that batches of them hold little padding
CHINESE = 0.4  # the share of captions that are in Chinese
CAPTIONS = 3  # captions of one picture: to make and to see it costs as much as to learn one
UNKNOWN = ""  # the name of what is not of the world
NOTHING = "nothing"  # the control that a patch shows which shows none
BARE = ("window", "dialog", "panel", "list", "menu bar")  # controls of which most patches are as empty as the ground
SIDES = (256, 256, 320)  # of the longer side that a picture is made with, before it is squeezed
LOOKS: tuple[drawing.Look, ...] = ("usual",) * len(TRAINED) + tuple(TRAINED)  # half of the drawings as they are
LITTLE = 0.25  # of a patch: letters that reach no farther into one do not name it
Shares = tuple[float, float, float, float]
Slot = tuple[Size, Place]  # what the order of salience goes by
SLOTS: tuple[Slot, ...] = tuple(product(get_args(Size), get_args(Place)))
NO_SLOT: Slot = ("", "")


class Caption(NamedTuple):
    """What is asked of a picture, and what is told."""

    wording: str
    told: str


class Spelled(NamedTuple):
    """A letter of what is written on a screen, by its index."""

    label: str
    letter: int


Name = str | Spelled


@dataclass(frozen=True)
class Mixture:
    """What a stage shows: objects in a drawing, each TOGETHER times; the shares of all that is no drawing.

    order: in which captions tell things; screens know no order by sizes. related: whether captions of drawings tell
    how things lie to each other. A small model tells the things right long before that: taught both from the beginning
    it told relations of which none was true.
    """

    counts: tuple[int, ...]
    screens: float
    foreign: float
    crowds: float = 0.0
    walls: float = 0.0
    order: Order = "salience"
    related: bool = False


@dataclass(frozen=True)
class Example:
    """One picture. The grids are [patches, patches]; boxes [patches, patches, 4] x, y, width, height in 0..1 or NaN.

    names: what each patch is to be named by, in words of the captions or by what is written there; UNKNOWN where
    nothing of it is of the world, None where it is not asked. controls and slots: of each of `names`, the kind of
    control with its state, and how large the thing is and where. captions: none of a picture that is not to be told.
    """

    picture: Image.Image
    captions: Sequence[Caption]
    names: Sequence[Name | None]
    grid: NDArray[np.int64]  # indices of `names`
    ground: int  # that of the background's name, for patches of -1
    boxes: NDArray[np.float32]
    controls: Sequence[str]
    slots: Sequence[Slot]
    pattern: str

    @property
    def is_background(self) -> NDArray[np.bool_]:
        """[patches, patches]: where nothing but the ground is seen."""
        return self.grid < 0

    @property
    def is_bare(self) -> NDArray[np.bool_]:
        """[patches, patches]: the same, or what holds other things."""
        pairs = enumerate(zip(self.names, self.controls, strict=True))
        holders = [index for index, (name, control) in pairs if name in BARE and control != NOTHING]
        return self.is_background | np.isin(self.grid, holders)


def example(seed: int, mixture: Mixture, patches: int) -> Example:
    """Picture number `seed` of the training split."""
    rng = np.random.default_rng([6, seed])
    shares = (mixture.foreign, mixture.crowds, mixture.walls, mixture.screens)
    match int(np.searchsorted(np.cumsum(shares), rng.random(), "right")):
        case 0:
            return _foreign(seed, rng, patches)
        case 1:
            return _crowd(seed, rng, patches)
        case 2:
            return _wall(seed, rng, patches)
        case 3:
            return _screen(seed, rng, mixture.order, patches)
    return _drawing(seed, rng, mixture, patches)


def example_texts(count: int) -> Iterator[str]:
    """Captions alone, of so many pictures, half of them screens."""
    for seed in range(count):
        rng = np.random.default_rng([7, seed])
        if seed % 2:
            facts = render(screen.sample("train", seed), SIDES[0]).facts
        else:
            facts = drawing.facts(drawing.sample("train", seed))
        yield _captions(facts, seed, rng, "salience")[0].told


def _captions(facts: Facts, seed: int, rng: np.random.Generator, order: Order) -> list[Caption]:
    """All of one length."""
    names, shares = zip(*LENGTHS, strict=True)
    length: Length = names[int(np.random.default_rng([8, seed // TOGETHER]).choice(len(names), p=shares))]
    languages: list[Language] = ["zh_CN" if rng.random() < CHINESE else "en" for _ in range(CAPTIONS)]
    return [
        Caption(wording(rng, language, length), write(facts, language, length, seed * CAPTIONS + number, order=order))
        for number, language in enumerate(languages)
    ]


def _drawing(seed: int, rng: np.random.Generator, mixture: Mixture, patches: int) -> Example:
    count, look = mixture.counts[seed // TOGETHER % len(mixture.counts)], LOOKS[int(rng.integers(len(LOOKS)))]
    scene = drawing.sample("train", seed, count=count, look=look)
    facts = drawing.facts(scene) if mixture.related else replace(drawing.facts(scene), relations=())
    captions = _captions(facts, seed, rng, mixture.order)
    slots = [(thing.size_name, place_of(thing.x, thing.y)) for thing in scene.things]
    return _drawn(scene, int(rng.choice(SIDES)), captions, slots, patches)


def _crowd(seed: int, rng: np.random.Generator, patches: int) -> Example:
    scene = crowd(seed, rng, LOOKS[int(rng.integers(len(LOOKS)))])
    return _drawn(scene, SIDES[0], (), [NO_SLOT] * len(scene.things), patches)


def _drawn(
    scene: drawing.Scene, side: int, captions: Sequence[Caption], slots: Sequence[Slot], patches: int
) -> Example:
    names = [thing.kind for thing in scene.things]
    truth = drawing.patch_truth(scene, patches)
    root = scene.aspect**0.5  # width and height in the unit of `Thing.size` are the root and one by it
    boxes = [(thing.x, thing.y, thing.size / root, thing.size * root) for thing in scene.things]
    return Example(
        drawing.draw(scene, side), captions, [*names, scene.background.colour], truth, len(names),
        _boxes(boxes, truth), [NOTHING] * (len(names) + 1), [*slots, NO_SLOT], scene.background.pattern,
    )  # fmt: skip


def _wall(seed: int, rng: np.random.Generator, patches: int) -> Example:
    """Only where letters stand is anything to be learned."""
    made = wall(seed, rng, int(rng.choice(SIDES)))
    grid, names = np.full((patches, patches), -1), list[Name]()
    for label, box in made.labels:
        place = box.left(), box.top(), box.right(), box.bottom()
        _spell(label, place, np.ones(grid.shape, np.bool_), grid, names)
    return Example(
        made.image, (), [*names, None], grid, len(names), np.full((*grid.shape, 4), np.nan, np.float32),
        [NOTHING] * (len(names) + 1), [NO_SLOT] * (len(names) + 1), "",
    )  # fmt: skip


def _screen(seed: int, rng: np.random.Generator, order: Order, patches: int) -> Example:
    picture = render(screen.sample("train", seed), int(rng.choice(SIDES)))
    facts, truth = picture.facts, picture.patch_truth(patches)
    captions = _captions(facts, seed, rng, "random" if order == "random" else "salience")
    names: list[Name] = [*(item.kind for item in facts.items), facts.ground.colour]
    controls = [*(control_of(item.kind, item.state) for item in facts.items), NOTHING]
    slots = [*((item.size, item.place) for item in facts.items), NO_SLOT]
    grid = truth.copy()
    shares = [[_share(box, picture.image.size) for box in pair] for pair in picture.boxes]
    for index, (item, (_, letters)) in enumerate(zip(facts.items, shares, strict=True)):
        _spell(item.label, letters, truth == index, grid, names)
        spelled = len(names) - len(controls)
        controls += [control_of(item.kind, item.state)] * spelled
        slots += [(item.size, item.place)] * spelled
    boxes = [((x + x2) / 2, (y + y2) / 2, x2 - x, y2 - y) for (x, y, x2, y2), _ in shares]
    return Example(
        picture.image, captions, names, grid, len(facts.items), _boxes(boxes, truth), controls, slots,
        facts.ground.pattern,
    )  # fmt: skip


def control_of(kind: str, state: State) -> str:
    """What a patch of a control is to be known for."""
    return f"{kind} {state}" if state else kind


def _share(box: Box, size: tuple[int, int]) -> Shares:
    """Pixels as shares of the picture's sides."""
    (left, top, right, bottom), (width, height) = box, size
    return left / width, top / height, right / width, bottom / height


def _spell(label: str, place: Shares, own: NDArray[np.bool_], grid: NDArray[np.int64], names: list[Name]) -> None:
    """Patches where letters stand are named by what they spell: each column by the letter at its middle."""
    patches = len(grid)
    left, top, right, bottom = (share * patches for share in place)
    if not label or right <= left:
        return
    above = max(int(top + LITTLE), 0)
    rows = slice(above, max(int(np.ceil(bottom - LITTLE)), above + 1))
    first, last = int(left + LITTLE), int(np.ceil(right - LITTLE))
    for column in range(max(first, 0), min(max(last, first + 1), patches)):
        letter = bisect_right(ends(label), (column + 0.5 - left) / (right - left))
        cells = np.zeros_like(own)
        cells[rows, column] = True
        grid[cells & own] = len(names)
        names.append(Spelled(label, min(letter, len(label) - 1)))


def _foreign(seed: int, rng: np.random.Generator, patches: int) -> Example:
    aspect = float(rng.choice((1.0, 4 / 3, 3 / 2, 3 / 4, 16 / 9)))
    picture, _ = foreign("train", seed, int(rng.choice(SIDES)), aspect)
    return Example(
        picture, (), [UNKNOWN], np.zeros((patches, patches), np.int64), 0,
        np.full((patches, patches, 4), np.nan, np.float32), [NOTHING], [NO_SLOT], "",
    )  # fmt: skip


def _boxes(boxes: list[tuple[float, float, float, float]], truth: NDArray[np.int64]) -> NDArray[np.float32]:
    nothing = (np.nan,) * 4
    return np.array([*boxes, nothing], np.float32)[truth]
