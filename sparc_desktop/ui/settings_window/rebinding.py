"""Changed hotkeys reach the desktop on a thread of their own, one change after the other: the desktop may be slow."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from sparc_desktop.domain.failure import Failure
from sparc_desktop.services.key_binding import bindings_or_default
from sparc_desktop.services.remote import Remote
from sparc_desktop.settings.model import HotkeySettings


class Rebinding(QObject):
    """Gives the keys back and takes them anew."""

    failed = Signal(object)  # Failure: a key that can't be had, and why

    def __init__(self, remote: Remote, parent: QObject) -> None:
        super().__init__(parent)
        self._remote = remote
        self._thread = ThreadPoolExecutor(1, "rebinding")
        self._told: tuple[
            Failure, ...
        ] = ()  # what is still wrong with a key need not be said at each change of another

    def let_go(self) -> None:
        """The keys can be pressed in our window as any other, until `take`."""
        self._thread.submit(self._remote.let_go)

    def take(self, keys: HotkeySettings) -> None:
        """These from now on."""
        self._thread.submit(self._take, keys)

    def wait(self) -> None:
        """Until all that was asked for is done."""
        self._thread.submit(int).result()

    def _take(self, keys: HotkeySettings) -> None:
        failures = self._remote.rebind(bindings_or_default(keys))
        for failure in failures:
            if failure not in self._told:
                self.failed.emit(failure)
        self._told = failures
