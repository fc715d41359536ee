"""F1 anywhere: what can be done here is said, and stands in a small window to be read at leisure.

The key is taken from the system's window that has the focus, whichever of the program's windows that is, so that no
dialog needs to know of it; only where a window has the key among its own (the main window, in its menu) that comes
first. Watching all events of the program instead would cost time with each of them.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from sparc_desktop.presenters.deed import ReadDeeds
from sparc_desktop.presenters.help import Spot, help_lines
from sparc_desktop.ui.reading import ReadingDialog
from sparc_desktop.ui.spot import spot_of

ENDS = tuple(".!?。！？")  # a line without one of them would be heard as the beginning of the next


class HelpDialog(ReadingDialog):
    """The lines for one place.

    They are said as it opens, so the focus is on a button then: a screen reader would begin to read the text as well.
    """

    def __init__(self, parent: QWidget, compose: Callable[[], Sequence[str]], open_manual: Callable[[], None]) -> None:
        super().__init__(parent)
        self._compose = compose
        self._manual = self.add_button()
        self._manual.clicked.connect(open_manual)
        self.retranslate()
        self.close_button.setFocus()

    def help_lines(self) -> Sequence[str]:
        """Here, too."""
        return [self.tr("This is the help itself. Up and Down: line by line.")]

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self.show_lines(self.tr("What can be done here"), self._compose())
        self._manual.setText(self.tr("&Manual"))


class Help(QObject):
    """Answers F1 in every window. `say` has the text spoken, or announced where nothing speaks."""

    def __init__(
        self,
        application: QGuiApplication,
        read_deeds: ReadDeeds,
        say: Callable[[str], None],
        open_manual: Callable[[], None],
    ) -> None:
        super().__init__(application)
        self._read_deeds = read_deeds
        self._say = say
        self._open_manual = open_manual
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def show(self) -> None:
        """Help for where the focus is."""
        popup = QApplication.activePopupWidget()
        widget = popup or QApplication.focusWidget() or QApplication.activeWindow()
        if widget is None:
            return
        spot = spot_of(widget)
        while popup := QApplication.activePopupWidget():  # it holds the keyboard
            popup.close()
        self._tell(spot, QApplication.activeWindow() or widget.window())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key, on its way to whatever has the focus."""
        match event:
            case QKeyEvent() if _is_help(event):
                self.show()
                return True
        return super().eventFilter(watched, event)

    def _tell(self, spot: Spot, window: QWidget) -> None:
        def compose() -> list[str]:
            return help_lines(spot, self._read_deeds())

        self._say(" ".join(line if line.endswith(ENDS) else f"{line}." for line in compose()))
        if not isinstance(window, HelpDialog):
            HelpDialog(window, compose, self._open_manual).show()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # it may be known already
            window.installEventFilter(self)


def _is_help(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.NoModifier
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F1 and event.modifiers() == plain
