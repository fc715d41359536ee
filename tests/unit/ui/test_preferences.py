"""The settings while the program runs: a change holds, also where it can't be saved."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.ui.preferences import Preferences


def test_that_the_settings_cannot_be_saved_is_told_once(application: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.write_text("")  # in the way
    preferences = Preferences(SettingsStore(folder / "settings.json"), Settings())
    told: list[Failure] = []
    preferences.failed.connect(told.append)
    for words in (9, 10):
        preferences.change(max_words=words)
        assert preferences.settings.max_words == words
    assert [failure.code for failure in told] == [Code.SETTINGS_UNSAVED]
    folder.unlink()
    preferences.change(max_words=11)
    assert SettingsStore(folder / "settings.json").load().settings == preferences.settings
    (folder / "settings.json").unlink()
    folder.rmdir()
    folder.write_text("")
    preferences.change(max_words=12)
    assert len(told) == 2


def test_what_another_program_saves_holds_at_once_and_is_not_lost(application: QApplication, tmp_path: Path) -> None:
    file, other = tmp_path / "config" / "settings.json", tmp_path / "another model"
    preferences = Preferences(SettingsStore(file), Settings())
    heard: list[frozenset[str]] = []
    preferences.changed.connect(heard.append)
    preferences.change(max_words=9)  # makes the folder
    SettingsStore(file).save(preferences.settings.changed(model_folder=other))
    _let_pass(application, lambda: len(heard) > 1)
    assert heard == [{"max_words"}, {"model_folder"}]
    assert preferences.settings.model_folder == other
    file.write_text("{ half of what somebody writes by ha")
    (file.parent / "another file").touch()
    _let_pass(application, lambda: False, 0.2)
    assert preferences.settings.model_folder == other
    preferences.change(max_words=10)
    saved = SettingsStore(file).load().settings
    assert (saved.max_words, saved.model_folder) == (10, other)


def _let_pass(application: QApplication, done: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not done() and time.monotonic() < deadline:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
