"""About: versions and places as text to be read or copied."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sparc_desktop.ui.announce import answer
from sparc_desktop.ui.reading import ReadingDialog


class AboutDialog(ReadingDialog):
    """`read_lines` gives its lines in the current language (`presenters.about.about_lines`)."""

    def __init__(self, parent: QWidget, read_lines: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self._read_lines = read_lines
        self._copy = self.add_button()
        self._copy.clicked.connect(self._take)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.show_lines(self.tr("About SPARC Desktop"), self._read_lines())
        self._copy.setText(self.tr("C&opy"))

    def _take(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        answer(self, self.tr("Copied."))
