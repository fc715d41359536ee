"""Short status words for a running screen reader, without moving its focus.

They come from the main window, because screen readers drop quick repeats that come from labels and buttons. Not every
reader hears them, and without one nobody does: so a dialog has its answers said by the main window above it.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Speaking(Protocol):
    """A window that has a voice."""

    def say(self, text: str) -> None:
        """By whoever reads the descriptions, or else announced."""


def answer(window: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have this said by the nearest window above that has a voice; where there is none, announce it."""
    above = window.parentWidget()
    while above is not None and not isinstance(above, Speaking):
        above = above.parentWidget()
    if above is None:
        announce(window, text, urgent=urgent)
    else:
        above.say(text)


def announce(window: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have the screen reader say this; `urgent` may interrupt what it is reading."""
    event = QAccessibleAnnouncementEvent(window, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
