"""SPARC's settings for a model that nobody measured: found once, told while they are found, and kept."""

import json
import shutil
from pathlib import Path

import pytest

from sparc_desktop.caches import model_cache
from sparc_desktop.domain.events import Event, Loading
from sparc_desktop.engine import calibrating
from sparc_desktop.engine.calibrating import FILE
from sparc_desktop.engine.engine import Engine
from sparc_desktop.sparc import SparcConfig
from sparc_desktop.sparc import config as settings
from tests.support.tiny_model import ENGLISH, save_tiny_model


@pytest.fixture(autouse=True)
def _unmeasured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A llava of which nothing is published, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delitem(settings.PUBLISHED_TAU, "llava")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save_tiny_model(tmp_path / "model", ENGLISH)


def load(folder: Path) -> tuple[SparcConfig, list[float]]:
    """SPARC's settings, and what was told of finding them."""
    events: list[Event] = []
    sparc = Engine(folder, events.append).loaded.sparc
    assert sparc
    return sparc.config, [event.fraction for event in events if isinstance(event, Loading) and event.stage != "open"]


def test_an_unmeasured_model_is_calibrated_at_its_first_use_alone(folder: Path) -> None:
    found, told = load(folder)
    assert found.source == "calibrated"
    assert found.tau != settings.UNCALIBRATED_TAU
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    assert load(folder) == (found, [])


def test_another_copy_of_the_model_is_another_model(folder: Path, tmp_path: Path) -> None:
    load(folder)
    other = shutil.copytree(folder, tmp_path / "other")
    assert load(other)[1], "it is tried again"


@pytest.mark.parametrize("kept", [b"", b"{}", b'{"tau": -1}', b'{"tau": null}', b'{"tau": "NaN"}', b"[3]"])
def test_broken_settings_are_found_again(folder: Path, kept: bytes) -> None:
    path = model_cache(folder) / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(kept)
    found, told = load(folder)
    assert told
    assert json.loads(path.read_bytes()) == {"tau": found.tau}


def test_what_is_published_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.PUBLISHED_TAU, "llava", 1.25)
    found, told = load(folder)
    assert (found.tau, found.source, told) == (1.25, "published", [])


def test_what_is_chosen_for_the_model_stays(tmp_path: Path) -> None:
    found, told = load(save_tiny_model(tmp_path / "chosen", ENGLISH, answers=True))
    assert (found.source, told) == ("given", [])


def test_a_model_that_writes_too_little_keeps_the_guess(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(calibrating, "TOKENS", 1)
    with caplog.at_level("WARNING"):
        found, _ = load(folder)
    assert (found.tau, found.source) == (settings.UNCALIBRATED_TAU, "uncalibrated")
    assert "too short" in caplog.text
    assert not (model_cache(folder) / FILE).exists()


def test_where_nothing_can_be_kept_it_is_used_all_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert load(folder)[0].source == "calibrated"
