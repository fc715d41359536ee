"""A hotkey is set by pressing it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QWidget,
)

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.services.remote import Heard
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.key_button import KeyButton
from sparc_desktop.ui.settings_window.window import SettingsWindow
from tests.contract.fake_hotkeys import FakeHotkeys
from tests.unit.ui.settings_window.operating import key_button, status

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).parents[4]


def press(key: Qt.Key) -> Callable[[QWidget], None]:
    return lambda widget: QTest.keyClick(widget, key)


def test_a_key_is_pressed_and_works_at_once(
    window: SettingsWindow, preferences: Preferences, hotkeys: FakeHotkeys, heard: list[Heard]
) -> None:
    leader = key_button(window, "hotkeys.leader", "The leader key")
    QTest.keyClick(leader, Key.Key_Return)
    assert status(window).startswith("Press the new key.")
    QTest.keyPress(leader, Key.Key_Control, Held.ControlModifier)
    QTest.keyPress(leader, Key.Key_F12, Held.ControlModifier | Held.ShiftModifier)
    assert preferences.settings == Settings()  # it is down, and would act at once
    QTest.keyRelease(leader, Key.Key_F12, Held.ControlModifier | Held.ShiftModifier)
    assert preferences.settings.hotkeys.leader == "Ctrl+Shift+F12"
    assert status(window) == "The leader key: Ctrl+Shift+F12."
    assert (leader.text(), leader.accessibleName()) == ("Ctrl+Shift+F12", "The leader key: Ctrl+Shift+F12")
    window._rebinding.wait()
    for keys in ("Ctrl+Shift+F11", "Ctrl+Shift+F12", "x"):
        hotkeys.press(keys)
    assert heard == [Earcon.THINKING, Action.STOP]


def test_our_own_keys_can_be_pressed_while_a_key_is_awaited(
    window: SettingsWindow, preferences: Preferences, hotkeys: FakeHotkeys, heard: list[Heard]
) -> None:
    direct = key_button(window, "hotkeys.direct", "Stop")
    QTest.keyClick(direct, Key.Key_Space)
    window._rebinding.wait()
    hotkeys.press("Ctrl+Shift+F11")
    assert heard == []
    QTest.keyClick(direct, Key.Key_F11, Held.ControlModifier | Held.ShiftModifier)
    assert "needed for something else: the leader key" in status(window)
    assert preferences.settings == Settings()
    window._rebinding.wait()
    hotkeys.press("Ctrl+Shift+F11")
    assert heard == [Earcon.THINKING]


def test_a_letter_is_set_emptied_and_put_back(window: SettingsWindow, preferences: Preferences) -> None:
    letter = key_button(window, "hotkeys.letters", "Stop")
    QTest.keyClick(letter, Key.Key_Z)  # on its way through the page
    assert preferences.settings == Settings()
    letter.click()
    QTest.keyClick(letter, Key.Key_Z)
    assert preferences.settings.hotkeys.letters == {"stop": "Z"}
    letter.click()
    QTest.keyClick(letter, Key.Key_Backspace)
    assert preferences.settings.hotkeys.letters == {"stop": ""}
    assert letter.accessibleName() == "Stop: none"
    letter.click()
    QTest.keyClick(letter, Key.Key_X)
    assert preferences.settings == Settings()
    letter.click()
    QTest.keyClick(letter, Key.Key_W)
    assert "needed for something else: describe the window" in status(window)
    assert letter.text() == "X"


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete, Key.Key_Escape])
def test_a_key_that_is_only_passed_by_is_not_emptied(
    window: SettingsWindow, preferences: Preferences, key: Qt.Key
) -> None:
    for path, name in (("hotkeys.leader", "The leader key"), ("hotkeys.letters", "Stop")):
        QTest.keyClick(key_button(window, path, name), key)
    assert preferences.settings == Settings()


# What the manual calls a key -> the key.
WORDS = {
    "Enter": Key.Key_Return, "Space": Key.Key_Space, "Escape": Key.Key_Escape, "Backspace": Key.Key_Backspace,
    "回车键": Key.Key_Return, "空格键": Key.Key_Space, "退格键": Key.Key_Backspace, "Tab": Key.Key_Tab,
}  # fmt: skip


def told(name: str, heading: str) -> list[list[Qt.Key]]:
    """The keys of each item in the manual's section that gives keys to be pressed, in order."""
    text = (ROOT / "docs" / "manual" / f"{name}.md").read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    items = [re.findall("`([^`]+)`", line) for line in text.splitlines() if line.startswith("- ")]
    return [[WORDS[key] for key in keys] for keys in items]


@pytest.mark.parametrize(("name", "heading"), [("en", "Keys of your own"), ("zh_CN", "自定义按键")])
def test_a_key_is_set_as_the_manual_tells(
    window: SettingsWindow, preferences: Preferences, name: str, heading: str
) -> None:
    walk, begin, no_key, give_up, empty = told(name, heading)
    first = key_button(window, "hotkeys.letters", "Describe the window")
    QTest.keyClick(first, *walk)
    here = next(each for each in first.window().findChildren(KeyButton) if each.hasFocus())
    assert here is not first
    assert (no_key, len(begin)) == ([], 2)
    for key, new in zip(begin, (Key.Key_Y, Key.Key_Z), strict=True):
        QTest.keyClick(here, key)
        QTest.keyClick(here, new)
        assert list(preferences.settings.hotkeys.letters.values()) == [chr(new)]
    changed = preferences.settings
    QTest.keyClick(here, begin[0])
    QTest.keyClick(here, *give_up)
    assert preferences.settings == changed
    QTest.keyClick(here, begin[0])
    QTest.keyClick(here, *empty)
    assert list(preferences.settings.hotkeys.letters.values()) == [""]


def test_who_awaits_a_key_can_leave(window: SettingsWindow, preferences: Preferences) -> None:
    letter = key_button(window, "hotkeys.letters", "Stop")
    for leave in (press(Key.Key_Escape), press(Key.Key_Tab), lambda each: each.clearFocus()):
        letter.setFocus()
        letter.click()
        assert letter.text() == "Press the new key…"
        leave(letter)
        assert (letter.text(), status(window)) == ("X", "Not changed.")
        assert window.isVisible()
    assert not letter.hasFocus()
    assert preferences.settings == Settings()


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Key.Key_Pause, Held.NoModifier, "Pause"),
        (Key.Key_F24, Held.ShiftModifier, "Shift+F24"),
        (Key.Key_F9, Held.MetaModifier | Held.ControlModifier, "Ctrl+Super+F9"),
        (Key.Key_W, Held.AltModifier, "Alt+W"),
        (Key.Key_Odiaeresis, Held.ControlModifier, "Ctrl+Ö"),
        (Key.Key_Plus, Held.ControlModifier | Held.ShiftModifier, "Ctrl+Shift++"),
        (Key.Key_7, Held.ControlModifier | Held.KeypadModifier, "Ctrl+7"),
        (Key.Key_PageDown, Held.ControlModifier | Held.ShiftModifier, "Ctrl+Shift+PageDown"),
    ],
)
def test_how_keys_are_written(
    window: SettingsWindow, preferences: Preferences, key: Qt.Key, held: Qt.KeyboardModifier, expected: str
) -> None:
    direct = key_button(window, "hotkeys.direct", "Stop")
    direct.click()
    QTest.keyClick(direct, key, held)
    assert preferences.settings.hotkeys.direct == {"stop": expected}
    assert str(parse_keys(expected)) == expected


@pytest.mark.parametrize("key", [Key.Key_PageUp, Key.Key_PageDown])
def test_no_shortcut_of_the_window_takes_the_key_away(
    window: SettingsWindow, preferences: Preferences, key: Qt.Key
) -> None:
    direct = key_button(window, "hotkeys.direct", "Stop")
    direct.click()
    QTest.keyClick(direct, key, Held.ControlModifier)
    assert preferences.settings.hotkeys.direct == {"stop": f"Ctrl+{key.name.removeprefix('Key_')}"}
    assert window.page.page.name == "keys"


def test_a_key_without_a_name_is_told_and_another_awaited(window: SettingsWindow, preferences: Preferences) -> None:
    direct = key_button(window, "hotkeys.direct", "Stop")
    direct.click()
    QTest.keyClick(direct, Key.Key_VolumeUp)
    assert status(window) == "This key can't be used. Press another one."
    QTest.keyClick(direct, Key.Key_Pause)
    assert preferences.settings.hotkeys.direct == {"stop": "Pause"}


def test_a_key_that_another_program_has_is_told(window: SettingsWindow, hotkeys: FakeHotkeys) -> None:
    hotkeys.taken_by_others.add(parse_keys("Pause"))
    for name in ("Stop", "Pause or go on"):  # the second one tells its own refusal
        direct = key_button(window, "hotkeys.direct", name)
        direct.click()
        QTest.keyClick(direct, Key.Key_Pause)
    window._rebinding.wait()
    QCoreApplication.processEvents()
    assert "another program has taken it" in status(window)
