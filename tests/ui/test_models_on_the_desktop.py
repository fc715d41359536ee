"""The whole way to another model, with nothing replaced but the hub: measured, downloaded, loaded and tried."""

from pathlib import Path

import pytest

from sparc_desktop.settings.store import SettingsStore
from tests.support.desktop import Desktop, until
from tests.support.fake_hub import FakeHub
from tests.support.real_program import real_program
from tests.support.tiny_model import ENGLISH, save_tiny_model

TINY = "org/tiny"


@pytest.mark.timeout(400)  # torch is loaded four times
def test_a_model_of_the_hub_describes_a_first_picture(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"

    def shows(text: str) -> bool:
        return any(text in widget.name for widget in desktop.widgets())

    def heard(text: str) -> None:
        until(lambda: shows(text), text)

    with FakeHub(tmp_path / "hub") as hub:
        save_tiny_model(hub.folder / TINY, ENGLISH)
        with real_program(desktop, home, HF_ENDPOINT=hub.url) as program:
            desktop.keys("alt+f", "l")
            desktop.activate(program, "^Models")
            until(lambda: any("Models run on the " in (each.text or "") for each in desktop.widgets()), "the hardware")
            desktop.keys("alt+a")
            desktop.activate(program, "^Another Model")
            desktop.type(TINY)
            desktop.keys("Return")
            heard(f"{TINY}: in use.")
            heard("The first word came after ")
            assert any("stands a thing of kind" in sentence for sentence in desktop.sentences())
            desktop.keys("Escape")
    folder = SettingsStore(home / ".config" / "sparc-desktop" / "settings.json").load().settings.model_folder
    assert folder is not None
    assert "models--org--tiny" in str(folder)
