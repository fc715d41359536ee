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
        self._installed = []
        self._install(TsTranslator(self))
        #: The code of this translation's language, by which Qt's own translations are found: "zh_CN" in Chinese.
        if qts := qt_translator(self.tr("en"), self):
            self._install(qts)

    def _install(self, translator: QTranslator) -> None:
        self._application.installTranslator(translator)
        self._installed.append(translator)
