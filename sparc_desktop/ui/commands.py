"""Doing what is asked from outside the window, without moving the focus or showing anything that was not asked for.

What captures the screen may take its time, for one when the desktop asks for consent, so it has a thread of its own.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.target import FocusedControl, FocusedWindow, Target, WholeScreen
from sparc_desktop.services.earcons import EarconPlayer
from sparc_desktop.services.remote import Heard
from sparc_desktop.services.screen import Screen
from sparc_desktop.ui.describing import Describing
from sparc_desktop.ui.window import MainWindow

TARGETS: dict[Action, Target] = {
    Action.DESCRIBE_WINDOW: FocusedWindow(),
    Action.DESCRIBE_SCREEN: WholeScreen(),
    Action.DESCRIBE_FOCUSED: FocusedControl(),
}


class Commands(QObject):
    """`hear` may be called from any thread."""

    _heard = Signal(object)  # services.remote.Heard
    _captured = Signal(object)  # Capture or Failure

    def __init__(
        self,
        window: MainWindow,
        describing: Describing,
        earcons: EarconPlayer,
        open_screen: Callable[[], Screen],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._describing, self._earcons = window, describing, earcons
        self._open_screen = open_screen
        self._screen: Screen | None = None
        self._thread = ThreadPoolExecutor(1, "capture")
        self._heard.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._captured.connect(self._describe, Qt.ConnectionType.QueuedConnection)
        keys = window.actions_of_menu
        self._triggers = {
            Action.DESCRIBE_CLIPBOARD: keys.paste.trigger,
            Action.STOP: keys.stop.trigger,
            Action.PAUSE: keys.pause.trigger,
            Action.REPEAT: keys.read_again.trigger,
            Action.NEXT_SENTENCE: keys.next.trigger,
            Action.PREVIOUS_SENTENCE: keys.previous.trigger,
            Action.OPEN_RESULT: window.show_result,
            Action.SHOW: window.show_result,
        }

    def hear(self, heard: Heard) -> None:
        """Do this as soon as the window can."""
        self._heard.emit(heard)

    def close(self) -> None:
        """Wait for a capture in work, and free the screen."""
        self._thread.shutdown(cancel_futures=True)
        if self._screen is not None:
            self._screen.close()

    def _do(self, heard: Heard) -> None:
        match heard:
            case Action() if heard in TARGETS:
                self._thread.submit(self._capture, TARGETS[heard])
            case Action():
                self._triggers.get(heard, self._refuse)()
            case Failure():
                self._describing.fail(heard)
            case Earcon():
                self._earcons.play(heard)
            case str():
                self._describing.narration.stop()
                self._describing.narration.remark(heard)
                self._window.remark(heard)

    def _refuse(self) -> None:
        self._describing.fail(Failure(Code.NOT_POSSIBLE_YET))

    def _capture(self, target: Target) -> None:
        """In the thread of the captures."""
        try:
            if self._screen is None:
                self._screen = self._open_screen()
            self._captured.emit(self._screen.capture(target))
        except ExpectedError as error:
            self._captured.emit(error.failure)

    def _describe(self, captured: Capture | Failure) -> None:
        if isinstance(captured, Failure):
            self._describing.fail(captured)
        else:
            self._window.describe(captured)
