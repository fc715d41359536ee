"""A settings window without a screen, with hotkeys in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThreadPool
from PySide6.QtWidgets import (
    QApplication,
)

from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.remote import Heard, Remote
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.window import SettingsWindow
from tests.contract.fake_hotkeys import FakeHotkeys


@pytest.fixture
def hotkeys() -> FakeHotkeys:
    return FakeHotkeys()


@pytest.fixture
def heard() -> list[Heard]:
    return []


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsStore(tmp_path / "settings.json"), Settings())


@pytest.fixture
def window(
    application: QApplication,
    preferences: Preferences,
    hotkeys: FakeHotkeys,
    heard: list[Heard],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[SettingsWindow]:
    monkeypatch.setattr(SettingsWindow, "raise_", lambda _self: None)  # warned of where there is no screen
    remote = Remote(Instance(None), lambda: hotkeys)
    remote.start(heard.append)
    window = SettingsWindow(preferences, remote, lambda: [("espeak", "eSpeak NG")])
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    yield window
    window.close_for_good()
    remote.stop()
    window.deleteLater()
    QCoreApplication.processEvents()
