"""The menus have room for what stands in them."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu

from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.look import scaled
from sparc_desktop.ui.window import MainWindow


def drawn(menu: QMenu) -> QImage:
    menu.resize(menu.sizeHint())
    return menu.grab().toImage()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_text_is_cut(window: MainWindow, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    QCoreApplication.processEvents()
    assert window._menus.prompts.title() == {"en": "Own Pro&mpt", "zh_CN": "自定义提示词(&M)"}[code]
    menus = [each for each in window.findChildren(QMenu) if not any(a.shortcuts() for a in each.actions())]
    assert len(menus) > 2
    for menu in menus:  # those with keys have room beside the texts
        menu.setFont(scaled(menu.font(), 200))
        menu.aboutToShow.emit()
        usual = drawn(menu)
        menu.setMinimumWidth(1000)
        texts = (2, 2, usual.width() - 8, usual.height() - 4)  # without the frame
        assert drawn(menu).copy(*texts) == usual.copy(*texts), menu.title()
