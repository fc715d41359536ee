"""The settings window as a whole: its pages, its buttons, the way of the Tab key."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QSpinBox,
    QWidget,
)

from sparc_desktop.presenters.deed import spoken
from sparc_desktop.settings.exchange import export_settings, import_settings
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import PAGES
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.key_button import KeyButton
from sparc_desktop.ui.settings_window.window import NEXT, PREVIOUS, SettingsWindow
from sparc_desktop.ui.spot import spot_of
from tests.support.desktop import until
from tests.unit.ui.settings_window.operating import button, dialog, heard_of, key_button, status, widget

Key, Held = Qt.Key, Qt.KeyboardModifier


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


def test_an_import_is_taken_back_by_the_button_for_a_page(
    window: SettingsWindow, preferences: Preferences, tmp_path: Path
) -> None:
    file = tmp_path / "mine.json"
    export_settings(Settings(max_words=9), file)
    reset = button(window, "Reset This Page")
    button(window, "Import…").click()
    chooser = dialog(window, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    assert reset.text() == "Take the Impo&rt Back"
    window.show_page("keys")
    assert reset.text() == "Take the Impo&rt Back"
    reset.click()
    assert preferences.settings == Settings()
    assert reset.text() == "&Reset This Page"


def test_the_help_tells_the_keys_that_are_here_alone(window: SettingsWindow) -> None:
    pages = " ".join(spot_of(window._titles).own)
    assert [keys for keys in (*NEXT, *PREVIOUS) if spoken(keys) not in pages] == []
    key = spot_of(key_button(window, "hotkeys.leader", "The leader key")).own
    assert "Press the button, then the new key." in key[0]
    prompts = spot_of(widget(window, "captions.prompts")).own
    assert "Enter: edit this one. Delete: remove it." in prompts[0]
    assert " ".join(key[1:]) == " ".join(prompts[1:]) == pages


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


def test_a_button_on_the_page_of_the_model_leads_to_the_window_of_models(window: SettingsWindow) -> None:
    wanted: list[bool] = []
    window.models_wanted.connect(lambda: wanted.append(True))
    window.show_page("model")
    button(window, "Models…").click()
    assert wanted == [True]
