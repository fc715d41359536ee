"""What closing the main window means: the end of the program, or going on in the background where the user wants so.

Whoever has started it in the background closes the window to be back there; whoever has chosen in the settings that
closing hides it, too. That the program goes on is said, once while it runs: nobody sees it.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.action import Action
from sparc_desktop.services.key_binding import Slot, key_at
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.remote import Remote
from sparc_desktop.translation import translate
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.window import MainWindow


class Closing(QObject):
    """`started_hidden`: it was started in the background."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        narration: Narration,
        remote: Remote,
        *,
        started_hidden: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._narration, self._remote = window, preferences, narration, remote
        self._started_hidden = started_hidden
        self._is_told = False
        # When the program ends, the window is closed as well, but nothing happens after that.
        window.closed.connect(lambda: QTimer.singleShot(0, self, self._tell))
        preferences.changed.connect(self._follow)
        self._follow()

    @property
    def hides(self) -> bool:
        """Does the program go on without its window?"""
        return self._started_hidden or self._preferences.settings.close_hides

    def _follow(self) -> None:
        QApplication.setQuitOnLastWindowClosed(not self.hides)

    def _tell(self) -> None:
        if not self.hides or self._is_told or self._window.isVisible():
            return
        self._is_told = True
        text = self._text()
        if not self._narration.remark(text):
            announce(self._window, text)

    def _text(self) -> str:
        letter = key_at(self._preferences.settings.hotkeys, Slot(Action.OPEN_RESULT))
        if (leader := self._remote.leader()) and letter:
            text = translate(
                "Closing",
                "The program goes on in the background. {leader}, then {letter} shows its window; "
                "there Ctrl+Q ends the program.",
            )
            return text.format(leader=leader, letter=letter)
        return translate(
            "Closing",
            "The program goes on in the background. Start it once more to see its window; "
            "there Ctrl+Q ends the program.",
        )
