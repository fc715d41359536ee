"""The way to a part of the screen that begins in the program's own window.

It steps aside, the screen is frozen, a part of it is chosen in `PartWindow`, and the window comes back with the
description.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from sparc_desktop.domain.failure import Failure
from sparc_desktop.domain.target import Region
from sparc_desktop.services.frozen_screen import FrozenScreen
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.region_chooser import RegionChooser
from sparc_desktop.services.regions import Regions
from sparc_desktop.services.screen import Screen
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.capturing import Capturing
from sparc_desktop.ui.part_window import PartWindow
from sparc_desktop.ui.window import MainWindow

GONE = 300  # milliseconds until a hidden window has faded from the screen


class PartChoice(QObject):
    """One choice at a time."""

    _frozen = Signal(object, object)  # FrozenScreen, RegionChooser
    _stuck = Signal(object)  # Failure

    def __init__(
        self, window: MainWindow, capturing: Capturing, regions: Regions, narration: Narration, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._window, self._capturing, self._regions, self._narration = window, capturing, regions, narration
        self._part: PartWindow | None = None
        self._frozen.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self._stuck.connect(self._give_up, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Step aside."""
        self._window.hide()
        QTimer.singleShot(GONE, self, lambda: self._capturing.ask(self._freeze, self._stuck.emit))

    def _freeze(self, screen: Screen) -> None:
        """In the thread of the captures."""
        self._frozen.emit(*self._regions.freeze(screen))

    def _choose(self, screen: FrozenScreen, chooser: RegionChooser) -> None:
        self._part = part = PartWindow(screen, chooser)
        part.answered.connect(self._say)
        part.chosen.connect(lambda region: self._take(screen, region))
        part.given_up.connect(self._give_up)
        part.begin()

    def _take(self, screen: FrozenScreen, region: Region) -> None:
        self._come_back()
        self._capturing.ask(lambda _screen: screen.capture(region))

    def _give_up(self, failure: Failure | None = None) -> None:
        if self._part is None and failure is None:  # it was closed because the choice is over
            return
        self._come_back()
        if failure is not None:
            self._capturing.failed.emit(failure)
        else:
            self._say(self.tr("No part of the screen was chosen."))

    def _come_back(self) -> None:
        part, self._part = self._part, None
        self._window.show_result()  # first: a program without a window in sight would end
        if part is not None:
            part.close()
            part.deleteLater()

    def _say(self, answer: str) -> None:
        if not self._narration.interrupt(answer):
            announce(self._part or self._window, answer)
