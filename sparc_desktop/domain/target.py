"""What of the screen can be described. Pictures in files and on the clipboard take another way."""

from collections.abc import Iterable
from dataclasses import dataclass

from sparc_desktop.domain.rectangle import Rectangle


@dataclass(frozen=True, slots=True)
class FocusedWindow:
    """The window that the keyboard acts on."""


@dataclass(frozen=True, slots=True)
class WholeScreen:
    """All monitors in one picture."""


@dataclass(frozen=True, slots=True)
class OneMonitor:
    """The monitor with this number, counted from 1 as in `Monitor.number`; without one, that with the focus."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the screen, as chosen with `domain.region`."""

    rectangle: Rectangle


@dataclass(frozen=True, slots=True)
class FocusedControl:
    """The button, field or list entry under the keyboard focus, as a screen reader knows it."""


Target = FocusedWindow | WholeScreen | OneMonitor | Region | FocusedControl


@dataclass(frozen=True, slots=True)
class Monitor:
    """One monitor: its number for people, from 1 in the system's order, and its place on the screen."""

    number: int
    rectangle: Rectangle


def nearest(rectangle: Rectangle, monitors: Iterable[Monitor]) -> Monitor:
    """The monitor that shows most of it; there must be one at least."""
    return max(monitors, key=lambda monitor: monitor.rectangle.clipped(rectangle).area)
