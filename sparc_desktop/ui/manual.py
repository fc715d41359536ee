"""Opens the manual in the program for web pages, in the language of this program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from sparc_desktop.resources import assets
from sparc_desktop.translation import language, translate


def manual() -> Path:
    """The page."""
    return assets() / "manual" / f"{language()}.html"


def open_manual() -> str:
    """Open it; what is to be said of that."""
    path = manual()
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return translate("Manual", "The manual opens in your web browser.")
    return translate("Manual", "No web browser could be started. The manual is the file {path}.").format(path=path)
