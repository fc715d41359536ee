"""The list of pictures: there once there are several, and what is chosen in it is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Finished, Ready, Started, TextDelta
from sparc_desktop.ui.picture_list import PictureList
from sparc_desktop.ui.window import MainWindow
from tests.support.written import written
from tests.unit.ui.conftest import send

pytestmark = pytest.mark.usefixtures("requests")


@pytest.fixture
def pictures(window: MainWindow) -> QListView:
    found = window.findChild(PictureList).findChild(QListView)
    assert found is not None
    return found


def rows(view: QListView) -> list[str]:
    return [view.model().data(view.model().index(row, 0)) for row in range(view.model().rowCount())]


def describe(window: MainWindow, number: int, label: str, text: str) -> None:
    window.describe(Capture(label, b"picture"))
    send(window, Started(number, label), TextDelta(number, text), Finished(number, text, 2, 0.1, True, False))


def test_it_is_there_once_there_are_two(window: MainWindow, pictures: QListView) -> None:
    window.show()
    send(window, Ready("tiny"))
    describe(window, 1, "one.png", "A cat.")
    assert not pictures.isVisible()
    describe(window, 2, "two.png", "A dog.")
    assert pictures.isVisible()
    assert rows(pictures) == ["one.png, described", "two.png, described"]
    assert pictures.currentIndex().row() == 1


def test_several_at_once_are_there_from_the_start(window: MainWindow, pictures: QListView, tmp_path: Path) -> None:
    window.show()
    files = [tmp_path / name for name in ("one.png", "two.png")]
    for file in files:
        file.write_bytes(b"picture")
    window.open_files(files)
    assert pictures.isVisible()
    assert rows(pictures) == ["one.png, being described", "two.png, waiting"]
    assert pictures.currentIndex().row() == 0


def test_walking_it_shows_each(window: MainWindow, pictures: QListView) -> None:
    describe(window, 1, "one.png", "A cat.")
    describe(window, 2, "two.png", "A dog.")
    QTest.keyClick(pictures, Qt.Key.Key_Up)
    assert written(window) == "A cat."
    window.actions_of_menu.next_picture.trigger()
    assert written(window) == "A dog."
    assert pictures.currentIndex().row() == 1
