"""A rectangle on the screen, in the screen's own pixels; left and top may be negative beside the first monitor."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Its upper left corner and its size."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.top + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def area(self) -> int:
        """How many pixels it has; 0 where a side has none."""
        return max(self.width, 0) * max(self.height, 0)

    def clipped(self, other: "Rectangle") -> "Rectangle":
        """What both have in common: of area 0 where they do not meet."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rectangle(left, top, max(right - left, 0), max(bottom - top, 0))

    def kept_within(self, bounds: "Rectangle") -> "Rectangle":
        """The same rectangle, pushed back into the bounds; smaller only where it is larger than they are."""
        width, height = min(self.width, bounds.width), min(self.height, bounds.height)
        left = min(max(self.left, bounds.left), bounds.right - width)
        top = min(max(self.top, bounds.top), bounds.bottom - height)
        return Rectangle(left, top, width, height)


def around(rectangles: Iterable[Rectangle]) -> Rectangle:
    """The smallest rectangle that holds them all; there must be one at least."""
    every = list(rectangles)
    left, top = min(each.left for each in every), min(each.top for each in every)
    right, bottom = max(each.right for each in every), max(each.bottom for each in every)
    return Rectangle(left, top, right - left, bottom - top)
