"""Short status words for a running screen reader, without moving its focus.

They come from the main window, because screen readers drop quick repeats that come from labels and buttons.
"""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(window: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have the screen reader say this; `urgent` may interrupt what it is reading."""
    event = QAccessibleAnnouncementEvent(window, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
