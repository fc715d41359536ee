"""The size of the letters and the colours: as the user has chosen them, at once, and as the platform changes them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QProgressBar

from sparc_desktop.settings.model import LookSettings, Settings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.ui import look as look_module
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.look import Look, scaled
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.window import MainWindow
from tests.unit.ui.test_window_layout import cut_off

UI = Path(look_module.__file__).parent


class Platform:
    """The platform's font, which the user of a desktop can change at any time."""

    def __init__(self, font: QFont) -> None:
        self.font = font

    def __call__(self) -> QFont:
        return self.font


@pytest.fixture
def platform(application: QApplication) -> Platform:
    return Platform(application.font())


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsStore(tmp_path / "settings.json"), Settings())


@pytest.fixture
def look(application: QApplication, preferences: Preferences, platform: Platform) -> Iterator[Look]:
    before = application.font()
    look = Look(application, preferences, platform)
    yield look
    preferences.change(look=LookSettings())
    application.setFont(before)
    look.deleteLater()


def change(preferences: Preferences, **values: object) -> None:
    preferences.change(look={**preferences.settings.look.model_dump(), **values})
    QCoreApplication.processEvents()


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_letters_are_those_of_the_platform_times_the_choice(
    application: QApplication, preferences: Preferences, platform: Platform, percent: int
) -> None:
    label, menu = QLabel("text"), QMenu()
    change(preferences, text_size=percent)
    for font in (application.font(), label.font(), menu.font()):
        assert font.pointSizeF() == platform.font.pointSizeF() * percent / 100
    change(preferences, text_size=100)
    assert label.font().pointSizeF() == platform.font.pointSizeF()


def test_letters_given_in_pixels_grow_as_well() -> None:
    font = QFont()
    font.setPixelSize(11)
    assert scaled(font, 200).pixelSize() == 22


@pytest.mark.parametrize("how", [QEvent.Type.ThemeChange, QEvent.Type.Show])
def test_a_change_of_the_platforms_letters_is_followed(
    application: QApplication, look: Look, preferences: Preferences, platform: Platform, how: QEvent.Type
) -> None:
    window = QLabel("text")
    look.follow(window)
    change(preferences, text_size=150)
    platform.font = scaled(platform.font, 200)
    QApplication.sendEvent(window, QEvent(how))
    assert application.font().pointSizeF() == platform.font.pointSizeF() * 1.5


def test_as_long_as_nothing_was_chosen_qt_follows_the_platform_itself(
    application: QApplication, look: Look, platform: Platform
) -> None:
    window = QLabel("text")
    look.follow(window)
    platform.font = scaled(platform.font, 200)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
    assert application.font() != platform.font


def lightness(application: QApplication) -> float:
    return application.palette().color(QPalette.ColorRole.Window).lightnessF()


@pytest.mark.usefixtures("look")
def test_light_and_dark_at_once_and_back(application: QApplication, preferences: Preferences) -> None:
    before = application.palette()
    change(preferences, colours="dark")
    assert lightness(application) < 0.3
    label = QLabel("text")
    assert label.palette().windowText().color().lightnessF() > 0.8
    change(preferences, colours="light")
    assert lightness(application) > 0.8
    assert label.palette().windowText().color().lightnessF() < 0.2
    change(preferences, colours="system")
    assert application.palette() == before


@pytest.mark.usefixtures("look")
def test_a_platform_that_knows_dark_colours_is_asked_for_them(
    application: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform of the tests does not."""
    asked: list[Qt.ColorScheme] = []
    hints = type(application.styleHints())
    monkeypatch.setattr(hints, "setColorScheme", lambda _self, scheme: asked.append(scheme))
    monkeypatch.setattr(hints, "colorScheme", lambda _self: asked[-1])
    before = application.palette()
    change(preferences, colours="dark")
    assert asked == [Qt.ColorScheme.Dark]
    assert application.palette() == before


@pytest.mark.usefixtures("look")
def test_high_contrast_of_the_platform_wins_as_soon_as_it_is_set(
    application: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No platform without a screen can be set to it."""
    if not hasattr(application.styleHints(), "accessibility"):
        pytest.skip("Qt tells of contrast since 6.10")
    hints, before = application.styleHints().accessibility(), application.palette()
    change(preferences, colours="dark")
    assert application.palette() != before
    high = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(type(hints), "contrastPreference", lambda _self: high)
    hints.contrastPreferenceChanged.emit(high)
    assert application.palette() == before
    monkeypatch.undo()
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert lightness(application) < 0.3


@pytest.mark.usefixtures("look")
def test_a_field_has_a_frame_on_black_where_contrast_is_high(
    application: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's own style draws none there."""
    if not hasattr(application.styleHints(), "accessibility"):
        pytest.skip("Qt tells of contrast since 6.10")
    hints, before = application.styleHints().accessibility(), application.palette()
    palette = QPalette(QColor("black"))
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("white"))

    def frame() -> str:
        field = QLineEdit()
        field.resize(80, 30)
        image = field.grab().toImage()
        return image.pixelColor(0, image.height() // 2).name()

    monkeypatch.setattr(type(hints), "contrastPreference", lambda _self: Qt.ContrastPreference.HighContrast)
    application.setPalette(palette)
    try:
        assert frame() != "#ffffff"
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
        assert frame() == "#ffffff"
    finally:
        monkeypatch.undo()
        application.setPalette(before)
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert application.styleSheet() == ""


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_an_open_window_has_room_for_larger_letters(
    application: QApplication, window: MainWindow, language: LanguageSwitch, code: str
) -> None:
    language.use(code)
    before = application.font()
    look = Look(application, window._preferences, Platform(before))
    window.show()
    for percent in (150, 200):
        change(window._preferences, text_size=percent)
        for _ in range(3):
            QCoreApplication.processEvents()
        assert window.font().pointSizeF() == before.pointSizeF() * percent / 100
        assert cut_off(window) == []
    change(window._preferences, text_size=100)
    look.deleteLater()


MOVING = re.compile(r"QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|QScroller|setAnimated|setRange\(0, 0\)")


def moving(texts: dict[str, str]) -> list[str]:
    return [name for name, text in texts.items() if MOVING.search(text)]


def test_nothing_of_ours_moves(window: MainWindow) -> None:
    """So there is nothing to be stilled for whoever wants less motion; what Qt's style moves follows the platform."""
    sources = {path.name: path.read_text() for path in UI.rglob("*.py")}
    assert len(sources) > 20
    assert moving(sources) == []
    assert moving({"moves": "QPropertyAnimation(self)"}) == ["moves"], "what moves would be found"
    for bar in window.findChildren(QProgressBar):
        assert bar.minimum() < bar.maximum(), "one without an end would move"


def test_the_filter_keeps_no_event_back(application: QApplication, look: Look) -> None:
    class Window(QLabel):
        heard: list[QEvent.Type]

        def event(self, event: QEvent) -> bool:
            self.__dict__.setdefault("heard", []).append(event.type())
            return super().event(event)

    window = Window("text")
    look.follow(window)
    application.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
    assert QEvent.Type.ThemeChange in window.heard
