"""The size of all letters and the colours: those of the platform, and what the user has chosen beyond them, at once.

The letters are those of the platform times the user's percentage, also after the platform's have changed. Light and
dark are asked of the platform; where it knows neither, a palette of our own takes its place. A high contrast that the
platform is set to always wins. Nothing of ours moves, so there is no motion to be reduced: Qt's own effects follow the
platform.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sparc_desktop.settings.model import Colours
from sparc_desktop.ui.preferences import Preferences

SCHEMES: dict[Colours, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


# Qt's own style makes its frames out of the ground's colour, so that on black there are none to be seen.
FRAMES = """
QLineEdit, QPlainTextEdit, QAbstractItemView, QPushButton { border: 1px solid palette(window-text); padding: 3px; }
QLineEdit:focus, QPlainTextEdit:focus, QAbstractItemView:focus, QPushButton:focus {
    border: 2px solid palette(highlight); padding: 2px;
}
"""


def platform_font() -> QFont:
    """As the user has set it for all programs, at this moment."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def scaled(font: QFont, percent: int) -> QFont:
    """The same font, so much larger."""
    larger = QFont(font)
    if font.pointSizeF() > 0:
        larger.setPointSizeF(font.pointSizeF() * percent / 100)
    else:  # one that is given in pixels
        larger.setPixelSize(round(font.pixelSize() * percent / 100))
    return larger


class Look(QObject):
    """Follows the settings and the platform; to be made before the windows, which are as large as their letters ask."""

    def __init__(
        self, application: QApplication, preferences: Preferences, read_font: Callable[[], QFont] = platform_font
    ) -> None:
        super().__init__(application)
        self._application, self._preferences, self._read_font = application, preferences, read_font
        self._has_own_style = application.style().name() == "fusion"  # Qt's, not the platform's
        self._has_font = self._has_palette = False  # of our own; as long as there is none, Qt follows the platform
        preferences.changed.connect(self._apply)
        if hasattr(hints := application.styleHints(), "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        self._apply()

    def follow(self, window: QWidget) -> None:
        """The platform tells each window of a change; this one passes it on."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A hidden window hears of no change, so it is asked about when it is shown, too."""
        if event.type() in (QEvent.Type.ThemeChange, QEvent.Type.Show):
            self._apply_font()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        self._apply_font()
        self._apply_colours()

    def _apply_font(self) -> None:
        percent = self._preferences.settings.look.text_size
        if percent == 100 and not self._has_font:
            return
        self._has_font = True
        font = scaled(self._read_font(), percent)
        if font != self._application.font():
            self._application.setFont(font)

    def _apply_colours(self) -> None:
        frames = FRAMES if self._has_high_contrast() and self._has_own_style else ""
        if self._application.styleSheet() != frames:
            self._application.setStyleSheet(frames)
        hints = self._application.styleHints()
        wanted = SCHEMES["system" if self._has_high_contrast() else self._preferences.settings.look.colours]
        hints.setColorScheme(wanted)
        unknown = Qt.ColorScheme.Unknown
        if wanted != unknown and hints.colorScheme() == unknown:  # the platform has no such choice
            self._application.setPalette(own_palette(self._application, wanted))
            self._has_palette = True
        elif self._has_palette:
            self._application.setPalette(QPalette())  # the platform's
            self._has_palette = False

    def _has_high_contrast(self) -> bool:
        hints = self._application.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def own_palette(application: QApplication, scheme: Qt.ColorScheme) -> QPalette:
    """Light as the style has it, or dark; in both what is chosen stands out from the ground, and its letters from it.

    The style's own blue is too light for white letters.
    """
    role = QPalette.ColorRole
    if scheme == Qt.ColorScheme.Light:
        palette = application.style().standardPalette()
        chosen, letters = "#1f6fb0", "white"
    else:
        palette = QPalette(QColor("#2e2e2e"))  # Qt derives the others, with white letters
        palette.setColor(role.PlaceholderText, QColor("#b0b0b0"))
        chosen, letters = "#7cc0ff", "black"
    for each, colour in ((role.Highlight, chosen), (role.Link, chosen), (role.HighlightedText, letters)):
        palette.setColor(each, QColor(colour))
    return palette
