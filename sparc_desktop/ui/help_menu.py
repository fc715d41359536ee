"""What the Help menu does, but for the first steps: help for here, the manual, the keys, the report, About."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from sparc_desktop.presenters.about import about_lines
from sparc_desktop.presenters.keyboard import rows
from sparc_desktop.services.key_binding import bindings_or_default
from sparc_desktop.services.report import Surroundings, report
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui.about import AboutDialog
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.deeds import deeds_of
from sparc_desktop.ui.help import Help
from sparc_desktop.ui.keyboard_window import KeyboardWindow
from sparc_desktop.ui.manual import open_manual
from sparc_desktop.ui.report import ReportCopier


class HelpMenu(QObject):
    """Connects the menu's actions. `say` has a text spoken at once, or announced where nothing speaks."""

    def __init__(
        self,
        application: QGuiApplication,
        window: QWidget,
        actions: Actions,
        read_settings: Callable[[], Settings],
        surroundings: Surroundings,
        say: Callable[[str], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._read_settings, self._surroundings = read_settings, surroundings
        self._tell = tell
        self.help = Help(application, partial(deeds_of, actions), say, self._open_manual)
        copier = ReportCopier(lambda: report(read_settings(), surroundings, qVersion()), self)
        copier.copied.connect(tell)
        actions.help_here.triggered.connect(self.help.show)
        actions.manual.triggered.connect(self._open_manual)
        actions.keyboard.triggered.connect(self._open_keyboard)
        actions.report.triggered.connect(copier.copy)
        actions.about.triggered.connect(self._open_about)

    def _open_manual(self) -> None:
        self._tell(open_manual())

    def _open_keyboard(self) -> None:
        self._show(
            KeyboardWindow,
            lambda: rows(deeds_of(self._actions), bindings_or_default(self._read_settings().hotkeys)),
        )

    def _open_about(self) -> None:
        self._show(AboutDialog, lambda: about_lines(self._read_settings(), self._surroundings, qVersion()))

    def _show(
        self, kind: Callable[[QWidget, Callable[[], list[str]]], QDialog], lines: Callable[[], list[str]]
    ) -> None:
        """The one that is open already, or a new one."""
        there = [each for each in self._window.findChildren(QDialog) if type(each) is kind]
        dialog = there[0] if there else kind(self._window, lines)
        dialog.show()
        dialog.activateWindow()
