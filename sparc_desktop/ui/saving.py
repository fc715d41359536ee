"""Saving, for the menus: the questions where to, in the system's own dialog, and the way back to the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from sparc_desktop.presenters.saving import Described, Place, Saving
from sparc_desktop.services.sound_file import OpenWav
from sparc_desktop.ui.file_dialog import all_files, file_dialog
from sparc_desktop.ui.post import Post


class Tell(Protocol):
    """Shows and announces a sentence, as `Status.tell` does."""

    def __call__(self, text: str, *, urgent: bool = False) -> None: ...  # noqa: D102


class SaveDialogs(QObject):
    """Asks without blocking; the folder is remembered until the program ends, and not on disk."""

    def __init__(self, window: QWidget, current: Callable[[], Described | None], open_wav: OpenWav, tell: Tell) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self._folder = Path(pictures) if Path(pictures).is_dir() else Path.home()
        saving = self._saving = Saving(self, current, open_wav, Post(self))
        self.save_text, self.save_sound = saving.save_text, saving.save_sound
        self.save_alt_text, self.copy_html = saving.save_alt_text, saving.copy_html

    def close(self) -> None:
        """The program ends: what is being written is waited for, or left off where that takes long."""
        self._saving.close()

    def tell(self, text: str, *, urgent: bool = False) -> None:
        """Show and announce it."""
        self._tell(text, urgent=urgent)

    def copy(self, text: str) -> None:
        """Onto the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def ask_where(self, place: Place, then: Callable[[Path], None]) -> None:
        """Show the dialog; it asks before a file is replaced."""
        dialog = file_dialog(self._window, place.title, str(place.folder or self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        patterns = " ".join(f"*{suffix}" for suffix in place.suffixes)
        dialog.setNameFilters([f"{place.kind} ({patterns})", all_files()])
        dialog.setDefaultSuffix(place.suffixes[0])
        dialog.selectFile(place.proposed)
        dialog.fileSelected.connect(lambda name: self._choose(Path(name), then))
        dialog.open()

    def _choose(self, path: Path, then: Callable[[Path], None]) -> None:
        self._folder = path.parent
        then(path)
