"""What the tray's icon offers and shows; the icon in a real tray is tested in tests/ui."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Finished, Ready
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui import tray as tray_module
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.tray import Tray
from sparc_desktop.ui.window import MainWindow
from tests.support.desktop import until
from tests.unit.ui.test_window_layout import repeated


class Icon(QSystemTrayIcon):
    """Where there is no screen there is no tray, and Qt complains when it is to show an icon in one."""

    is_wanted = False

    def setVisible(self, visible: bool) -> None:
        self.is_wanted = visible

    def isVisible(self) -> bool:
        return self.is_wanted

    def hide(self) -> None:
        self.is_wanted = False


@pytest.fixture
def heard() -> list[Action]:
    return []


@pytest.fixture
def tray(
    application: QApplication, window: MainWindow, heard: list[Action], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Tray]:
    monkeypatch.setattr(tray_module, "QSystemTrayIcon", Icon)
    monkeypatch.setattr(tray_module.TrayHost, "look", lambda self: self.found.emit())  # of a desktop there is none
    tray = Tray(application, window._describing, window._preferences, window.actions_of_menu, heard.append)
    tray.begin()
    yield tray
    tray.close()
    tray.deleteLater()
    QCoreApplication.processEvents()


def test_what_it_offers_is_what_the_hotkeys_and_the_menus_do(
    tray: Tray, window: MainWindow, heard: list[Action], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    window.actions_of_menu.settings.triggered.connect(lambda: done.append("settings"))
    monkeypatch.setattr(tray_module, "GONE", 0)
    offered = [action for action in tray.menu.actions() if not action.isSeparator()]
    assert [action.text().replace("&", "") for action in offered] == [
        "Show the Window",
        "Describe the Screen",
        "Stop",
        "Settings…",
        "Quit",
    ]
    for action in offered[:-1]:
        action.trigger()
    until(lambda: QCoreApplication.processEvents() or len(heard) == 3, "what waits for the menu to be gone")
    assert set(heard) == {Action.SHOW, Action.DESCRIBE_SCREEN, Action.STOP}
    assert done == ["settings"]


def test_the_last_one_ends_the_program(tray: Tray, application: QApplication) -> None:
    QTimer.singleShot(0, tray.menu.actions()[-1].trigger)
    assert application.exec() == 0


def test_a_click_shows_the_window(tray: Tray, heard: list[Action]) -> None:
    assert tray.icon
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert heard == []
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert heard == [Action.SHOW]


def test_it_tells_what_the_program_does(tray: Tray, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EngineProcess, "describe", lambda _self, _request: None)
    monkeypatch.setattr(EngineProcess, "cancel", lambda _self, _request: None)
    describing = window._describing
    assert tray.icon
    assert tray.icon.toolTip() == "SPARC Desktop: ready"
    describing.describe(Capture("one.png", b""), Settings(read_text="never"))
    assert tray.icon.toolTip() == "SPARC Desktop: describing"
    describing._engine.happened.emit(Ready("tiny"))
    assert tray.icon.toolTip() == "SPARC Desktop: describing"
    describing._engine.happened.emit(Finished(1, "A duck.", 2, 0.1, True, False))
    assert tray.icon.toolTip() == "SPARC Desktop: ready"
    describing.describe(Capture("two.png", b""), Settings(read_text="never"))
    describing.stop()
    assert tray.icon.toolTip() == "SPARC Desktop: ready"


def test_it_is_there_as_long_as_the_settings_want_it(tray: Tray, window: MainWindow) -> None:
    assert tray.icon
    assert tray.icon.isVisible()
    window._preferences.change(tray=False)
    assert not tray.icon.isVisible()
    window._preferences.change(tray=True)
    assert tray.icon.isVisible()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_key_means_two_things(tray: Tray, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    QCoreApplication.processEvents()
    texts = [action.text() for action in tray.menu.actions() if action.text()]
    assert len([text for text in texts if "&" in text]) == 5
    assert repeated(texts) == []
    if code == "zh_CN":
        assert "退出" in texts[-1]
