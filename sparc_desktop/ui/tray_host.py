"""When the tray's icon can be made: once the desktop's host for it is there, or is known not to come."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QGuiApplication

HOST = "org.kde.StatusNotifierWatcher"  # who has the icons of every newer Linux desktop
PATIENCE = 5000  # milliseconds; panels are there some seconds after a login


class TrayHost(QObject):
    """`found` is emitted once."""

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_over = False

    def look(self) -> None:
        """Begin to look."""
        bus = QDBusConnection.sessionBus()
        if sys.platform != "linux" or (bus.isConnected() and bus.interface().isServiceRegistered(HOST).value()):
            self._find()
            return
        watcher = QDBusServiceWatcher(HOST, bus, QDBusServiceWatcher.WatchModeFlag.WatchForRegistration, self)
        watcher.serviceRegistered.connect(self._find)
        if QGuiApplication.platformName() == "xcb":
            QTimer.singleShot(PATIENCE, self, self._find)

    def _find(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.found.emit()
