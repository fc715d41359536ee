"""F1 is heard in every window, and finds out where the focus is."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sparc_desktop.presenters.deed import Deed
from sparc_desktop.presenters.help import Control, Place
from sparc_desktop.ui.help import Help, HelpDialog
from sparc_desktop.ui.history_list import HistoryList
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.spot import spot_of
from tests.support.desktop import until

Said = list[str]


@pytest.fixture
def said() -> Said:
    return []


@pytest.fixture
def opened() -> Said:
    return []


@pytest.fixture
def help(application: QApplication, said: Said, opened: Said) -> Iterator[Help]:
    answers = Help(application, lambda: {"ask": Deed("Ask", ("Ctrl+K",))}, said.append, lambda: opened.append("manual"))
    yield answers
    for dialog in helps():
        dialog.close()
    answers.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(application: QApplication) -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.setWindowTitle("Main")
    field = QLineEdit()
    field.setAccessibleName("Question")
    field.setProperty("help", Place.QUESTION)
    window.setCentralWidget(field)
    yield window
    window.close()
    window.deleteLater()


class OwnWindow(QDialog):
    """One that speaks for itself."""

    def help_lines(self) -> Sequence[str]:
        return ["This is mine."]


class OwnPart(QWidget):
    """A part of such a window."""

    def help_lines(self) -> Sequence[str]:
        return ["This is a part."]


def helps() -> list[HelpDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpDialog) and each.isVisible()]


def show(window: QWidget, focus: QWidget | None) -> None:
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    if focus:
        focus.setFocus()
        until(lambda: QApplication.processEvents() or focus.hasFocus(), "the focus")


def press_f1(window: QWidget, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    handle = window.windowHandle()
    assert handle
    QTest.keyClick(handle, Qt.Key.Key_F1, modifier)
    QApplication.processEvents()


def test_f1_says_and_shows_what_can_be_done_where_the_focus_is(help: Help, window: QMainWindow, said: Said) -> None:
    show(window, window.centralWidget())
    press_f1(window)
    (text,) = said
    assert text.startswith("You are here: Question, in the window Main. Write a question about the picture.")
    assert "Ctrl+K: Ask" in text
    (dialog,) = helps()
    assert dialog.text.toPlainText().splitlines()[0] == "You are here: Question, in the window Main."
    assert " ".join(f"{line.removesuffix('.')}." for line in dialog.text.toPlainText().splitlines()) == text
    assert dialog.focusWidget() is dialog.close_button  # in the text a screen reader would read it a second time


def test_escape_closes_it_and_the_focus_is_where_it_was(help: Help, window: QMainWindow) -> None:
    show(window, window.centralWidget())
    press_f1(window)
    (dialog,) = helps()
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    until(lambda: QApplication.processEvents() or not helps(), "the help to close")
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assert window.centralWidget().hasFocus()


def test_tab_leads_to_the_text_and_out_of_it(help: Help, window: QMainWindow, opened: Said) -> None:
    show(window, window.centralWidget())
    press_f1(window)
    (dialog,) = helps()
    order = []
    for _ in range(3):
        order.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert order[0] is dialog.focusWidget() is dialog.close_button
    assert order[1] is dialog.text
    mnemonics = [each.text()[each.text().index("&") + 1] for each in dialog.findChildren(QPushButton)]
    assert len(set(mnemonics)) == len(mnemonics) == 2
    for each in dialog.findChildren(QPushButton):
        if "Manual" in each.text():
            each.click()
    assert opened == ["manual"]


def test_enter_in_the_text_presses_no_button(help: Help, window: QMainWindow, opened: Said) -> None:
    show(window, window.centralWidget())
    press_f1(window)
    (dialog,) = helps()
    dialog.text.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
        QTest.keyClick(dialog.text, key)
    assert opened == []
    assert dialog.isVisible()


def test_f1_in_the_help_says_that_it_is_the_help_and_opens_no_second(
    help: Help, window: QMainWindow, said: Said
) -> None:
    show(window, window.centralWidget())
    press_f1(window)
    (dialog,) = helps()
    show(dialog, dialog.text)
    press_f1(dialog)
    assert "This is the help itself." in said[-1]
    assert helps() == [dialog]


def test_a_modal_dialog_gets_its_help_over_itself(help: Help, window: QMainWindow, said: Said) -> None:
    show(window, None)
    dialog = OwnWindow(window)
    dialog.setWindowTitle("Mine")
    dialog.setModal(True)
    button = QPushButton("Do it", dialog)
    show(dialog, button)
    press_f1(dialog)
    assert "in the window Mine. This is mine. A button." in said[-1]
    assert "Ctrl+K" not in said[-1]  # a key of the main window is not heard here
    assert helps()[0].parent() is dialog
    dialog.close()


def test_an_open_menu_is_closed_for_it(help: Help, window: QMainWindow, said: Said) -> None:
    show(window, window.centralWidget())
    menu = window.menuBar().addMenu("&File")
    menu.addAction("Open")
    before = qInstallMessageHandler(lambda *_: None)  # the platform without a screen complains of popups
    try:
        menu.popup(window.mapToGlobal(QPoint(0, 0)))
        until(lambda: QApplication.processEvents() or menu.isVisible(), "the menu")
        help.show()
    finally:
        qInstallMessageHandler(before)
    assert "You are here: File, in the window Main. A menu." in said[-1]
    assert not menu.isVisible()
    assert len(helps()) == 1


def test_other_keys_are_left_alone(help: Help, window: QMainWindow, said: Said) -> None:
    show(window, window.centralWidget())
    press_f1(window, Qt.KeyboardModifier.ShiftModifier)
    handle = window.windowHandle()
    assert handle
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert said == []
    assert window.centralWidget().property("text") == "a"


def test_the_text_follows_the_language(help: Help, window: QMainWindow, language: LanguageSwitch) -> None:
    show(window, window.centralWidget())
    press_f1(window)
    (dialog,) = helps()
    before = dialog.text.toPlainText()
    dialog.text.setPlainText("")
    language.use("zh_CN")
    QApplication.sendPostedEvents()
    assert dialog.text.toPlainText() != ""
    language.use("en")
    QApplication.sendPostedEvents()
    assert dialog.text.toPlainText() == before


def read_only() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    return text


@pytest.mark.parametrize(
    ("make", "control"),
    [
        (QPushButton, Control.BUTTON),
        (QCheckBox, Control.CHECK),
        (QComboBox, Control.COMBO),
        (QListWidget, Control.LIST),
        (QLineEdit, Control.LINE),
        (read_only, Control.TEXT),
        (QPlainTextEdit, Control.WRITING),
        (QSpinBox, Control.NUMBER),
        (QWidget, Control.OTHER),
    ],
)
def test_kinds_of_control(application: QApplication, make: type[QWidget], control: Control) -> None:
    assert spot_of(make()).control is control


def test_a_field_has_its_label_s_name_and_says_its_description(application: QApplication) -> None:
    dialog = QDialog()
    dialog.setWindowTitle("Settings")
    form = QFormLayout(dialog)
    field = QSpinBox()
    field.setAccessibleDescription("How fast.")
    form.addRow("&Rate:", field)
    spot = spot_of(field)
    assert (spot.name, spot.hint, spot.window, spot.is_main) == ("Rate:", "How fast.", "Settings", False)


def test_the_list_of_the_history_tells_its_keys(application: QApplication) -> None:
    (line,) = spot_of(HistoryList()).own
    assert [key for key in ("Enter: open", "Delete: delete", "Ctrl+Z: bring") if key not in line] == []


def test_the_nearest_place_counts_and_the_lines_of_all_around_the_nearest_first(application: QApplication) -> None:
    outer = OwnWindow()
    inner = OwnPart()
    inner.setProperty("help", Place.PICTURES)
    button = QPushButton("x")
    QVBoxLayout(inner).addWidget(button)
    QVBoxLayout(outer).addWidget(inner)
    spot = spot_of(button)
    assert (spot.place, spot.own) == (Place.PICTURES, ("This is a part.", "This is mine."))
    outer.deleteLater()
