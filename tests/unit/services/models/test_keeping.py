"""What can be removed, and what it frees."""

from pathlib import Path

import huggingface_hub
import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.cache import PART, ModelFolder
from sparc_desktop.services.models.keeping import drop, size_of
from sparc_desktop.services.models.telling import Removed, Told
from tests.support.hub_models import move_in
from tests.support.installed_model import install


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    move_in(tmp_path, monkeypatch)
    huggingface_hub.close_session()
    return tmp_path / "hf" / "hub"


def test_what_an_unfinished_download_has_left_can_be_removed(cache: Path) -> None:
    folder = ModelFolder(cache, "Qwen/Qwen3-VL-2B-Instruct")
    folder.make()
    (folder.path / "blobs" / f"a{PART}").write_bytes(bytes(7))
    told: list[Told] = []
    drop("qwen/qwen3-vl-2b-instruct", told.append)  # as people write it
    assert told == [Removed("Qwen/Qwen3-VL-2B-Instruct", 7)]
    assert folder.parts() == []


@pytest.mark.parametrize("id", ["org/none", "../..", "-"])
def test_where_there_is_nothing_that_is_told(cache: Path, id: str) -> None:
    with pytest.raises(ExpectedError) as error:
        drop(id, lambda _told: None)
    assert error.value.failure.code == Code.MODEL_NOT_INSTALLED


def test_the_size_is_that_of_its_files(cache: Path) -> None:
    install("org/tiny", cache, 5)
    assert (size_of("org/tiny"), size_of("org/none")) == (5, 0)
