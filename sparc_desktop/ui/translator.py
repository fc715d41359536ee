"""Qt's translations taken from the same table as the rest of the program's: no compiled .qm files to keep in step."""

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

from sparc_desktop import translation


class TsTranslator(QTranslator):
    """Looks each text up in the language that `translation.use_language` has set."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The translation, or None, which lets Qt go on to its next translator and then to the English text."""
        translated = translation.translate(context, source)
        return None if translated == source else translated

    def isEmpty(self) -> bool:
        """Is there nothing in it? Qt ignores a translator that says so."""
        return False


def qt_translator(language: str, parent: QObject) -> QTranslator | None:
    """Qt's own translations, for the buttons of its dialogs; None where English needs none."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if language != "en" and translator.load(f"qtbase_{language}", folder) else None
