"""Keys are unique, and nothing is cut off, also with letters of twice the size."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton, QWidget

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.window import MainWindow

MNEMONIC = re.compile(r"&([^&])")
SMALL_SCREEN = (1024, 700)  # what is left of 1024 x 768 beside a task bar


@pytest.fixture
def double_font(application: QApplication) -> Iterator[None]:
    before = application.font()
    font = application.font()
    font.setPointSizeF(2 * before.pointSizeF())
    application.setFont(font)
    yield
    application.setFont(before)


def keys(texts: list[str]) -> Counter[str]:
    return Counter(found.group(1).upper() for text in texts if (found := MNEMONIC.search(text)))


def repeated(texts: list[str]) -> list[str]:
    return [key for key, count in keys(texts).items() if count > 1]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_key_means_two_things(window: MainWindow, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    QCoreApplication.sendPostedEvents()
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]
    in_window = [action.text() for action in window.menuBar().actions()]
    in_window += [button.text() for button in window.findChildren(QAbstractButton)]
    in_window += [label.text() for label in window.findChildren(QLabel) if label.buddy()]
    assert sum(keys(in_window).values()) == 5 + 6 + 3
    assert repeated(in_window) == []
    for menu in menus:
        assert repeated([action.text() for action in menu.actions()]) == []
    shortcuts = [key.toString() for menu in menus for action in menu.actions() for key in action.shortcuts()]
    assert len(set(shortcuts)) == len(shortcuts) > 0


def cut_off(window: MainWindow) -> list[QWidget]:
    shown = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    return [
        widget
        for widget in shown
        if widget.isVisible()
        and not window.rect().contains(widget.rect().translated(widget.mapTo(window, widget.rect().topLeft())))
    ] + [widget for widget in shown if widget.isVisible() and _too_small(widget)]


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.usefixtures("double_font")
def test_with_double_letters_everything_fits_on_a_small_screen(
    window: MainWindow, language: LanguageSwitch, code: str
) -> None:
    language.use(code)
    window.resize(*SMALL_SCREEN)
    window.show()
    longest = Failure(Code.IMAGE_UNFAMILIAR, {"label": "a picture with a rather long name.png"})
    window._describing.fail(longest)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert (window.width(), window.height()) == SMALL_SCREEN
    assert cut_off(window) == []


def test_a_widget_that_is_cut_off_would_be_found(window: MainWindow) -> None:
    window.show()
    button = window.findChildren(QPushButton)[0]
    button.setMaximumWidth(5)
    QCoreApplication.processEvents()
    assert cut_off(window) == [button]
