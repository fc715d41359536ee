"""What the actions give to help and the keyboard page."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenuBar

from sparc_desktop.domain.length import LENGTHS
from sparc_desktop.presenters.help import ALWAYS, DEEDS
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.deeds import deeds_of, plain
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.menus import Menus


@pytest.fixture
def actions(application: QApplication) -> Actions:
    return Actions(QObject(application))


def test_names_keys_and_menus(actions: Actions) -> None:
    bar = QMenuBar()
    menus = Menus(bar, actions)
    actions.retranslate()
    menus.retranslate()
    deeds = deeds_of(actions)
    assert (deeds["open"].keys, deeds["open"].menu) == (("Ctrl+O",), "File")
    assert str(deeds["stop"]) == "Escape: Stop"
    assert str(deeds["read_again"]) == "F5, Ctrl+R: Read Again"
    assert deeds["about"].keys == ()
    for number, length in enumerate(LENGTHS, 1):
        assert deeds[f"lengths.{length}"].keys == (f"Ctrl+{number}",)
        assert deeds[f"lengths.{length}"].name[0].isalpha()


def test_what_the_help_names_there_is(actions: Actions) -> None:
    actions.retranslate()
    assert {name for names in (*DEEDS.values(), ALWAYS) for name in names} <= deeds_of(actions).keys()


def test_the_names_are_in_the_user_s_language(actions: Actions, language: LanguageSwitch) -> None:
    language.use("zh_CN")
    actions.retranslate()
    assert str(deeds_of(actions)["stop"]).endswith("停止")


@pytest.mark.parametrize(
    ("text", "said"),
    [("&Open…", "Open"), ("打开(&O)…", "打开"), ("&1 Short", "Short"), ("Salt && pepper", "Salt & pepper"), ("", "")],
)
def test_a_name_without_its_mnemonic(text: str, said: str) -> None:
    assert plain(text) == said
