"""A list of choices that a screen reader reads also while it is closed.

Qt tells of a closed list's new choice in a way that Orca (tried with 43) takes no notice of, so that Up and Down would
be silent. It does take notice of an item that gets the focus, as happens in an open list.
"""

import sys

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """To be named by a label, as any other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if sys.platform not in ("win32", "darwin"):  # the readers there hear of it from Qt
            self.currentIndexChanged.connect(self._read)

    def _read(self, row: int) -> None:
        if row >= 0 and self.hasFocus() and not self.view().isVisible():
            event = QAccessibleEvent(self.view(), QAccessible.Event.Focus)
            event.setChild(row)
            QAccessible.updateAccessibility(event)
