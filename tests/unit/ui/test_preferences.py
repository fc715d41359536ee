"""The settings while the program runs: a change holds, also where it can't be saved."""

from pathlib import Path

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
