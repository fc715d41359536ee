"""How large a window begins: in units of its letters, so that it grows with them, as far as the screen has room."""

from PySide6.QtWidgets import QWidget

MOST = 0.9  # of the screen: the rest is the desktop's own bars


def resize_to_letters(window: QWidget, width: int, height: int) -> None:
    """So many times the height of a letter."""
    em = window.fontMetrics().height()
    room = window.screen().availableSize() * MOST
    window.resize(min(width * em, room.width()), min(height * em, room.height()))
