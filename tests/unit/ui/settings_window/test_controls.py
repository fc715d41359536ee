"""Each setting has its control, and each control does what it says."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from sparc_desktop.settings.leaves import leaves, value_at
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import ON_NO_PAGE
from sparc_desktop.settings.wording import help_text
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.key_button import KeyButton
from sparc_desktop.ui.settings_window.window import SettingsWindow
from tests.unit.ui.settings_window.operating import button, control, dialog, heard_of, status, widget

SHOWN = [path for path in leaves() if path not in ON_NO_PAGE]
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize("path", SHOWN)
def test_every_setting_has_a_control_with_a_name_and_its_help(window: SettingsWindow, path: str) -> None:
    leaf, found = leaves()[path], control(window, path)
    name, description = heard_of(found.widget)
    assert name.rstrip(":") == leaf.title
    assert description in (leaf.description, help_text(leaf))
    assert description.startswith(leaf.description)
    shown = [label.text() for label in window.page.findChildren(QLabel) if label.isVisible()]
    assert description in shown
    for each in found.widget.findChildren(KeyButton):
        name, description = heard_of(each)
        assert re.fullmatch(r"[A-Z].+: \S+", name)
        assert description.startswith("Default: ")


def test_yes_or_no(window: SettingsWindow, preferences: Preferences) -> None:
    for path in [path for path in SHOWN if leaves()[path].field.annotation is bool]:
        box = widget(window, path)
        before = value_at(preferences.settings, path)
        assert isinstance(box, QCheckBox)
        for expected in (not before, before):
            QTest.keyClick(box, Key.Key_Space)
            assert value_at(preferences.settings, path) is box.isChecked() is expected


def test_one_of_some_choices(window: SettingsWindow, preferences: Preferences) -> None:
    for path in [path for path in SHOWN if leaves()[path].choices]:
        box, choices = widget(window, path), leaves()[path].choices
        assert isinstance(box, QComboBox)
        QTest.keyClick(box, Key.Key_Home)
        assert value_at(preferences.settings, path) == choices[0]
        for choice in choices[1:]:
            QTest.keyClick(box, Key.Key_Down)
            assert value_at(preferences.settings, path) == choice


def test_a_number(window: SettingsWindow, preferences: Preferences) -> None:
    for path in [path for path in SHOWN if leaves()[path].limits]:
        box, limits = widget(window, path), leaves()[path].limits
        assert isinstance(box, QSpinBox)
        assert limits is not None
        assert (box.minimum(), box.maximum()) == limits
        box.selectAll()
        QTest.keyClicks(box, str(limits[0]))
        assert value_at(preferences.settings, path) == leaves()[path].default  # not while it is being typed
        QTest.keyClick(box, Key.Key_Return)
        assert value_at(preferences.settings, path) == limits[0]
        QTest.keyClick(box, Key.Key_Up)
        assert value_at(preferences.settings, path) == limits[0] + 5
        assert window.isVisible()


@pytest.mark.parametrize("path", ["voice.rate", "output"])
def test_the_wheel_changes_only_what_has_the_focus(window: SettingsWindow, preferences: Preferences, path: str) -> None:
    box = widget(window, path)
    window._titles.setFocus()
    turn(box)
    assert preferences.settings == Settings()
    box.setFocus()
    turn(box)
    assert value_at(preferences.settings, path) != leaves()[path].default


def turn(box: QWidget) -> None:
    """One notch of the wheel, towards the user."""
    where = QPointF(box.rect().center())
    nothing = (Qt.MouseButton.NoButton, Held.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    how = (where, QPointF(box.mapToGlobal(where)), QPoint(), QPoint(0, -120))
    QApplication.sendEvent(box, QWheelEvent(*how, *nothing))


def test_the_unit_is_said_with_the_number(window: SettingsWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(widget(window, "voice.rate"))
    assert interface.text(QAccessible.Text.Value) == "175 words a minute"


def test_the_voices_that_are_installed(window: SettingsWindow, preferences: Preferences) -> None:
    box = widget(window, "voice.name")
    assert isinstance(box, QComboBox)
    assert [box.itemText(index) for index in range(box.count())] == ["The first that is installed", "eSpeak NG"]
    QTest.keyClick(box, Key.Key_Down)
    assert preferences.settings.voice.name == "espeak"
    preferences.change(voice={"name": "gone"})
    assert box.currentText() == "gone"


def test_a_folder_is_typed_and_one_that_is_none_is_refused(
    window: SettingsWindow, preferences: Preferences, tmp_path: Path
) -> None:
    line = widget(window, "model_folder")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, str(tmp_path))
    preferences.change(sparc=False)  # what happens elsewhere does not spoil what is being typed
    QTest.keyClick(line, Key.Key_Return)
    assert preferences.settings.model_folder == tmp_path
    line.selectAll()
    QTest.keyClicks(line, str(tmp_path / "none"))
    QTest.keyClick(line, Key.Key_Tab)
    assert preferences.settings.model_folder == tmp_path
    assert "There is no model in" in status(window)
    assert line.text() == str(tmp_path / "none"), "a typing error is mended, not typed anew"
    preferences.change(sparc=True)
    assert line.text() == str(tmp_path / "none")
    window.close()
    window.show_page("model")
    assert line.text() == str(tmp_path), "what holds"
    line.clear()
    line.setModified(True)
    line.editingFinished.emit()
    assert preferences.settings.model_folder is None


def test_a_folder_is_stored_with_its_whole_path(
    window: SettingsWindow, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = widget(window, "model_folder")
    assert isinstance(line, QLineEdit)
    (tmp_path / "home" / "model").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for typed, meant in (("home", tmp_path / "home"), ("~/model", tmp_path / "home" / "model")):
        type_anew(line, typed)
        assert preferences.settings.model_folder == meant
        assert line.text() == str(meant)
    type_anew(line, "~nosuch-user/x")
    assert status(window).startswith("There is no model in ~nosuch-user/x.")


def type_anew(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Tab)


def test_a_folder_is_chosen(window: SettingsWindow, preferences: Preferences, tmp_path: Path) -> None:
    widget(window, "model_folder")
    button(window, "Choose…").click()
    chooser = dialog(window, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    assert preferences.settings.model_folder == tmp_path
    line = widget(window, "model_folder")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "x")
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert line.text() == str(tmp_path), "the same again, in place of what was typed"


def test_prompts_are_added_edited_and_removed(window: SettingsWindow, preferences: Preferences) -> None:
    names = widget(window, "captions.prompts")
    assert isinstance(names, QListWidget)
    QTest.keyClick(names, Key.Key_Delete)
    assert status(window).startswith("There are no prompts")
    button(window, "Add…").click()
    write(window, "Recipe", "What can be cooked of it?")
    assert preferences.settings.captions.prompts == {"Recipe": "What can be cooked of it?"}
    assert status(window) == "Saved: Recipe"
    chosen = widget(window, "captions.prompt")
    assert isinstance(chosen, QComboBox)
    QTest.keyClick(chosen, Key.Key_End)
    assert preferences.settings.captions.prompt == "Recipe"
    names.setFocus()
    QTest.keyClick(names, Key.Key_Return)
    write(window, "Dish", "What is it?")
    assert (preferences.settings.captions.prompts, preferences.settings.captions.prompt) == (
        {"Dish": "What is it?"},
        "Dish",
    )
    assert chosen.currentText() == "Dish"
    for answer, left in (("No", ["Dish"]), ("Yes", [])):
        QTest.keyClick(names, Key.Key_Delete)
        box = dialog(window, QMessageBox)
        assert isinstance(box, QMessageBox)
        box.button(getattr(QMessageBox.StandardButton, answer)).click()
        assert list(preferences.settings.captions.prompts) == left
    assert preferences.settings.captions.prompt == ""
    assert chosen.currentIndex() == 0


def write(window: SettingsWindow, name: str, text: str) -> None:
    """Fill in the dialog of a prompt; without a text it is not taken."""
    asked = dialog(window, QDialog)
    line, area = asked.findChild(QLineEdit), asked.findChild(QPlainTextEdit)
    assert isinstance(line, QLineEdit)
    assert isinstance(area, QPlainTextEdit)
    assert (heard_of(line)[0], heard_of(area)[0]) == ("Name:", "What the model is asked:")
    line.setText(name)
    area.clear()
    asked.accept()
    assert asked.isVisible()
    assert any("The prompt is empty" in label.text() for label in asked.findChildren(QLabel))
    area.setPlainText(text)
    QTest.keyClick(line, Key.Key_Return)
    assert not asked.isVisible()
