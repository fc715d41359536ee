"""A window without a screen; a warning of Qt's fails the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.events import Event
from sparc_desktop.domain.request import Request
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.silence import Silence
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.post import Post
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.window import MainWindow
from tests.contract.recording_text_reader import RecordingTextReader

OFFSCREEN = "This plugin does not support propagateSizeHints()"  # said by the platform without a screen, to any window


@pytest.fixture(autouse=True)
def qt_warnings(application: QApplication) -> Iterator[None]:
    warnings: list[str] = []

    def collect(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and message != OFFSCREEN:
            warnings.append(message)

    before = qInstallMessageHandler(collect)
    yield
    qInstallMessageHandler(before)
    assert warnings == []


@pytest.fixture
def language(application: QApplication) -> Iterator[LanguageSwitch]:
    switch = LanguageSwitch(application)
    yield switch
    switch.use("en")
    switch.deleteLater()


@pytest.fixture
def window(application: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with an engine that was never started."""
    store = SettingsStore(tmp_path / "settings.json")
    store.save(Settings(output="own"))
    describing = Describing(EngineProcess(["no engine"]), Narration(Silence()), RecordingTextReader, Post())
    window = MainWindow(describing, Preferences(store, store.load().settings), capture_file)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What the engine was asked."""
    requests: list[Request] = []
    monkeypatch.setattr(EngineProcess, "describe", lambda _self, request: requests.append(request))
    return requests


def send(window: MainWindow, *events: Event) -> None:
    """What the engine answers."""
    for event in events:
        window._describing._engine.happened.emit(event)
