"""Doing something on the window's thread that another thread asks for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Post(QObject):
    """Call it with what is to be done; the calls keep their order."""

    _asked = Signal(object)  # Callable[[], None]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def __call__(self, task: Callable[[], None]) -> None:
        """Return at once."""
        self._asked.emit(task)

    def _do(self, task: Callable[[], None]) -> None:
        task()
