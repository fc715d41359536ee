"""Faster, slower, louder, quieter, by keys."""

import pytest

from sparc_desktop.ui.window import MainWindow


def status(window: MainWindow) -> str:
    return window._status.text()


@pytest.mark.parametrize(
    ("name", "setting", "value", "told"),
    [
        ("faster", "rate", 200, "200 words a minute"),
        ("slower", "rate", 150, "150 words a minute"),
        ("quieter", "volume", 90, "90 percent"),
        ("louder", "volume", 100, "100 percent"),
    ],
)
def test_a_step_is_kept_and_told(window: MainWindow, name: str, setting: str, value: int, told: str) -> None:
    getattr(window.actions_of_menu, name).trigger()
    assert getattr(window._preferences.settings.voice, setting) == value
    assert told in status(window)


def test_the_steps_end_at_the_limits(window: MainWindow) -> None:
    for _ in range(40):
        window.actions_of_menu.faster.trigger()
        window.actions_of_menu.quieter.trigger()
    voice = window._preferences.settings.voice
    assert (voice.rate, voice.volume) == (450, 0)
