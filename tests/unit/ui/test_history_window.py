"""The history's window: by keys alone, everything named, and thousands of rows don't slow it down."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QWidget,
)

from sparc_desktop.domain.said import Said
from sparc_desktop.presenters.history import HistoryPresenter
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.services.history.record import Entry, Record
from sparc_desktop.ui.history_window import HistoryWindow
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.post import Post

PATIENCE = 60  # seconds; a machine under load


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History(tmp_path / "history.sqlite")
    for name, text in (("cat.png", "A cat. It sleeps."), ("dog.png", "A dog."), ("both.png", "A cat and a dog.")):
        history.add(name, Said(text), name.encode())
    return history


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    announced: list[str] = []
    monkeypatch.setattr(
        "sparc_desktop.ui.announce.announce", lambda _window, text, *, urgent=False: announced.append(text)
    )
    return announced


@pytest.fixture
def dialog(
    application: QApplication, history: History, announced: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[HistoryWindow]:
    monkeypatch.setattr(HistoryWindow, "raise_", lambda _self: None)  # warned of where there is no screen
    post = Post()
    keeper = Keeper(history, post)
    main = QWidget()
    dialog = HistoryWindow(keeper, main, keeping=True)
    dialog.begin()
    until(lambda: announced)
    announced.clear()
    yield dialog
    keeper.close()
    dialog.close()
    main.deleteLater()


def until(condition: object) -> None:
    assert callable(condition)
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        QCoreApplication.processEvents()


def rows(dialog: HistoryWindow) -> QListView:
    (view,) = dialog.findChildren(QListView)
    return view


def field(dialog: HistoryWindow) -> QLineEdit:
    (line,) = dialog.findChildren(QLineEdit)
    return line


def button(dialog: QWidget, text: str) -> QPushButton:
    (found,) = (each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)
    return found


def texts(dialog: HistoryWindow) -> list[str]:
    model = rows(dialog).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def search(dialog: HistoryWindow, query: str, announced: list[str]) -> None:
    announced.clear()
    field(dialog).clear()
    QTest.keyClicks(field(dialog), query)
    until(lambda: announced)


def test_each_row_is_label_date_and_first_sentence(dialog: HistoryWindow) -> None:
    both, dog, cat = texts(dialog)
    assert (both.split(",")[0], dog.split(",")[0]) == ("both.png", "dog.png")
    assert cat.startswith("cat.png, today, ")
    assert cat.endswith(". A cat.")


def test_what_is_typed_is_searched_and_counted_once(
    dialog: HistoryWindow, announced: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[str] = []
    whole = HistoryPresenter.search
    monkeypatch.setattr(
        HistoryPresenter,
        "search",
        lambda self, query: (sought.append(query), whole(self, query)),  # type: ignore[func-returns-value]
    )
    search(dialog, "cat", announced)
    assert (announced, sought) == (["2 descriptions found."], ["cat"])
    assert len(texts(dialog)) == 2
    search(dialog, "horse", announced)
    assert (announced, texts(dialog)) == (["No description found."], [])


def test_enter_leads_from_the_field_to_what_was_found_and_opens_there(
    dialog: HistoryWindow, announced: list[str]
) -> None:
    opened: list[Entry] = []
    dialog.opened.connect(opened.append)
    search(dialog, "sleeps", announced)
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.focusWidget() is rows(dialog)
    assert opened == []
    QTest.keyClick(rows(dialog), Qt.Key.Key_Return)
    until(lambda: opened)
    assert (opened[0].label, opened[0].untrusted_picture) == ("cat.png", b"cat.png")
    assert not dialog.isVisible()


def test_enter_right_after_the_last_letter_opens_what_is_sought(dialog: HistoryWindow, announced: list[str]) -> None:
    opened: list[Entry] = []
    dialog.opened.connect(opened.append)
    QTest.keyClicks(field(dialog), "sleeps")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)  # before the pause is over
    assert dialog.focusWidget() is field(dialog), "the list is still that of another query"
    assert not dialog._pause.isActive(), "or it would be sought, and counted, twice"
    until(lambda: dialog.focusWidget() is rows(dialog))
    assert announced == ["1 description found."]
    QTest.keyClick(rows(dialog), Qt.Key.Key_Return)
    until(lambda: opened)
    assert opened[0].label == "cat.png"


def test_enter_with_nothing_found_stays_in_the_field(dialog: HistoryWindow, announced: list[str]) -> None:
    QTest.keyClicks(field(dialog), "horse")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    until(lambda: announced)
    assert (announced, dialog.focusWidget()) == (["No description found."], field(dialog))


@pytest.mark.parametrize("hostile", ["<h1>Your password</h1><img src='file:///secret.png'>&lt;", "Cats & dogs"])
def test_a_tool_tip_takes_any_title_for_text(dialog: HistoryWindow, hostile: str) -> None:
    dialog.show_records([Record(1, 1, hostile, "A cat.")], 0)
    index = rows(dialog).model().index(0, 0)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    shown = QTextDocument()
    assert GuiQt.mightBeRichText(tip)
    shown.setHtml(tip)
    assert shown.toPlainText() == index.data()
    assert hostile in index.data()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button_only_where_the_focus_is(dialog: HistoryWindow, key: Qt.Key) -> None:
    pressed: list[str] = []
    for each in dialog.findChildren(QPushButton):
        each.clicked.connect(lambda _on=False, each=each: pressed.append(each.text()))
    field(dialog).setFocus()
    QTest.keyClick(field(dialog), key)
    assert pressed == []
    undo = button(dialog, "Undo Delete")
    undo.setFocus()
    QTest.keyClick(undo, key)
    assert pressed == [undo.text()]


def test_delete_deletes_the_row_goes_to_its_neighbour_and_can_be_undone(
    dialog: HistoryWindow, history: History, announced: list[str]
) -> None:
    rows(dialog).setFocus()
    QTest.keyClick(rows(dialog), Qt.Key.Key_Down)
    QTest.keyClick(rows(dialog), Qt.Key.Key_Delete)
    until(lambda: announced)
    assert announced[-1].startswith("Deleted: dog.png.")
    assert [text.split(",")[0] for text in texts(dialog)] == ["both.png", "cat.png"]
    assert rows(dialog).currentIndex().data().startswith("cat.png")
    assert history.count() == 2
    announced.clear()
    QTest.keySequence(rows(dialog), QKeySequence(QKeySequence.StandardKey.Undo))
    until(lambda: announced)
    assert announced[-1].startswith("Brought back: dog.png.")
    assert rows(dialog).currentIndex().data().startswith("dog.png")


def test_the_field_keeps_its_own_delete_and_undo(dialog: HistoryWindow, history: History) -> None:
    field(dialog).setFocus()
    QTest.keyClicks(field(dialog), "cat")
    QTest.keyClick(field(dialog), Qt.Key.Key_Home)
    QTest.keyClick(field(dialog), Qt.Key.Key_Delete)
    assert field(dialog).text() == "at"
    QTest.keySequence(field(dialog), QKeySequence(QKeySequence.StandardKey.Undo))
    assert field(dialog).text() == "cat"
    assert history.count() == 3


def question(dialog: HistoryWindow) -> QMessageBox:
    until(lambda: dialog.findChildren(QMessageBox))
    (box,) = dialog.findChildren(QMessageBox)
    return box


def test_all_are_deleted_only_where_the_question_is_answered_so(
    dialog: HistoryWindow, history: History, announced: list[str]
) -> None:
    button(dialog, "Delete All…").click()
    box = question(dialog)
    assert "3" in box.text()
    assert box.defaultButton() is button(box, "Keep Them")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    until(lambda: not dialog.findChildren(QMessageBox))
    assert history.count() == 3
    button(dialog, "Delete All…").click()
    button(question(dialog), "Delete All").click()
    until(lambda: announced)
    assert announced[-1].startswith("All descriptions were deleted.")
    assert (history.count(), texts(dialog)) == (0, [])


@pytest.mark.parametrize(("chosen", "suffix"), [(0, "html"), (1, "json")])
def test_all_are_exported_as_what_is_chosen(
    dialog: HistoryWindow, tmp_path: Path, announced: list[str], chosen: int, suffix: str
) -> None:
    button(dialog, "Export…").click()
    (files,) = dialog.findChildren(QFileDialog)
    files.setDirectory(str(tmp_path))
    files.selectNameFilter(files.nameFilters()[chosen])
    files.filterSelected.emit(files.nameFilters()[chosen])
    files.findChild(QLineEdit).setText("all")
    QTest.keyClick(files.findChild(QLineEdit), Qt.Key.Key_Return)
    until(lambda: len(announced) == 2)
    assert announced[-1] == f"Descriptions exported to all.{suffix}: 3."
    assert (tmp_path / f"all.{suffix}").stat().st_size


def test_whether_it_is_switched_off_is_shown_and_can_be_changed(dialog: HistoryWindow, announced: list[str]) -> None:
    switch = button(dialog, "Switch the History On")
    wanted: list[bool] = []
    dialog.keep_wanted.connect(lambda: wanted.append(True))
    assert not switch.isVisible()
    dialog.set_keeping(False)
    assert switch.isVisible()
    assert "not kept" in switch.accessibleDescription()
    switch.setFocus()
    switch.click()
    assert wanted == [True]
    dialog.set_keeping(True)
    assert not switch.isVisible()
    assert dialog.focusWidget() is field(dialog)
    assert "on this computer" in announced[-1]


def test_closed_it_says_nothing_and_forgets_what_was_deleted(dialog: HistoryWindow, announced: list[str]) -> None:
    QTest.keyClick(rows(dialog), Qt.Key.Key_Delete)
    until(lambda: announced)
    QTest.keyClick(field(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    announced.clear()
    dialog.set_keeping(False)
    assert announced == []
    dialog.begin()
    until(lambda: announced)
    assert announced == ["The history is switched off: new descriptions are not kept. Descriptions in the history: 2."]
    button(dialog, "Undo Delete").click()
    until(lambda: announced[-1] == "There is nothing to bring back.")


def test_everything_is_named_and_each_key_leads_to_one_thing(dialog: HistoryWindow) -> None:
    dialog.set_keeping(False)
    named = {label.buddy(): label.text() for label in dialog.findChildren(QLabel) if "&" in label.text()}
    assert set(named) == {field(dialog), rows(dialog)}
    interface = QAccessible.queryAccessibleInterface(rows(dialog))
    assert interface.text(QAccessible.Text.Name) == "Descriptions"
    shown = [*named.values(), *(each.text() for each in dialog.findChildren(QAbstractButton) if each.text())]
    keys = [text[text.index("&") + 1].lower() for text in shown]
    assert len(keys) == len(set(keys)) == 9


def test_tab_goes_through_it_in_the_order_of_reading(dialog: HistoryWindow) -> None:
    dialog.set_keeping(False)
    stops = []
    widget = field(dialog)
    for _ in range(9):
        widget = dialog.focusWidget()
        stops.append(widget.text() if isinstance(widget, QPushButton) else type(widget).__name__)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    plain = [stop.replace("&", "") for stop in stops]
    buttons = ["Open", "Delete", "Undo Delete", "Delete All…", "Export…", "Close"]
    assert plain == ["QLineEdit", "HistoryList", *buttons, "Switch the History On"]


def test_the_language_can_be_switched(dialog: HistoryWindow, language: LanguageSwitch) -> None:
    language.use("zh_CN")
    QCoreApplication.sendPostedEvents()
    interface = QAccessible.queryAccessibleInterface(rows(dialog))
    shown = [dialog.windowTitle(), interface.text(QAccessible.Text.Name), *texts(dialog)]
    shown += [each.text() for each in dialog.findChildren(QAbstractButton) if each.text()]
    assert [text for text in shown if all(ord(letter) < 0x3000 for letter in text)] == []


def test_only_rows_that_are_seen_are_put_into_words(dialog: HistoryWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[int] = set()

    def note(record: Record, _now: object) -> str:
        asked.add(record.number)
        return "cat.png"

    monkeypatch.setattr("sparc_desktop.ui.history_rows.row_text", note)
    dialog.show_records([Record(number, number, f"{number}.png", "A cat.") for number in range(10_000)], 0)
    QCoreApplication.processEvents()
    rows(dialog).grab()
    assert rows(dialog).model().rowCount() == 10_000
    assert 0 < len(asked) < 200
