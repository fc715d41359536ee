"""The icon in the tray, where the desktop has one: what it offers can all be done without it.

Qt shows the icon in a tray that comes later, and again in one that has come back. There are two kinds of trays on
Linux, though, and Qt decides on the kind when it makes its first icon: one that is made before the newer kind's host
has started, as at a login, would never reach it. So the icon waits for that host; on X11, where the other kind may be
all there is, for a few seconds only.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from sparc_desktop.domain.action import Action
from sparc_desktop.services.describing import Describing
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.tray_host import TrayHost

GONE = 300  # milliseconds until the menu has left the screen, which is described without it; desktops fade menus out


class TrayMenu(QMenu):
    """What the icon offers."""

    def __init__(self, actions: Actions, hear: Callable[[Action], None]) -> None:
        super().__init__()
        self._show = self.addAction("")
        self._describe = self.addAction("")
        self._stop = self.addAction("")
        self.addSeparator()
        self._settings = self.addAction("")
        self._quit = self.addAction("")
        self._show.triggered.connect(lambda: hear(Action.SHOW))
        self._describe.triggered.connect(lambda: QTimer.singleShot(GONE, self, lambda: hear(Action.DESCRIBE_SCREEN)))
        self._stop.triggered.connect(lambda: hear(Action.STOP))
        self._settings.triggered.connect(actions.settings.trigger)
        self._quit.triggered.connect(QApplication.quit)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._show.setText(self.tr("Show the &Window"))
        self._describe.setText(self.tr("&Describe the Screen"))
        self._stop.setText(self.tr("&Stop"))
        self._settings.setText(self.tr("S&ettings…"))
        self._quit.setText(self.tr("&Quit"))

    def changeEvent(self, event: QEvent) -> None:
        """The language was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class Tray(QObject):
    """The icon, as long as the settings want it. `hear` does what a hotkey would."""

    def __init__(
        self,
        application: QApplication,
        describing: Describing,
        preferences: Preferences,
        actions: Actions,
        hear: Callable[[Action], None],
    ) -> None:
        super().__init__(application)
        self._application, self._describing, self._preferences, self._hear = application, describing, preferences, hear
        self.menu = TrayMenu(actions, hear)
        self.icon: QSystemTrayIcon | None = None  # until there is a host for it
        self._host = TrayHost(self)
        self._host.found.connect(self._make)
        preferences.changed.connect(self._follow)
        describing.began.connect(self._tell)
        describing.happened.connect(lambda _event: self._tell())

    def begin(self) -> None:
        """Look for a place for it."""
        self._host.look()

    def close(self) -> None:
        """Take it away."""
        if self.icon is not None:
            self.icon.hide()
        self.menu.deleteLater()

    def _make(self) -> None:
        self.icon = QSystemTrayIcon(self._application.windowIcon(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        self._follow()

    def _follow(self) -> None:
        if self.icon is not None:
            self.icon.setVisible(self._preferences.settings.tray)
            self._tell()

    def _tell(self) -> None:
        if self.icon is not None:
            is_at_work = self._describing.busy
            text = self.tr("SPARC Desktop: describing") if is_at_work else self.tr("SPARC Desktop: ready")
            self.icon.setToolTip(text)

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self._hear(Action.SHOW)
