"""What is offered: models with a lock file whose files are all there, and no others."""

import json
from pathlib import Path
from threading import Event

import pytest

from sparc_desktop.models.check import check
from sparc_desktop.models.download import download
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import InstalledModel, installed, lock_folder, locked_model
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import TINY, write_model


@pytest.fixture
def model(hub: Hub) -> InstalledModel:
    assert download(hub, TINY)
    (model,) = installed()
    return model


def lock() -> Path:
    return lock_folder() / "org--tiny.json"


def test_nothing_is_installed_at_first(home: Path) -> None:
    assert installed() == []
    assert locked_model(TINY) is None


def test_models_come_in_the_order_of_their_names(fake: FakeHub, hub: Hub) -> None:
    for name in ("org/b", "a/z", "org/a"):
        write_model(fake.folder / name)
        download(hub, name)
    assert [model.id for model in installed()] == ["a/z", "org/a", "org/b"]


def test_it_holds_what_there_is_to_check(fake: FakeHub, model: InstalledModel) -> None:
    document = json.loads(lock().read_text())
    assert document["commit"] == fake.commit(TINY)
    assert document["revision"] == "main"
    assert {file["name"]: (file["size"], file["sha256"] or file["git_sha1"]) for file in document["files"]} == {
        name: (file.size, file.sha256 if file.is_large else file.sha1) for name, file in fake.files(TINY).items()
    }


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[:100],
        lambda text: "[]",
        lambda text: "[" * 100_000,
        lambda text: text.replace("org/tiny", "org/other"),
        lambda text: text.replace("org/tiny", "../../etc"),
        lambda text: text.replace('"config.json"', '"../config.json"'),
        lambda text: text.replace('"format": 1', '"format": 2'),
        lambda text: text.replace("200080", "-1"),
    ],
)
def test_a_broken_lock_file_is_as_good_as_none(fake: FakeHub, hub: Hub, model: InstalledModel, damage) -> None:
    text = lock().read_text()
    assert damage(text) != text
    lock().write_text(damage(text))
    assert installed() == []
    fake.requests.clear()
    assert download(hub, TINY) == model.folder
    assert len(fake.requests) == 1
    assert installed() == [model]


def test_a_copy_of_a_lock_file_is_no_second_model(model: InstalledModel) -> None:
    lock().with_name("copy.json").write_text(lock().read_text())
    assert installed() == [model]


def test_a_lock_file_that_is_a_folder(home: Path) -> None:
    lock().mkdir(parents=True)
    assert installed() == []


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
@pytest.mark.parametrize("harm", ["gone", "short", "dangling"])
def test_a_model_with_a_file_missing_is_not_offered_until_it_is_back(
    fake: FakeHub, hub: Hub, model: InstalledModel, name: str, harm: str
) -> None:
    path = model.folder / name
    if harm == "gone":
        path.unlink()
    elif harm == "short":
        path.write_bytes(path.read_bytes()[:-1])
    else:
        path.resolve().unlink()
    assert installed() == []
    fake.requests.clear()
    assert download(hub, TINY)
    assert installed() == [model]
    assert {request.path for request in fake.asked("/resolve/")} <= {f"/{TINY}/resolve/{model.commit}/{name}"}


def test_a_check_of_what_is_sound(model: InstalledModel) -> None:
    told: list[tuple[int, int]] = []
    assert check(model, progress=lambda *numbers: told.append(numbers)) == ()
    assert told[-1] == (model.size, model.size)
    assert installed() == [model]


def test_a_check_finds_one_wrong_bit_and_a_download_repairs_it_alone(
    fake: FakeHub, hub: Hub, model: InstalledModel
) -> None:
    path = model.folder / "model.safetensors"
    data = bytearray(path.read_bytes())
    data[1000] ^= 1
    path.write_bytes(data)
    assert installed() == [model]  # by its size nothing is wrong
    assert check(model) == ("model.safetensors",)
    assert installed() == []
    fake.requests.clear()
    assert download(hub, TINY)
    assert check(model) == ()
    assert [request.path.rpartition("/")[2] for request in fake.asked("/resolve/")] == ["model.safetensors"]


def test_a_check_can_be_cancelled(model: InstalledModel) -> None:
    cancelled = Event()
    cancelled.set()
    assert check(model, cancelled=cancelled) is None
    assert installed() == [model]
