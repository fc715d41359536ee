"""The real engine, with the built-in model, keeps what the window expects of any."""

import sys

import pytest

from sparc_desktop.resources import assets, starter_model
from tests.ui.engine_contract import EngineContract


class TestRealEngine(EngineContract):
    @pytest.fixture
    def command(self) -> list[str]:
        return [sys.executable, "-m", "sparc_desktop.engine.worker", "--model", str(starter_model())]

    @pytest.fixture
    def picture(self) -> bytes:
        return sorted((assets() / "samples").glob("*.png"))[0].read_bytes()
