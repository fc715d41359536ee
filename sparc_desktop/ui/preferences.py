"""The settings while the program runs: whoever needs them asks here, and each change is saved at once.

A change holds even where it can't be saved; that is told once, and again only after a change that could be.
What another program saves meanwhile, such as a model chosen on the command line, holds here at once.
"""

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore


class Preferences(QObject):
    """The current settings; `changed` carries the names of those that were changed."""

    changed = Signal(frozenset)
    failed = Signal(object)  # Failure: the settings can't be saved

    def __init__(self, store: SettingsStore, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._settings = settings
        self._could_save = True
        self._folder = QFileSystemWatcher(self)  # the file itself is another one after each writing
        self._folder.directoryChanged.connect(self._reread)
        self._watch()

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    def change(self, **values: object) -> None:
        """Set these; nothing happens where they are so already."""
        changed = self._settings.changed(**values)
        if changed == self._settings:
            return
        failure = self._store.save(changed)
        self._watch()  # the folder may be new
        self._settings = changed
        self.changed.emit(frozenset(values))
        told, self._could_save = not self._could_save, failure is None
        if failure and not told:
            self.failed.emit(failure)

    def _watch(self) -> None:
        folder = self._store.path.parent
        if not self._folder.directories() and folder.is_dir():
            self._folder.addPath(str(folder))

    def _reread(self) -> None:
        saved = self._store.reread()
        if saved is None or not self._could_save:  # what can't be saved holds all the same
            return
        former = self._settings
        names = frozenset(name for name in Settings.model_fields if getattr(saved, name) != getattr(former, name))
        if names:
            self._settings = saved
            self.changed.emit(names)
