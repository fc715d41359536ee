"""What stands in the window's description, a sentence a line."""

from sparc_desktop.ui.sentence_list import SentenceList
from sparc_desktop.ui.window import MainWindow


def written(window: MainWindow) -> str:
    """All rows of the list."""
    model = window.findChild(SentenceList).model()
    return "\n".join(model.data(model.index(row, 0)) for row in range(model.rowCount()))
