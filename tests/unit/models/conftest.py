"""A hub with one model, and a home that has nothing yet."""

from collections.abc import Iterator
from pathlib import Path

import huggingface_hub
import pytest

from sparc_desktop.models.hub import Hub
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import TINY, asking, move_in, write_model


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    move_in(tmp_path, monkeypatch)
    yield tmp_path
    huggingface_hub.close_session()


@pytest.fixture
def fake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeHub]:
    with FakeHub(tmp_path_factory.mktemp("hub")) as fake:
        write_model(fake.folder / TINY)
        yield fake


@pytest.fixture
def hub(fake: FakeHub, home: Path) -> Hub:
    return asking(fake.url, home)
