"""The question for a file speaks the program's language, also where the system has no dialog of its own."""

import re

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from sparc_desktop.ui.file_dialog import all_files, file_dialog
from sparc_desktop.ui.language import LanguageSwitch

Label = QFileDialog.DialogLabel
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("label", [Label.LookIn, Label.FileName, Label.FileType])
def test_its_labels_are_chinese_and_have_keys(language: LanguageSwitch, label: Label) -> None:
    language.use("zh_CN")
    window = QWidget()
    text = file_dialog(window, "Title").labelText(label)
    window.deleteLater()
    assert CHINESE.search(text)
    assert re.search("&[A-Z]", text)


def test_the_filter_that_hides_none_is_chinese(language: LanguageSwitch) -> None:
    language.use("zh_CN")
    assert re.fullmatch(r"[\u3400-\u9fff]+ \(\*\)", all_files())
