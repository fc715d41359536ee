"""The questions where to save, in a window without a screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from sparc_desktop.presenters.saving import Described
from sparc_desktop.services.silence import Silence
from sparc_desktop.ui.saving import SaveDialogs
from tests.support.desktop import until
from tests.support.picture_files import encoded

TEXT = "A cat. It sleeps."


class Desk:
    def __init__(self, window: QWidget, path: Path) -> None:
        self.window = window
        self.told: list[str] = []
        current = Described("cat.png", TEXT, TEXT, path, complete=True)
        self.dialogs = SaveDialogs(window, lambda: current, lambda _path, _failed: Silence(), self._tell)

    def _tell(self, text: str, *, urgent: bool = False) -> None:
        self.told.append(text)

    def dialog(self) -> QFileDialog:
        (dialog,) = (each for each in self.window.findChildren(QFileDialog) if each.isVisible())
        return dialog

    def until_told(self, text: str) -> None:
        def is_told() -> bool:
            QCoreApplication.processEvents()
            return any(text in each for each in self.told)

        until(is_told, text)


@pytest.fixture
def desk(application: QApplication, tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "cat.png").write_bytes(encoded("PNG"))
    window = QWidget()
    window.show()
    desk = Desk(window, tmp_path / "cat.png")
    yield desk
    desk.dialogs.close()
    window.close()
    window.deleteLater()


def answer(desk: Desk, path: Path) -> None:
    dialog = desk.dialog()
    dialog.selectFile(str(path))
    dialog.accept()


def test_a_text_goes_where_the_dialog_says_and_the_folder_is_remembered(desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.save_text()
    dialog = desk.dialog()
    assert dialog.windowTitle() == "Save the Description as Text"
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["cat.txt"]
    assert dialog.nameFilters() == ["Text (*.txt)", "All files (*)"]
    answer(desk, tmp_path / "my")
    desk.until_told("Saved as my.txt in ")
    assert (tmp_path / "my.txt").read_text() == f"{TEXT}\n"
    desk.dialogs.save_text()
    assert Path(desk.dialog().directory().absolutePath()) == tmp_path


def test_the_copy_with_alt_text_is_proposed_beside_the_picture(desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.save_alt_text()
    assert desk.dialog().selectedFiles() == [str(tmp_path / "cat.described.png")]
    desk.dialog().accept()
    desk.until_told("Saved as cat.described.png in ")
    assert TEXT.encode() in (tmp_path / "cat.described.png").read_bytes()


def test_a_dialog_that_is_left_saves_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.save_sound()
    assert desk.dialog().nameFilters()[0] == "Sound (*.wav)"
    desk.dialog().reject()
    QCoreApplication.processEvents()
    assert [path.name for path in tmp_path.iterdir()] == ["cat.png"]
    assert desk.told == []


def test_a_sound_without_sound_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.save_sound()
    answer(desk, tmp_path / "cat.wav")
    desk.until_told("The voice has failed")


def test_html_is_on_the_clipboard(desk: Desk) -> None:
    desk.dialogs.copy_html()
    assert QGuiApplication.clipboard().text() == f'alt="{TEXT}"'
