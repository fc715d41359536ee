"""The window of the first steps: by keys alone, with nothing cut off, and readable at any size of letters."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from sparc_desktop.presenters.deed import Deed
from sparc_desktop.presenters.first_steps import Around
from sparc_desktop.presenters.step import ORDER, Step
from sparc_desktop.ui import first_steps
from sparc_desktop.ui.first_steps import FirstStepsDialog
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.look import scaled
from sparc_desktop.ui.welcome import Welcome
from sparc_desktop.ui.window import MainWindow
from tests.support.desktop import until
from tests.unit.ui.test_window_layout import cut_off, repeated

DEEDS = {"settings": Deed("Settings", ("Ctrl+,",))}
Key = Qt.Key


@pytest.fixture
def samples() -> list[str]:
    """Grows with each description that is asked for."""
    return []


@pytest.fixture
def welcome(window: MainWindow, samples: list[str], language: LanguageSwitch) -> Iterator[Welcome]:
    preferences = window._preferences
    preferences.changed.connect(lambda _changed: language.use(preferences.settings.language))
    around = Around(lambda: "Ctrl+Shift+F11", lambda: DEEDS, lambda: samples.append("sample"))
    welcome = Welcome(window, window._describing, preferences, around)
    window.show()
    yield welcome
    if welcome._dialog:
        welcome._dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(welcome: Welcome) -> FirstStepsDialog:
    welcome.show()
    assert welcome._dialog
    QTest.qWaitForWindowActive(welcome._dialog)
    return welcome._dialog


def press(dialog: FirstStepsDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.focusWidget(), key)
        QCoreApplication.processEvents()


def title(dialog: FirstStepsDialog) -> str:
    return dialog._text.toPlainText().splitlines()[0]


def test_enter_leads_through_all_steps_and_out(
    dialog: FirstStepsDialog, window: MainWindow, samples: list[str]
) -> None:
    seen = [title(dialog)]
    press(dialog, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    seen.append(title(dialog))
    press(dialog, Key.Key_Return)
    assert samples == ["sample"], "a step begins on its first control"
    press(dialog, Key.Key_Tab, Key.Key_Return)
    seen.append(title(dialog))
    press(dialog, Key.Key_Return)
    assert seen == ["Step 1 of 5: Welcome.", "Step 4 of 5: A first description.", "Step 5 of 5: What else there is."]
    assert window._preferences.settings.welcomed


def test_escape_skips_anywhere(dialog: FirstStepsDialog, window: MainWindow) -> None:
    press(dialog, Key.Key_Return, Key.Key_Escape)
    assert window._preferences.settings.welcomed


def test_up_and_down_switch_the_language_at_once(dialog: FirstStepsDialog, window: MainWindow) -> None:
    assert dialog.focusWidget() is dialog._language
    press(dialog, Key.Key_Down)
    assert window._preferences.settings.language == "zh_CN"
    assert dialog._language.currentText() == "简体中文"
    press(dialog, Key.Key_Up)
    assert window._preferences.settings.language == "en"


def test_who_speaks_and_how_fast(dialog: FirstStepsDialog, window: MainWindow) -> None:
    press(dialog, Key.Key_Return)
    assert dialog.focusWidget() is dialog._output
    assert dialog._output.currentData() == "own"
    press(dialog, Key.Key_Up, Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    settings = window._preferences.settings
    assert (settings.output, settings.voice.rate) == ("auto", 200)


@pytest.mark.parametrize("step", ORDER)
def test_tab_comes_round_in_the_order_of_reading(dialog: FirstStepsDialog, step: Step) -> None:
    while dialog.presenter.step is not step:
        dialog._next.click()
    start = dialog.focusWidget()
    order = [start]
    press(dialog, Key.Key_Tab)
    while dialog.focusWidget() is not start:
        order.append(dialog.focusWidget())
        press(dialog, Key.Key_Tab)
        assert len(order) < 20, "trapped"
    places = [each.mapTo(dialog, each.rect().topLeft()) for each in order[-1:] + order[:-1]]
    in_order = sorted(places, key=lambda place: (place.y() // dialog.fontMetrics().height(), place.x()))
    start_at = places.index(in_order[0])
    assert places[start_at:] + places[:start_at] == in_order
    assert dialog._text in order, "the words can be read at leisure"
    assert not [each for each in order if isinstance(each, QLabel)]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_key_means_two_things(dialog: FirstStepsDialog, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    QCoreApplication.processEvents()
    texts = [each.text() for each in dialog.findChildren(QAbstractButton)]
    texts += [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
    assert repeated(texts) == []
    assert len([text for text in texts if "&" in text]) == 8


@pytest.fixture
def letters(application: QApplication) -> Iterator[Callable[[int], None]]:
    before = application.font()
    yield lambda percent: application.setFont(scaled(before, percent))
    application.setFont(before)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_off(
    welcome: Welcome, letters: Callable[[int], None], language: LanguageSwitch, code: str, percent: int
) -> None:
    letters(percent)
    language.use(code)
    welcome.show()
    dialog = welcome._dialog
    assert dialog
    for step in ORDER:
        for _ in range(3):
            QCoreApplication.processEvents()
        assert dialog.presenter.step is step
        assert cut_off(dialog) == []  # type: ignore[arg-type]
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
        assert not dialog._text.verticalScrollBar().maximum(), "all words are on the screen at once"
        if step is not ORDER[-1]:
            dialog._next.click()


def test_the_language_of_an_open_window_is_switched(dialog: FirstStepsDialog, language: LanguageSwitch) -> None:
    language.use("zh_CN")
    QCoreApplication.processEvents()
    shown = [each.text() for each in dialog.findChildren(QAbstractButton)] + [dialog.windowTitle()]
    assert all(re.search(r"[\u3400-\u9fff]", text) for text in shown if text)


def test_it_is_shown_once_and_then_on_demand(welcome: Welcome, window: MainWindow) -> None:
    welcome.show_once()
    first = welcome._dialog
    assert first
    first.reject()
    welcome.show_once()
    assert welcome._dialog is None
    welcome.show()
    assert welcome._dialog


def test_it_is_said_once_the_window_is_active(
    welcome: Welcome, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[list[str]] = []
    monkeypatch.setattr(window._describing.narration, "read", lambda text, **_: said.append(text))
    monkeypatch.setattr(first_steps, "UNNOTICED", 1)
    welcome.show()
    assert said == []
    until(lambda: QCoreApplication.processEvents() or said, "the words")
    for _ in range(20):
        QTest.qWait(2)
    assert len(said) == 1


def test_the_focus_is_seen(dialog: FirstStepsDialog) -> None:
    until(lambda: QCoreApplication.processEvents() or dialog._has_begun, "the beginning")
    for step, focused in ((Step.WELCOME, dialog._language), (Step.VOICE, dialog._output)):
        assert dialog.presenter.step is step
        with_focus = focused.grab().toImage()
        dialog._skip.setFocus()
        assert focused.grab().toImage() != with_focus
        dialog._next.click()


def test_a_result_leaves_the_caret_where_it_is(dialog: FirstStepsDialog) -> None:
    cursor = dialog._text.textCursor()
    cursor.setPosition(7)
    dialog._text.setTextCursor(cursor)
    dialog.add_line("A duck.")
    assert dialog._text.textCursor().position() == 7
    assert dialog._text.toPlainText().endswith("\nA duck.")
