"""Doing what is asked from outside the window, without moving the focus or showing anything that was not asked for.

A key pressed again over the same picture has its description read again.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import ExpectedError, Failure
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.domain.target import FocusedControl, FocusedWindow, OneMonitor, Target, WholeScreen
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.earcons import EarconPlayer
from sparc_desktop.services.regions import Regions
from sparc_desktop.services.remote import Heard
from sparc_desktop.services.screen import Screen
from sparc_desktop.ui.capturing import Capturing
from sparc_desktop.ui.part_choice import PartChoice
from sparc_desktop.ui.window import MainWindow

TARGETS: dict[Action, Target] = {
    Action.DESCRIBE_WINDOW: FocusedWindow(),
    Action.DESCRIBE_SCREEN: WholeScreen(),
    Action.DESCRIBE_MONITOR: OneMonitor(),
    Action.DESCRIBE_FOCUSED: FocusedControl(),
}


class Commands(QObject):
    """`hear` may be called from any thread."""

    answered = Signal(object)  # services.remote.Heard, once it is done

    _heard = Signal(object)  # the same, on its way

    def __init__(
        self,
        window: MainWindow,
        describing: Describing,
        earcons: EarconPlayer,
        open_screen: Callable[[], Screen],
        regions: Regions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._describing, self._earcons, self._regions = window, describing, earcons, regions
        self._capturing = capturing = Capturing(open_screen, lambda: describing.capture, self)
        self._heard.connect(self._do, Qt.ConnectionType.QueuedConnection)
        capturing.captured.connect(self._describe, Qt.ConnectionType.QueuedConnection)
        capturing.answered.connect(self._do, Qt.ConnectionType.QueuedConnection)
        capturing.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        describing.stopped.connect(capturing.forget)
        keys = window.actions_of_menu
        choice = PartChoice(window, capturing, regions, describing.narration, self)
        keys.choose_part.triggered.connect(choice.begin)
        self._triggers = {
            Action.DESCRIBE_REGION: lambda: capturing.ask(regions.begin, self._end_choice),
            Action.DESCRIBE_LAST_REGION: lambda: capturing.capture(regions.last),
            Action.DESCRIBE_CLIPBOARD: self._describe_clipboard,
            Action.DESCRIBE_AGAIN: keys.describe.trigger,
            Action.STOP: self._stop,
            Action.PAUSE: keys.pause.trigger,
            Action.REPEAT: keys.read_again.trigger,
            Action.NEXT_SENTENCE: keys.next.trigger,
            Action.PREVIOUS_SENTENCE: keys.previous.trigger,
            Action.OPEN_RESULT: window.show_result,
            Action.ASK: window.show_question,
            Action.SHOW: window.show_result,
        }

    def hear(self, heard: Heard) -> None:
        """Do this as soon as the window can."""
        self._heard.emit(heard)

    def close(self) -> None:
        """Wait for a capture in work, and free the screen."""
        self._capturing.close()

    def _do(self, heard: Heard) -> None:
        match heard:
            case Action() if heard in TARGETS:
                self._capturing.capture(lambda _screen: TARGETS[heard])
            case Action():
                self._triggers[heard]()
            case RegionKey():
                self._capturing.ask(lambda _screen: self._regions.press(heard))
            case Failure():
                self._describing.fail(heard)
            case Earcon():
                self._earcons.play(heard)
            case str():
                self._describing.narration.interrupt(heard)
                self._window.remark(heard)
        self.answered.emit(heard)

    def _fail(self, failure: Failure) -> None:
        """The answer to the key pressed last: heard now, instead of what is still being read."""
        if not self._describing.busy:
            self._describing.narration.stop()
        self._describing.fail(failure)

    def _stop(self) -> None:
        self._capturing.ask(lambda _screen: self._regions.end())
        self._window.actions_of_menu.stop.trigger()

    def _end_choice(self, failure: Failure) -> None:
        """In the thread of the captures."""
        self._regions.end()
        self._capturing.failed.emit(failure)

    def _describe_clipboard(self) -> None:
        try:
            self._describe(self._window.pasted())
        except ExpectedError as error:
            self._fail(error.failure)

    def _describe(self, captured: Capture) -> None:
        if captured == self._describing.capture and self._describing.can_recall():
            self._window.presenter.recall()
        else:
            self._window.describe(captured)
