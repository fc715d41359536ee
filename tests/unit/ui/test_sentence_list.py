"""The list grows under the reader without disturbing them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sparc_desktop.presenters.transcript import Transcript
from sparc_desktop.ui.sentence_list import SentenceList


@pytest.fixture
def transcript() -> Transcript:
    transcript = Transcript()
    transcript.grow("One cat. Two dogs. Thr")
    return transcript


@pytest.fixture
def view(application: QApplication, transcript: Transcript) -> Iterator[SentenceList]:
    view = SentenceList()
    view.show_transcript(transcript)
    yield view
    view.close()
    view.deleteLater()


def rows(view: SentenceList) -> list[str]:
    model = view.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_growing_leaves_the_reader_where_they_are(view: SentenceList, transcript: Transcript) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    moves: list[int] = []
    view.selectionModel().currentChanged.connect(lambda index: moves.append(index.row()))
    transcript.grow("ee birds. Four")
    transcript.end()
    assert moves == []
    assert view.currentIndex().row() == 1
    assert rows(view) == ["One cat.", "Two dogs.", "Three birds.", "Four"]


def test_enter_reads_from_there(view: SentenceList) -> None:
    asked: list[int] = []
    view.read_from.connect(asked.append)
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == [1]


def test_one_or_several_sentences_are_copied(view: SentenceList) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "One cat."
    view.selectionModel().select(view.model().index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "One cat.\nTwo dogs."


def test_nothing_is_copied_where_there_is_nothing(view: SentenceList) -> None:
    view.show_transcript(Transcript())
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_whoever_comes_stands_on_the_first_sentence_and_later_where_they_were(view: SentenceList) -> None:
    view.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn))
    assert view.currentIndex().row() == 0
    view.setCurrentIndex(view.model().index(2, 0))
    view.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn))
    assert view.currentIndex().row() == 2


def test_a_transcript_left_is_not_followed(view: SentenceList, transcript: Transcript) -> None:
    other = Transcript()
    other.grow("Other. ")
    view.show_transcript(other)
    transcript.grow("ee birds. Four more. ")
    assert rows(view) == ["Other."]
    view.show_transcript(transcript)
    assert rows(view) == ["One cat.", "Two dogs.", "Three birds.", "Four more."]


def test_markup_is_text(view: SentenceList, transcript: Transcript) -> None:
    transcript.note("<b>bold</b>")
    assert rows(view)[-1] == "<b>bold</b>"


def test_a_long_sentence_takes_several_lines(view: SentenceList, transcript: Transcript) -> None:
    view.resize(300, 300)
    view.show()
    transcript.note("word " * 60)
    QApplication.processEvents()
    short, long = (view.visualRect(view.model().index(row, 0)) for row in (0, 3))
    assert long.height() > 2 * short.height()
    assert long.width() <= view.viewport().width()
