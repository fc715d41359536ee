"""The text grows under the reader without disturbing them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from sparc_desktop.ui.caption_view import CaptionView


@pytest.fixture
def view() -> CaptionView:
    view = CaptionView()
    view.grow("One. ")
    return view


@pytest.mark.parametrize(("anchor", "position"), [(0, 0), (3, 1), (5, 5), (0, 5)])
def test_growing_leaves_caret_and_selection(view: CaptionView, anchor: int, position: int) -> None:
    caret = view.textCursor()
    caret.setPosition(anchor)
    caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(caret)
    moves: list[int] = []
    view.cursorPositionChanged.connect(lambda: moves.append(view.textCursor().position()))
    view.grow("Two. ")
    assert moves == []
    assert view.toPlainText() == "One. Two. "
    assert (view.textCursor().anchor(), view.textCursor().position()) == (anchor, position)


def test_a_note_follows_once_without_an_empty_line_and_is_no_part_of_the_description(view: CaptionView) -> None:
    view.note("Two.")
    view.note("Two.")
    assert view.toPlainText().splitlines() == ["One. ", "Two."]
    assert view.description == "One. "


def test_another_description_begins_empty(view: CaptionView) -> None:
    view.note("Two.")
    view.begin()
    assert view.toPlainText() == view.description == ""
    view.note("Two.")
    assert view.toPlainText() == "Two."


def test_markup_is_text(view: CaptionView) -> None:
    view.grow("<b>bold</b>")
    assert view.toPlainText() == "One. <b>bold</b>"


def test_the_keyboard_reads_and_selects_but_does_not_write(view: CaptionView) -> None:
    QTest.keyClick(view, Qt.Key.Key_X)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.toPlainText() == "One. "
    assert view.textCursor().selectedText() == "O"


def test_the_text_in_the_picture_follows_and_is_copied_with_the_description(view: CaptionView) -> None:
    view.note("A failure.")
    view.add_text("Text: Save\nCancel")
    assert view.toPlainText() == "One. \nA failure.\nText: Save\nCancel"
    assert view.description == "One. "
    assert view.to_copy == "One. \nText: Save\nCancel"
    view.begin()
    assert view.to_copy == ""
