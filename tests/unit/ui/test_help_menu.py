"""Each item of the Help menu does what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow

from sparc_desktop.services.report import Surroundings
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui.about import AboutDialog
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.help import HelpDialog
from sparc_desktop.ui.help_menu import HelpMenu
from sparc_desktop.ui.keyboard_window import KeyboardWindow
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.menus import Menus
from tests.support.desktop import until

SETTINGS = Settings().changed(hotkeys={"leader": "Ctrl+Shift+F12"})


class Stage:
    """A window with the menu, and what was said and told."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.window = QMainWindow()
        self.window.setWindowTitle("Main")
        self.actions = Actions(self.window)
        menus = Menus(self.window.menuBar(), self.actions)
        self.actions.retranslate()
        menus.retranslate()
        self.said: list[str] = []
        self.told: list[str] = []
        here = Surroundings(lambda name: "espeak", lambda: "orca", folder, folder, folder, folder)
        self.menu = HelpMenu(
            application, self.window, self.actions, lambda: SETTINGS, here, self.said.append, self.told.append
        )
        self.window.show()


@pytest.fixture
def stage(application: QApplication, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(application, tmp_path)
    yield stage
    stage.menu.help.deleteLater()
    stage.window.close()
    stage.window.deleteLater()


def test_help_for_here(stage: Stage) -> None:
    stage.window.activateWindow()
    until(lambda: QApplication.processEvents() or stage.window.isActiveWindow(), "the window")
    stage.actions.help_here.trigger()
    assert stage.said[0].startswith("You are ")
    (dialog,) = stage.window.findChildren(HelpDialog)
    assert "Ctrl+Comma: Settings" in dialog.text.toPlainText()


def test_the_keyboard_page_has_the_keys_as_they_are_now(stage: Stage) -> None:
    stage.actions.keyboard.trigger()
    stage.actions.keyboard.trigger()
    (page,) = stage.window.findChildren(KeyboardWindow)
    found = page.findChild(QListWidget)
    assert found
    shown = [found.item(row).text() for row in range(found.count())]
    assert "Ctrl+K: Ask a Question" in shown
    assert "Ctrl+Shift+F12, then X, in any program: stop" in shown


def test_about(stage: Stage, tmp_path: Path) -> None:
    stage.actions.about.trigger()
    (dialog,) = stage.window.findChildren(AboutDialog)
    assert f"Log: {tmp_path}" in dialog.text.toPlainText()


def test_the_report(stage: Stage) -> None:
    stage.actions.report.trigger()
    until(lambda: QApplication.processEvents() or stage.told, "the report")
    assert "The report was copied" in stage.told[0]
    assert "Screen reader: orca" in QGuiApplication.clipboard().text()


class Browser(QObject):
    """Qt asks it in place of a web browser, of which this machine need have none."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.parametrize("name", ["en", "zh_CN"])
def test_the_manual_opens_in_the_language_of_the_program(
    stage: Stage, language: LanguageSwitch, browser: Browser, name: str
) -> None:
    language.use(name)
    stage.actions.manual.trigger()
    (url,) = browser.opened
    assert Path(url.toLocalFile()).name == f"{name}.html"
    assert Path(url.toLocalFile()).is_file()
    assert len(stage.told) == 1
