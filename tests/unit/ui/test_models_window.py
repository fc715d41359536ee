"""The window of models: by keys alone, everything named, nothing cut off."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from sparc_desktop.presenters.models import ModelsPresenter
from sparc_desktop.services.models.errands import Errands
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.models.telling import Fetched
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.look import scaled
from sparc_desktop.ui.model_dialog import ModelDialog
from sparc_desktop.ui.models_window import ModelsWindow
from sparc_desktop.ui.spot import spot_of
from sparc_desktop.ui.window import MainWindow
from tests.support.fake_children import FakeChildren
from tests.support.installed_model import install
from tests.support.parts import HARDWARE, RECOMMENDED
from tests.unit.ui.test_window_layout import MNEMONIC, SMALL_SCREEN, cut_off

CHINESE = re.compile(r"[\u3400-\u9fff]")
BEST = RECOMMENDED.name


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the main window says for the dialog."""
    said: list[str] = []
    monkeypatch.setattr(MainWindow, "say", lambda _self, text: said.append(text))
    return said


@pytest.fixture
def children() -> FakeChildren:
    return FakeChildren()


@pytest.fixture
def dialog(
    window: MainWindow, children: FakeChildren, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ModelsWindow]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(ModelsWindow, "raise_", lambda _self: None)  # warned of where there is no screen
    monkeypatch.setattr(EngineProcess, "restart", lambda _self, _command: None)
    preferences, describing = window._preferences, window._describing
    switch = Switch(describing._engine, preferences, lambda settings: [str(settings.model_folder)])  # type: ignore[arg-type]
    errands = Errands(children.run, ["hardware"], ["models"])
    dialog = ModelsWindow(
        window, lambda view: ModelsPresenter(view, preferences, errands, switch, describing, window.remark)
    )
    preferences.changed.connect(lambda _changed: dialog.follow())
    dialog.begin()
    children.last.ends(HARDWARE.encode())
    yield dialog
    dialog.close()


def models(dialog: ModelsWindow) -> QListWidget:
    (found,) = dialog.findChildren(QListWidget)
    return found


def button(dialog: QWidget, text: str) -> QPushButton:
    (found,) = (each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)
    return found


def go_to(dialog: ModelsWindow, name: str) -> None:
    """By its letters, as in any list."""
    QTest.keyClicks(models(dialog), name)
    item = models(dialog).currentItem()
    assert item is not None
    assert item.text().startswith(name)


def child(dialog: QWidget, kind: type[QDialog]) -> QDialog:
    (found,) = dialog.findChildren(kind)
    return found


def test_it_opens_in_the_list_at_the_recommended_one(dialog: ModelsWindow, said: list[str]) -> None:
    assert dialog.focusWidget() is models(dialog)
    assert models(dialog).currentItem().text().startswith(f"{BEST}: recommended, not installed.")
    assert said[-1].startswith(f"Recommended: {BEST}")
    computer, details = dialog.findChildren(QPlainTextEdit)
    assert computer.toPlainText().startswith("Models run on the processor")
    assert details.toPlainText().startswith(f"{BEST}: not installed.")


def test_enter_gets_it_and_the_buttons_stop_and_remove(
    dialog: ModelsWindow, said: list[str], children: FakeChildren
) -> None:
    QTest.keyClick(models(dialog), Qt.Key.Key_Return)
    assert said[-1] == f"The hub is asked for {BEST}."
    children.last.says(Fetched(1_200_000_000, 2_000_000_000))
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert f"{BEST}: 1.2 GB of 2.0 GB." in shown
    assert spot_of(models(dialog)).own[-1] == f"{BEST}: 1.2 GB of 2.0 GB.", "F1 says it"
    assert models(dialog).currentItem().text() == f"{BEST}: being downloaded, 60 percent."
    button(dialog, "Stop the Download").setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert children.last.is_stopped
    assert said[-1].startswith(f"Stopped: {BEST}.")


def test_closed_it_goes_on_and_is_there_again(dialog: ModelsWindow, said: list[str], children: FakeChildren) -> None:
    QTest.keyClick(models(dialog), Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    said.clear()
    children.last.says(Fetched(1_200_000_000, 2_000_000_000))
    assert not children.last.is_stopped
    dialog.begin()
    assert models(dialog).currentItem().text() == f"{BEST}: being downloaded, 60 percent."
    assert f"{BEST}: 1.2 GB of 2.0 GB." in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    dialog.close_for_good()
    assert children.last.is_stopped
    assert said == []


def test_the_first_button_says_what_it_does(dialog: ModelsWindow) -> None:
    assert button(dialog, "Get and Use").isEnabled()
    go_to(dialog, "Built")
    button(dialog, "Use")


def test_removing_asks_first_and_enter_keeps_it(dialog: ModelsWindow, children: FakeChildren, tmp_path: Path) -> None:
    install("org/tiny", tmp_path)
    dialog.follow()
    go_to(dialog, "org")
    QTest.keyClick(models(dialog), Qt.Key.Key_Delete)
    box = child(dialog, QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.defaultButton() is box.escapeButton() is button(box, "Keep It")
    QTest.mouseClick(button(box, "Keep It"), Qt.MouseButton.LeftButton)
    assert len(children.started) == 1
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
    button(dialog, "Remove…").click()
    button(child(dialog, QMessageBox), "Remove").click()
    assert children.last.command == ["models", "remove", "--json", "--", "org/tiny"]


def test_another_model_by_its_name(dialog: ModelsWindow, children: FakeChildren) -> None:
    button(dialog, "Another Model…").click()
    box = child(dialog, ModelDialog)
    (line,) = box.findChildren(QLineEdit)
    assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name).startswith("Name on the hub")
    QTest.keyClicks(line, "org/tiny")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert children.last.command[-1] == "org/tiny"
    assert not box.isVisible()


def test_another_model_in_a_folder(dialog: ModelsWindow, window: MainWindow, tmp_path: Path) -> None:
    button(dialog, "Another Model…").click()
    box = child(dialog, ModelDialog)
    button(box, "Choose a Folder…").click()
    chooser = child(box, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    assert not box.isVisible()
    assert window._preferences.settings.model_folder == tmp_path
    assert models(dialog).item(models(dialog).count() - 1).text() == f"{tmp_path.name}: in use."


def test_everything_has_a_name_and_tab_goes_through_it_in_the_order_of_reading(dialog: ModelsWindow) -> None:
    order = []
    for _ in range(8):
        widget = dialog.focusWidget()
        order.append(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    buttons = ["Get and Use", "Stop the Download", "Remove…", "Another Model…", "Close"]
    assert [name.rstrip(":") for name in order] == ["Models", "Details", *buttons, "This computer"]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_key_means_two_things(dialog: ModelsWindow, language: LanguageSwitch, code: str) -> None:
    language.use(code)
    QCoreApplication.sendPostedEvents()
    for window, count in ((dialog, 8), (ModelDialog(dialog), 4)):
        texts = [each.text() for each in window.findChildren(QAbstractButton) if each.window() is window]
        texts += [each.text() for each in window.findChildren(QLabel) if each.buddy() and each.window() is window]
        keys = Counter(found.group(1).upper() for text in texts if (found := MNEMONIC.search(text)))
        assert (sum(keys.values()), set(keys.values())) == (count, {1})


def test_the_language_is_switched_while_it_is_open(dialog: ModelsWindow, language: LanguageSwitch) -> None:
    language.use("zh_CN")
    QCoreApplication.sendPostedEvents()
    computer, details = dialog.findChildren(QPlainTextEdit)
    rows = [models(dialog).item(row).text() for row in range(models(dialog).count())]
    texts = [each.text() for each in dialog.findChildren(QPushButton)]
    assert [
        text for text in (computer.toPlainText(), details.toPlainText(), *rows, *texts) if not CHINESE.search(text)
    ] == []


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_with_double_letters_nothing_is_cut_off(
    application: QApplication, dialog: ModelsWindow, language: LanguageSwitch, children: FakeChildren, code: str
) -> None:
    before = application.font()
    application.setFont(scaled(before, 200))
    language.use(code)
    dialog._presenter.use()
    children.last.says(Fetched(1_200_000_000, 2_000_000_000))
    dialog.write("A sentence that is as long as the longest that are told here. " * 3)
    dialog.resize(*SMALL_SCREEN)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert (dialog.width(), dialog.height()) == SMALL_SCREEN
    assert cut_off(dialog) == []  # type: ignore[arg-type]
    application.setFont(before)
