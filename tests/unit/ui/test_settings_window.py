"""The settings window: each setting has its control, and each control does what it says."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
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
    QPushButton,
    QSpinBox,
    QWidget,
)

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.remote import Heard, Remote
from sparc_desktop.settings.exchange import export_settings, import_settings
from sparc_desktop.settings.leaves import leaves, value_at
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import ON_NO_PAGE, PAGES
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.settings.wording import help_text
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.key_button import KeyButton
from sparc_desktop.ui.settings_window.window import SettingsWindow
from tests.contract.fake_hotkeys import FakeHotkeys
from tests.support.desktop import until

SHOWN = [path for path in leaves() if path not in ON_NO_PAGE]
CHINESE = re.compile(r"[\u3400-\u9fff]")
MNEMONIC = re.compile(r"&([^&])")
SMALL_SCREEN = (1024, 700)
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def hotkeys() -> FakeHotkeys:
    return FakeHotkeys()


@pytest.fixture
def heard() -> list[Heard]:
    return []


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsStore(tmp_path / "settings.json"), Settings())


@pytest.fixture
def window(
    application: QApplication,
    preferences: Preferences,
    hotkeys: FakeHotkeys,
    heard: list[Heard],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[SettingsWindow]:
    monkeypatch.setattr(SettingsWindow, "raise_", lambda _self: None)  # warned of where there is no screen
    remote = Remote(Instance(None), lambda: hotkeys)
    remote.start(heard.append)
    window = SettingsWindow(preferences, remote, lambda: [("espeak", "eSpeak NG")])
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    yield window
    window.close_for_good()
    remote.stop()
    window.deleteLater()
    QCoreApplication.processEvents()


def control(window: SettingsWindow, path: str) -> Control:
    """The control of a setting, on its page."""
    window.show_page(next(page.name for page in PAGES if path in page.paths))
    QCoreApplication.processEvents()
    return next(each for each in window.page.controls if each.leaf.path == path)


def widget(window: SettingsWindow, path: str) -> QWidget:
    found = control(window, path).widget
    found.setFocus()
    return found


def heard_of(widget: QWidget) -> tuple[str, str]:
    """Name and description, as a screen reader has them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox):  # on Linux its name is its value, and a reader looks for its label
        name = " ".join(label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return name, interface.text(QAccessible.Text.Description)


def key_button(window: SettingsWindow, path: str, name: str) -> KeyButton:
    buttons = widget(window, path).findChildren(KeyButton)
    button = next(each for each in buttons if each.accessibleName().startswith(f"{name}:"))
    button.setFocus()
    return button


def status(window: SettingsWindow) -> str:
    return window._status.text()


def button(window: QWidget, text: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text().replace("&", "") == text)


def dialog(window: QWidget, kind: type[QDialog]) -> QDialog:
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete: those that were closed before
    return next(each for each in window.findChildren(kind) if each.isVisible())


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


def test_everything_that_takes_the_focus_has_a_name(window: SettingsWindow) -> None:
    for page in PAGES:
        window.show_page(page.name)
        QCoreApplication.processEvents()
        reached = walk(window)
        assert [each for each in reached if not heard_of(each)[0]] == []
        assert len(reached) == len(set(reached)) > 5


def walk(window: SettingsWindow) -> list[QWidget]:
    """All that the Tab key reaches, from the list of pages until it is there again."""
    window._titles.setFocus()
    reached: list[QWidget] = []
    while (focused := QApplication.focusWidget()) and focused not in reached and len(reached) < 100:
        reached.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    assert QApplication.focusWidget() is window._titles
    return reached


def test_the_tab_key_goes_in_the_order_of_reading(window: SettingsWindow) -> None:
    window.show_page("captions")
    QCoreApplication.processEvents()
    names = [heard_of(each)[0].rstrip(":…") for each in walk(window)]
    assert names == [
        "Pages", "Length", "Language of descriptions", "Longest description", "Keep looking at the picture (SPARC)",
        "Prompt", "Own prompts", "Add", "Edit", "Remove", "Reset This Page", "Import", "Export", "Close",
    ]  # fmt: skip


def press(key: Qt.Key) -> Callable[[QWidget], None]:
    return lambda widget: QTest.keyClick(widget, key)


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
    assert line.text() == str(tmp_path)
    assert "There is no model in" in status(window)
    line.clear()
    line.setModified(True)
    line.editingFinished.emit()
    assert preferences.settings.model_folder is None


def test_a_folder_is_chosen(window: SettingsWindow, preferences: Preferences, tmp_path: Path) -> None:
    widget(window, "model_folder")
    button(window, "Choose…").click()
    chooser = dialog(window, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert preferences.settings.model_folder == tmp_path


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
    assert "set for two things" in status(window)
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
    QTest.keyClick(letter, Key.Key_Backspace)
    assert preferences.settings.hotkeys.letters == {"stop": ""}
    assert letter.accessibleName() == "Stop: none"
    letter.click()
    QTest.keyClick(letter, Key.Key_X)
    assert preferences.settings == Settings()
    letter.click()
    QTest.keyClick(letter, Key.Key_W)
    assert "set for two things: describe the window" in status(window)
    assert letter.text() == "X"


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


def test_the_open_window_follows_what_is_changed_elsewhere(window: SettingsWindow, preferences: Preferences) -> None:
    preferences.change(output="both", voice={"rate": 300}, sparc=False, hotkeys={"letters": {"stop": "Z"}})
    for path, read in {
        "output": lambda each: each.currentText() == "Both",
        "voice.rate": lambda each: each.value() == 300,
        "sparc": lambda each: not each.isChecked(),
        "hotkeys.letters": lambda each: any(key.text() == "Z" for key in each.findChildren(KeyButton)),
    }.items():
        assert read(widget(window, path))
    assert preferences.settings.voice.rate == 300


def test_a_page_is_reset_and_taken_back_by_the_same_button(window: SettingsWindow, preferences: Preferences) -> None:
    preferences.change(voice={"rate": 300})
    rate = widget(window, "voice.rate")
    assert isinstance(rate, QSpinBox)
    reset = button(window, "Reset This Page")
    reset.setFocus()
    QTest.keyClick(reset, Key.Key_Return)
    assert (rate.value(), reset.text()) == (175, "Take the &Reset Back")
    window.show_page("keys")
    assert reset.text() == "&Reset This Page"
    window.show_page("speech")
    reset.click()
    assert (rate.value(), reset.text()) == (300, "&Reset This Page")
    reset.click()
    QTest.keyClick(rate, Key.Key_Up)
    assert reset.text() == "&Reset This Page"


def test_export_and_import(window: SettingsWindow, preferences: Preferences, tmp_path: Path) -> None:
    preferences.change(sparc=False)
    file = tmp_path / "mine.json"
    for text in ("Export…", "Import…"):
        button(window, text).click()
        chooser = dialog(window, QFileDialog)
        assert isinstance(chooser, QFileDialog)
        chooser.fileSelected.emit(str(file))
        chooser.reject()
        assert str(file) in status(window) or file.name in status(window)
        assert import_settings(file) == Settings(sparc=False)
    export_settings(Settings(max_words=9), file)
    window._presenter.import_from(file)
    assert preferences.settings == Settings(max_words=9)


def test_pages_are_turned_from_anywhere(window: SettingsWindow) -> None:
    widget(window, "voice.rate")
    order = []
    for _ in PAGES:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab, Held.ControlModifier)
        assert window._titles.hasFocus()
        order.append(window.page.page)
    assert order == [*PAGES[1:], PAGES[0]]
    QTest.keyClick(window._titles, Key.Key_PageUp, Held.ControlModifier)
    assert window.page.page is PAGES[-1]


def test_escape_closes_and_enter_in_a_field_does_not(window: SettingsWindow) -> None:
    rate = widget(window, "voice.rate")
    QTest.keyClick(rate, Key.Key_Return)
    assert window.isVisible()
    QTest.keyClick(rate, Key.Key_Escape)
    assert not window.isVisible()


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
    assert sum(keys.values()) == 1 + 4 + 1 + 3
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


def test_each_control_comes_into_view_with_the_focus(window: SettingsWindow) -> None:
    window.show_page("keys")
    window.resize(window.width(), window.minimumSizeHint().height())
    QCoreApplication.processEvents()
    for each in walk(window):
        if isinstance(each, KeyButton):
            each.setFocus(Qt.FocusReason.TabFocusReason)
    last = widget(window, "hotkeys.direct").findChildren(KeyButton)[-1]
    before = last.previousInFocusChain()
    assert before is not None
    before.setFocus()
    QTest.keyClick(before, Key.Key_Tab)
    assert last.hasFocus()
    until(lambda: not last.visibleRegion().isEmpty(), "the last key in view")
