"""The system's own question for a file or a folder, which its users know."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sparc_desktop.translation import translate


def file_dialog(window: QWidget, title: str, folder: str = "") -> QFileDialog:
    """A dialog that deletes itself; without a folder it begins in the user's own."""
    dialog = QFileDialog(window, title, folder or str(Path.home()))
    # Qt's own dialog, where the system has none, lacks these in Chinese.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("FileDialog", "&Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, translate("FileDialog", "File &name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("FileDialog", "Files of &type:"))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def all_files() -> str:
    """The filter that hides none."""
    return translate("FileDialog", "All files") + " (*)"
