"""Nothing in the window is left in English for those who chose Chinese."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel

from sparc_desktop import translation
from sparc_desktop.resources import assets
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.window import MainWindow

ROOT = Path(__file__).parents[3]
SOURCES = ROOT / "sparc_desktop"
TRANSLATIONS = assets() / "translations" / "zh_CN.ts"
CHINESE = re.compile(r"[\u3400-\u9fff]")
OWN_NAMES = {"English", "SPARC Desktop"}
SHOWING = {"setText", "setTitle", "setWindowTitle", "setAccessibleName", "setToolTip", "tell", "invite", "describe"}


def messages(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation, of the finished ones."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            assert translated is not None
            if translated.get("type") is None and translated.text:
                found[context.findtext("name", ""), message.findtext("source", "")] = translated.text
    return found


def sources(path: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_sentence_of_the_program_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(lupdate), "-extensions", "py", str(SOURCES), "-ts", str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    needed, there = sources(fresh), messages(TRANSLATIONS)
    assert needed
    assert sorted(needed - there.keys()) == [], "run `make translations` and translate these"
    assert sorted(there.keys() - needed) == [], "run `make translations` to drop these"


@pytest.mark.parametrize(("key", "translated"), messages(TRANSLATIONS).items())
def test_a_translation_keeps_the_gaps_and_has_a_key_where_the_source_has(key: tuple[str, str], translated: str) -> None:
    _, source = key

    def gaps(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)

    assert gaps(source) == gaps(translated)
    assert ("&" in source) == ("&" in translated)


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func.attr


@pytest.mark.parametrize("path", sorted(SOURCES.glob("ui/*.py")), ids=lambda path: path.name)
def test_what_is_shown_is_marked_for_translation(path: Path) -> None:
    bare = [
        f"{argument.lineno}: {argument.value}"
        for call, name in calls(path)
        if name in SHOWING
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value not in OWN_NAMES
    ]
    assert [each for each in bare if each.split(": ", 1)[1]] == []


@pytest.mark.parametrize("path", sorted(SOURCES.glob("ui/*.py")), ids=lambda path: path.name)
def test_what_is_marked_can_be_found_by_lupdate(path: Path) -> None:
    """Inside an f-string or put together from pieces it would be missed."""
    tree = ast.parse(path.read_text())
    hidden = [node for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for node in ast.walk(text)]
    marked = [call for call, name in calls(path) if name == "tr"]
    assert all(isinstance(call.args[0], ast.Constant) for call in marked)
    assert not any(isinstance(node, ast.Attribute) and node.attr == "tr" for node in hidden)


def texts(window: MainWindow) -> Iterator[str]:
    for action in window.findChildren(QAction):
        yield action.text()
    for button in window.findChildren(QAbstractButton):
        yield button.text()
    for label in window.findChildren(QLabel):
        yield label.text()


def test_switching_the_language_reaches_every_text(window: MainWindow, language: LanguageSwitch) -> None:
    language.use("zh_CN")
    QCoreApplication.sendPostedEvents()
    english = {text for text in texts(window) if text and not CHINESE.search(text)} - OWN_NAMES
    assert english == {"The model is being loaded. You can open a picture already."}  # said before the switch
    language.use("en")
    QCoreApplication.sendPostedEvents()
    assert {text for text in texts(window) if CHINESE.search(text)} == {"简体中文"}


def test_qts_own_dialogs_are_translated(language: LanguageSwitch) -> None:
    language.use("zh_CN")
    assert CHINESE.search(QCoreApplication.translate("QPlatformTheme", "Cancel"))
    assert translation.translate("Buttons", "&Stop") == QCoreApplication.translate("Buttons", "&Stop") == "停止(&S)"
    language.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
