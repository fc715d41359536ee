"""The dialogs that ask for a file of settings, to be written or read. They never block."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sparc_desktop.translation import translate
from sparc_desktop.ui.file_dialog import file_dialog

NAME = "sparc-desktop-settings.json"


def ask_where_to_export(window: QWidget, export: Callable[[Path], None]) -> None:
    """The file to be written; the dialog asks before another is replaced."""
    dialog = _settings_dialog(window, translate("SettingsFiles", "Export the Settings"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(NAME)
    _open(dialog, export)


def ask_what_to_import(window: QWidget, take: Callable[[Path], None]) -> None:
    """The file to be read."""
    dialog = _settings_dialog(window, translate("SettingsFiles", "Import Settings"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, take)


def _settings_dialog(window: QWidget, title: str) -> QFileDialog:
    dialog = file_dialog(window, title)
    dialog.setNameFilter(translate("SettingsFiles", "Settings") + " (*.json)")
    return dialog


def _open(dialog: QFileDialog, use: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: use(Path(name)))
    dialog.open()
