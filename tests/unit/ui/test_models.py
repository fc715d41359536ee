"""What becomes of another model in the main window: it is loaded, tried, or the former one is taken back."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from sparc_desktop.domain.events import Failed, Finished, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.models import Models
from sparc_desktop.ui.models_window import ModelsWindow
from sparc_desktop.ui.window import MainWindow
from tests.support.parts import HARDWARE
from tests.unit.ui.conftest import send

PATIENCE = 60  # seconds; a machine under load
PARTS = SimpleNamespace(hardware_command=[sys.executable, "-c", f"print({HARDWARE!r})"], models_command=["none"])


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of the models that the engine was to load."""
    loaded: list[str] = []
    monkeypatch.setattr(EngineProcess, "restart", lambda _self, command: loaded.extend(command))
    return loaded


@pytest.fixture
def switch(window: MainWindow, loaded: list[str]) -> Iterator[Switch]:
    describing, preferences = window._describing, window._preferences
    switch = Switch(describing._engine, preferences, lambda settings: [str(settings.model_folder)])  # type: ignore[arg-type]
    preferences.changed.connect(lambda _changed: switch.follow())
    models = Models(window, describing, preferences, PARTS, switch)  # type: ignore[arg-type]
    send(window, Ready("built-in"))
    yield switch
    models.close()


def status(window: MainWindow) -> str:
    return window._status.text()


def test_a_model_that_has_come_describes_a_picture_and_its_pace_is_told(
    window: MainWindow, switch: Switch, loaded: list[str], requests: list[Request], tmp_path: Path
) -> None:
    switch.use(tmp_path, tries=True)
    assert loaded == [str(tmp_path)]
    send(window, Ready("new"))
    assert status(window) == f"{tmp_path.name} is loaded, and describes a first picture."
    (request,) = requests
    assert request.capture.label == "still-life.png"
    text = "A jug and two pears."
    send(window, Started(request.id, "still-life.png"), TextDelta(request.id, text))
    send(window, Finished(request.id, text, 5, 1.0, True, False))
    assert status(window).startswith("The first word came after ")
    assert [entry.title for entry in window.presenter.album.entries] == ["still-life.png"]


def test_a_model_that_was_there_is_only_told_of(
    window: MainWindow, switch: Switch, requests: list[Request], tmp_path: Path
) -> None:
    switch.use(tmp_path)
    send(window, Ready("other"))
    assert status(window) == f"{tmp_path.name} is loaded."
    assert requests == []


def test_a_picture_that_waits_for_the_model_goes_before_the_sample(
    window: MainWindow, switch: Switch, requests: list[Request], tmp_path: Path
) -> None:
    switch.use(tmp_path, tries=True)
    window.open_files([Path(__file__).parents[3] / "assets" / "checks" / "sign.png"])
    send(window, Ready("new"))
    assert [request.capture.label for request in requests] == ["sign.png"]
    assert status(window) == f"{tmp_path.name} is loaded."


def test_one_that_cannot_be_loaded_is_told_and_the_former_one_taken_back(
    window: MainWindow, switch: Switch, loaded: list[str], tmp_path: Path
) -> None:
    switch.use(tmp_path, tries=True)
    failure = Failure(Code.MODEL_REFUSED, {"path": str(tmp_path), "reason": "it is none"})
    send(window, Failed(None, failure))
    assert loaded == [str(tmp_path), "None"]
    assert window._preferences.settings.model_folder is None
    rows = [row.text for row in window.presenter.album.transcript.rows]
    assert "it is none" in rows[-1], "which stays to be read"
    assert status(window) == "The former model is taken back, and is being loaded."


@pytest.mark.usefixtures("switch")
def test_the_menu_opens_the_window_which_finds_out_what_this_computer_can_do(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(ModelsWindow, "raise_", lambda _self: None)  # warned of where there is no screen
    window.actions_of_menu.models.trigger()
    (dialog,) = window.findChildren(ModelsWindow)
    assert dialog.isVisible()
    computer = dialog.findChildren(QPlainTextEdit)[0]
    deadline = time.monotonic() + PATIENCE
    while "Some processor" not in computer.toPlainText():
        assert time.monotonic() < deadline
        QCoreApplication.processEvents()
    dialog.close()
    window.actions_of_menu.models.trigger()
    assert window.findChildren(ModelsWindow) == [dialog]
