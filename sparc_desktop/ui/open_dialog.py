"""The question which files to open: the system's own dialog, which its users know."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sparc_desktop.ui.file_dialog import all_files, file_dialog

# Not a limit: "All files" is there, and what a file really is, the engine finds out.
PATTERNS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff"


class OpenDialog(QObject):
    """Asks without blocking; the folder is remembered until the program ends, and not on disk."""

    chosen = Signal(list)  # of paths, at least one

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self._folder = pictures if Path(pictures).is_dir() else str(Path.home())

    def ask(self) -> None:
        """Show the dialog."""
        dialog = file_dialog(self._window, self.tr("Open Pictures"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Pictures") + f" ({PATTERNS})", all_files()])
        dialog.filesSelected.connect(self._choose)
        dialog.open()

    def _choose(self, names: list[str]) -> None:
        files = [Path(name) for name in names]
        self._folder = str(files[0].parent)
        self.chosen.emit(files)
