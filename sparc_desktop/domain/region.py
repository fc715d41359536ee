"""Choosing a part of the screen without a mouse and without seeing it.

One starts from a monitor or a window and comes nearer step by step: a key of the number pad zooms into that ninth of
the rectangle, a half is taken, arrows move or resize it, and every step can be undone. Each step gives a new value; one
that is not possible gives the same value back, so that whoever asks can say that the edge is reached.

`position` says where the rectangle is as data; the words are made where the language is known.
"""

from dataclasses import dataclass, replace
from enum import Enum

from sparc_desktop.domain.places import THIRDS
from sparc_desktop.domain.rectangle import Rectangle

MIN_SIDE = 16  # pixels: a small icon; what is smaller shows nothing, and the engine refuses it
STEP = 4  # an arrow moves by a quarter of the side: near enough to find an edge, far enough to get somewhere


class Side(Enum):
    """A direction, an edge or a half: across and down, as on the screen."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, slots=True)
class Position:
    """What is said of a rectangle: "upper left, 640 by 360 at 0, 0".

    `row` and `column` (0 to 2) are the ninth of the whole that holds its centre; both are None when it is the whole.
    """

    row: int | None
    column: int | None
    rectangle: Rectangle


@dataclass(frozen=True, slots=True)
class RegionChoice:
    """The rectangle chosen so far, the bounds that it can't leave, and the rectangles before it."""

    bounds: Rectangle
    rectangle: Rectangle
    earlier: tuple[Rectangle, ...] = ()

    @classmethod
    def start(cls, bounds: Rectangle, rectangle: Rectangle | None = None) -> "RegionChoice":
        """With all of the bounds, or with a rectangle, the last one perhaps, as far as it lies in them."""
        if rectangle is not None:
            rectangle = rectangle.clipped(bounds)
            if min(rectangle.width, rectangle.height) >= MIN_SIDE:
                return cls(bounds, rectangle)
        return cls(bounds, bounds)

    def zoomed(self, key: int) -> "RegionChoice":
        """Into a ninth, by the keys as they lie on a number pad: 7 is the upper left, 3 the lower right."""
        if not 1 <= key <= THIRDS * THIRDS:
            raise ValueError(f"no key {key} from 1 to 9")
        row, column = THIRDS - 1 - (key - 1) // THIRDS, (key - 1) % THIRDS
        left, right = _third(self.rectangle.left, self.rectangle.width, column)
        top, bottom = _third(self.rectangle.top, self.rectangle.height, row)
        return self._step(Rectangle(left, top, right - left, bottom - top))

    def halved(self, side: Side) -> "RegionChoice":
        """The half on that side."""
        across, down = side.value
        old = self.rectangle
        width, height = (old.width + 1) // 2 if across else old.width, (old.height + 1) // 2 if down else old.height
        left = old.right - width if across > 0 else old.left
        top = old.bottom - height if down > 0 else old.top
        return self._step(Rectangle(left, top, width, height))

    def moved(self, side: Side) -> "RegionChoice":
        """The same size, a step further; as far as the bounds allow."""
        across, down = side.value
        old = self.rectangle
        left, top = old.left + across * _step(old.width), old.top + down * _step(old.height)
        return self._step(Rectangle(left, top, old.width, old.height).kept_within(self.bounds))

    def grown(self, side: Side) -> "RegionChoice":
        """The edge on that side moves outwards; as far as the bounds allow."""
        return self._step(_resized(self.rectangle, side, 1).clipped(self.bounds))

    def shrunk(self, side: Side) -> "RegionChoice":
        """The edge on that side moves inwards."""
        return self._step(_resized(self.rectangle, side, -1))

    def placed(self, rectangle: Rectangle) -> "RegionChoice":
        """A rectangle that was drawn, as far as it lies in the bounds."""
        return self._step(rectangle.clipped(self.bounds))

    def undone(self) -> "RegionChoice":
        """Before the last step."""
        if not self.earlier:
            return self
        return replace(self, rectangle=self.earlier[-1], earlier=self.earlier[:-1])

    @property
    def position(self) -> Position:
        """Where it is now."""
        if self.rectangle == self.bounds:
            return Position(None, None, self.rectangle)
        across, down = self.rectangle.centre
        row = int(THIRDS * (down - self.bounds.top) / self.bounds.height)
        column = int(THIRDS * (across - self.bounds.left) / self.bounds.width)
        return Position(row, column, self.rectangle)

    def _step(self, rectangle: Rectangle) -> "RegionChoice":
        if rectangle == self.rectangle or min(rectangle.width, rectangle.height) < MIN_SIDE:
            return self
        return replace(self, rectangle=rectangle, earlier=(*self.earlier, self.rectangle))


class LastRegion:
    """The region that was described last, kept while the program runs and never on disk."""

    def __init__(self) -> None:
        self._rectangle: Rectangle | None = None

    def remember(self, rectangle: Rectangle) -> None:
        """It was described."""
        self._rectangle = rectangle

    def recall(self, bounds: Rectangle) -> Rectangle | None:
        """What of it is on the screen; None where there is none, as after a monitor was taken away."""
        if self._rectangle is None:
            return None
        rectangle = self._rectangle.clipped(bounds)
        return rectangle if rectangle.area else None


def _third(start: int, length: int, index: int) -> tuple[int, int]:
    """Its first pixel and the first after it; the thirds leave no gap and do not overlap."""
    return start + length * index // THIRDS, start + length * (index + 1) // THIRDS


def _step(side: int) -> int:
    return max(side // STEP, 1)


def _resized(old: Rectangle, side: Side, sign: int) -> Rectangle:
    across, down = side.value
    wider, higher = sign * abs(across) * _step(old.width), sign * abs(down) * _step(old.height)
    left = old.left - wider if across < 0 else old.left
    top = old.top - higher if down < 0 else old.top
    return Rectangle(left, top, old.width + wider, old.height + higher)
