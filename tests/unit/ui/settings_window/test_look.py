"""The settings window in both languages and with letters of twice the size."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QSpinBox,
    QWidget,
)

from sparc_desktop.settings.pages import PAGES
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.settings_window.window import SettingsWindow
from tests.unit.ui.settings_window.operating import button

CHINESE = re.compile(r"[\u3400-\u9fff]")
MNEMONIC = re.compile(r"&([^&])")
SMALL_SCREEN = (1024, 700)


def texts(window: SettingsWindow) -> Iterator[str]:
    for each in window.findChildren(QAbstractButton):
        yield each.text()
    for label in window.findChildren(QLabel):
        yield label.text()
    for box in window.findChildren(QComboBox):
        yield from (box.itemText(index) for index in range(box.count()))
    yield from (window._titles.item(row).text() for row in range(window._titles.count()))
    for each in window.findChildren(QWidget):
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip())


def test_the_language_is_switched_while_it_is_open(window: SettingsWindow, language: LanguageSwitch) -> None:
    window.show_page("keys")
    language.use("zh_CN")
    QCoreApplication.sendPostedEvents()
    names = re.compile(r"English|eSpeak NG|[A-Z]|Space|Ctrl\+Shift\+F11")
    assert {text for text in texts(window) if text and not CHINESE.search(text) and not names.fullmatch(text)} == set()
    assert window.windowTitle() == "设置"
    language.use("en")
    QCoreApplication.sendPostedEvents()
    assert {text for text in texts(window) if CHINESE.search(text)} == {"简体中文"}


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_key_means_two_things(window: SettingsWindow, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    QCoreApplication.sendPostedEvents()
    found = [each.text() for each in window.findChildren(QAbstractButton)]
    found += [label.text() for label in window.findChildren(QLabel) if label.buddy()]
    keys = Counter(match.group(1).upper() for text in found if (match := MNEMONIC.search(text)))
    assert sum(keys.values()) == 1 + 4 + 2 + 3
    assert set(keys.values()) == {1}


@pytest.fixture
def double_font(application: QApplication) -> Iterator[None]:
    before, font = application.font(), application.font()
    font.setPointSizeF(2 * before.pointSizeF())
    application.setFont(font)
    yield
    application.setFont(before)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.usefixtures("double_font")
def test_with_double_letters_nothing_is_cut_off(window: SettingsWindow, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    for page in PAGES:
        window.show_page(page.name)
        window.resize(*SMALL_SCREEN)
        for _ in range(3):
            QCoreApplication.processEvents()
        assert (window.width(), window.height()) == SMALL_SCREEN
        assert [each for each in window.findChildren(QWidget) if cut_off(each)] == []
        content = window.page.widget()
        assert content.width() <= window.page.viewport().width()


def cut_off(each: QWidget) -> bool:
    if not each.isVisible() or not isinstance(each, QAbstractButton | QLabel | QComboBox | QSpinBox):
        return False
    if isinstance(each, QLabel) and each.wordWrap():
        return each.height() < each.heightForWidth(each.width())
    needed = each.minimumSizeHint()
    return each.width() < needed.width() or each.height() < needed.height()


def test_what_is_cut_off_would_be_found(window: SettingsWindow) -> None:
    window.show_page("look")
    close = button(window, "Close")
    close.setMaximumWidth(5)
    QCoreApplication.processEvents()
    assert [each for each in window.findChildren(QWidget) if cut_off(each)] == [close]
