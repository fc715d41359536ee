"""Closing the window ends the program, or hides it where somebody wants so, which is then said once."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.remote import Heard, Remote
from sparc_desktop.settings.model import HotkeySettings
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.ui.closing import Closing
from sparc_desktop.ui.window import MainWindow
from tests.contract.fake_hotkeys import FakeHotkeys
from tests.contract.recording_voice import RecordingVoice
from tests.support.desktop import until

Make = Callable[..., Closing]


@pytest.fixture
def voice() -> RecordingVoice:
    return RecordingVoice()


@pytest.fixture
def narration(voice: RecordingVoice) -> Iterator[Narration]:
    narration = Narration(SpeechQueue(voice, lambda _failure: None))
    yield narration
    narration.close()


@pytest.fixture
def make(window: MainWindow, narration: Narration) -> Iterator[Make]:
    made: list[Closing] = []

    def make(*, started_hidden: bool = False, hotkeys: bool = True) -> Closing:
        remote = Remote(Instance(None), FakeHotkeys)
        if hotkeys:
            heard: list[Heard] = []
            remote.start(heard.append)
        made.append(Closing(window, window._preferences, narration, remote, started_hidden=started_hidden))
        return made[-1]

    yield make
    for closing in made:  # it may have something to tell yet, which is no part of the next test
        shiboken6.delete(closing)
    QApplication.setQuitOnLastWindowClosed(True)


def close(window: MainWindow, narration: Narration) -> None:
    window.show()
    QCoreApplication.processEvents()
    window.close()
    for _ in range(3):
        QCoreApplication.processEvents()
    until(lambda: narration.wait(0), "the voice")


def test_closing_ends_the_program(make: Make, window: MainWindow, narration: Narration, voice: RecordingVoice) -> None:
    assert not make().hides
    assert QApplication.quitOnLastWindowClosed()
    close(window, narration)
    assert voice.heard == []


@pytest.mark.parametrize("started_hidden", [True, False])
def test_where_it_hides_that_is_said_once(
    make: Make, window: MainWindow, narration: Narration, voice: RecordingVoice, started_hidden: bool
) -> None:
    make(started_hidden=started_hidden)
    window._preferences.change(close_hides=not started_hidden)
    assert not QApplication.quitOnLastWindowClosed()
    close(window, narration)
    close(window, narration)
    key = "Ctrl+Shift+F11, then O shows its window; there Ctrl+Q ends the program."
    assert voice.heard == [f"The program goes on in the background. {key}"]


def test_the_choice_holds_at_once_both_ways(make: Make, window: MainWindow) -> None:
    closing = make()
    window._preferences.change(close_hides=True)
    assert closing.hides
    window._preferences.change(close_hides=False)
    assert not closing.hides
    assert QApplication.quitOnLastWindowClosed()


@pytest.mark.parametrize("hotkeys", [True, False])
def test_without_a_key_it_says_another_way(
    make: Make, window: MainWindow, narration: Narration, voice: RecordingVoice, hotkeys: bool
) -> None:
    letters = {"open-result": ""} if hotkeys else {}
    window._preferences.change(close_hides=True, hotkeys=HotkeySettings(letters=letters).model_dump())
    make(hotkeys=hotkeys)
    close(window, narration)
    assert "Start it once more" in voice.heard[0]


def test_the_end_of_the_program_is_not_told_as_going_on(
    make: Make, window: MainWindow, narration: Narration, voice: RecordingVoice
) -> None:
    window._preferences.change(close_hides=True)
    make()
    window.show()
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    QTimer.singleShot(0, window, QApplication.quit)
    QApplication.exec()
    assert closed == [True], "Qt closes all windows at the end"
    until(lambda: narration.wait(0), "the voice")
    assert voice.heard == []


def test_where_nothing_is_spoken_it_is_announced(
    make: Make, window: MainWindow, narration: Narration, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[str] = []
    monkeypatch.setattr("sparc_desktop.ui.closing.announce", lambda _window, text: announced.append(text))
    narration.aloud = False
    make(started_hidden=True)
    close(window, narration)
    assert len(announced) == 1
