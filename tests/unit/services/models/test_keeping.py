"""What can be removed, and what it frees."""

from pathlib import Path

import huggingface_hub
import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.cache import PART, ModelFolder
from sparc_desktop.services.models.keeping import drop, is_here, proper_id, size_of
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


@pytest.mark.parametrize(
    "name",
    [
        "qwen/qwen3-vl-2b-instruct",
        "Qwen3-VL 2B",
        " Qwen/Qwen3-VL-2B-Instruct\n",
        "https://huggingface.co/Qwen/Qwen3-VL-2B-Instruct",
        "https://hf-mirror.example/Qwen/Qwen3-VL-2B-Instruct/tree/main?x=1#y",
    ],
)
def test_a_model_is_known_by_all_that_people_call_it(name: str) -> None:
    assert proper_id(name) == "Qwen/Qwen3-VL-2B-Instruct"


@pytest.mark.parametrize("name", ["org/tiny", "nobody", "https://huggingface.co/", "/tmp"])
def test_what_is_not_known_stays_as_it_is(name: str) -> None:
    assert proper_id(name) == name


def test_folders_and_the_built_in_model_are_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org" / "tiny").mkdir(parents=True)
    assert is_here("built-in")
    assert is_here(str(tmp_path))
    assert is_here("./org/tiny")
    assert not is_here("org/tiny"), "a name on the hub"
    assert not is_here(str(tmp_path / "none"))
