"""The settings while the program runs: whoever needs them asks here, and each change is saved at once."""

from PySide6.QtCore import QObject, Signal

from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore


class Preferences(QObject):
    """The current settings; `changed` carries the names of those that were changed."""

    changed = Signal(frozenset)

    def __init__(self, store: SettingsStore, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    def change(self, **values: object) -> None:
        """Set these; nothing happens where they are so already."""
        changed = self._settings.changed(**values)
        if changed == self._settings:
            return
        self._settings = changed
        self._store.save(changed)
        self.changed.emit(frozenset(values))
