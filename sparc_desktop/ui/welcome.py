"""Opening the first steps: by itself at the first start, and from the Help menu whenever somebody wants them again."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sparc_desktop.presenters.first_steps import Around
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.remote import Heard
from sparc_desktop.ui.first_steps import FirstStepsDialog
from sparc_desktop.ui.preferences import Preferences


class Welcome(QObject):
    """Opens the first steps, or comes back to them where they are open."""

    def __init__(self, window: QWidget, describing: Describing, preferences: Preferences, around: Around) -> None:
        super().__init__(window)
        self._window, self._describing, self._preferences, self._around = window, describing, preferences, around
        self._dialog: FirstStepsDialog | None = None

    def show(self) -> None:
        """Show them, from the first one on."""
        if self._dialog is None:
            self._dialog = FirstStepsDialog(self._window, self._describing, self._preferences, self._around)
            self._dialog.finished.connect(self._forget)
            self._dialog.show()
        else:
            self._dialog.raise_()
            self._dialog.activateWindow()

    def show_once(self) -> None:
        """The first time that the program is started."""
        if not self._preferences.settings.welcomed:
            self.show()

    def hear(self, heard: Heard) -> None:
        """A hotkey, or another request from outside the window, has just been answered."""
        if self._dialog is not None:
            self._dialog.presenter.hear(heard)

    def _forget(self) -> None:
        self._dialog = None
