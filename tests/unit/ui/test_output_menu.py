"""Who speaks is chosen in the menu."""

from typing import get_args

import pytest

from sparc_desktop.settings.model import Output
from sparc_desktop.ui.window import MainWindow


def checked(window: MainWindow) -> list[str]:
    return [output for output, action in window.actions_of_menu.outputs.items() if action.isChecked()]


@pytest.mark.parametrize("output", get_args(Output))
def test_a_choice_is_kept_and_shown(window: MainWindow, output: Output) -> None:
    actions = window.actions_of_menu
    actions.outputs[output].trigger()
    assert window._preferences.settings.output == output
    assert checked(window) == [output]
    assert actions.speak.isChecked() == (output != "none")


@pytest.mark.parametrize("output", ["own", "both"])
def test_speaking_is_switched_off_and_comes_back_as_it_was(window: MainWindow, output: Output) -> None:
    actions = window.actions_of_menu
    actions.outputs[output].trigger()
    actions.speak.trigger()
    assert window._preferences.settings.output == "none"
    assert checked(window) == ["none"]
    actions.speak.trigger()
    assert window._preferences.settings.output == output
    assert checked(window) == [output]
