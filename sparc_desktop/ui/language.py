"""Switching the language while the program runs: each open window is told by Qt and writes its texts anew."""

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from sparc_desktop import translation
from sparc_desktop.ui.translator import TsTranslator, qt_translator


class LanguageSwitch(QObject):
    """Owns the installed translators."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Switch to "en", "zh_CN" or "system"."""
        translation.use_language(language)
        for translator in self._installed:
            self._application.removeTranslator(translator)
        ours = TsTranslator(self)
        qts = qt_translator(translation.current_language(), self)
        self._installed = [qts, ours] if qts else [ours]  # the last one installed is asked first
        for translator in self._installed:
            self._application.installTranslator(translator)
