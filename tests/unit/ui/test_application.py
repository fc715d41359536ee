"""How a change of settings reaches the parts of the program."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from sparc_desktop.capture.file import capture_file
from sparc_desktop.capture.select import choose_screen
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.hotkeys.base import Hotkeys
from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.remote import Remote
from sparc_desktop.services.sentences import sentence
from sparc_desktop.services.silence import Silence
from sparc_desktop.settings.model import HistorySettings, Settings
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.speech.earcons import EarconPlayer
from sparc_desktop.ui.application import Program
from sparc_desktop.ui.parts import Parts
from sparc_desktop.ui.status import Status
from tests.contract.recording_text_reader import RecordingTextReader
from tests.support.parts import beside


def no_hotkeys() -> Hotkeys:
    raise ExpectedError(Code.HOTKEYS_UNAVAILABLE, remedy="")


def _parts(store: SettingsStore, engine: list[str], open_speaker: Callable[..., Silence]) -> Parts:
    remote = Remote(Instance(None), no_hotkeys)
    parts = (capture_file, choose_screen, remote, EarconPlayer, RecordingTextReader)
    return Parts(store, lambda _: engine, open_speaker, *parts, **beside(store.path.parent))


@pytest.fixture
def voices() -> list[Settings]:
    """The settings with which a voice was opened, one after the other."""
    return []


@pytest.fixture
def program(application: QApplication, tmp_path: Path, voices: list[Settings]) -> Iterator[Program]:
    def open_speaker(settings: Callable[[], Settings], *_: object) -> Silence:
        voices.append(settings())
        return Silence()

    engine = [sys.executable, "-c", "input()"]  # says nothing until its input ends
    store = SettingsStore(tmp_path / "settings.json")
    program = Program(application, _parts(store, engine, open_speaker))
    program.open([])
    QCoreApplication.processEvents()
    yield program
    program._language.use("en")
    program._window.close()
    program.close()
    program._window.deleteLater()
    program.deleteLater()


def test_the_voice_goes_on_when_the_language_of_the_window_changes(program: Program, voices: list[Settings]) -> None:
    assert len(voices) == 1
    program._preferences.change(language="zh_CN")
    QCoreApplication.processEvents()
    assert "打开" in program._window._buttons.open.text()
    assert len(voices) == 1


def test_at_the_end_there_is_silence_before_anything_is_waited_for(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    for name in ("_narration", "_windows", "_engine"):
        part = getattr(program, name)
        close = "shut_down" if name == "_engine" else "close"
        whole = getattr(part, close)
        monkeypatch.setattr(part, close, lambda name=name, whole=whole: (ended.append(name), whole()))
    program.close()
    assert ended == ["_narration", "_windows", "_engine"]


def test_private_mode_and_the_history_switched_off_reach_what_is_kept(program: Program) -> None:
    history = program._parts.history
    presenter, windows = program._window.presenter, program._windows

    def describe(text: str, during: Callable[[], object]) -> None:
        entry = presenter.album.add("cat.png", None)
        presenter.began.emit(entry, entry.transcript)
        during()
        entry.transcript.grow(text)
        presenter.finished.emit(entry)

    def toggle() -> None:
        program._window.actions_of_menu.private.toggle()

    def switch(keep: bool) -> None:
        program._preferences.change(history=HistorySettings(keep=keep))

    describe("Off.", lambda: switch(True))
    describe("Kept.", lambda: None)
    describe("Private.", lambda: (toggle(), toggle()))
    describe("Off for a moment.", lambda: (switch(False), switch(True)))
    windows.close()
    assert [record.beginning for record in history.search()] == ["Kept."]


def test_settings_that_cannot_be_saved_are_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = Failure(Code.SETTINGS_UNSAVED, {"path": "settings.json", "reason": "no room"})
    monkeypatch.setattr(SettingsStore, "save", lambda *_: failure)  # a full disk
    program._preferences.change(max_words=9)
    QCoreApplication.processEvents()
    assert sentence(failure) in [label.text() for label in program._window.findChildren(Status)]
