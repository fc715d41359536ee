"""Copy Report: puts the report on the clipboard. It is made beside the window, for looking for a reader takes time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication


class ReportCopier(QObject):
    """`make` gives the text, in a thread (`services.report.report`); `copied` carries what is to be said."""

    copied = Signal(str)

    _made = Signal(str)

    def __init__(self, make: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def copy(self) -> None:
        """Begin; returns at once."""
        QThreadPool.globalInstance().start(lambda: self._made.emit(self._make()))

    def _take(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        said = self.tr("The report was copied, {lines} lines. It was not sent. Paste it where you report the fault.")
        self.copied.emit(said.format(lines=len(text.splitlines())))
