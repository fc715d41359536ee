"""A model downloaded whole: what is on the disk then, for this program and for others, and what is refused before."""

import json
from dataclasses import replace
from pathlib import Path

import huggingface_hub
import pytest
from huggingface_hub import constants

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.models import room
from sparc_desktop.models.download import download, missing
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.inspection import Refusal, anything_goes
from sparc_desktop.models.lock import installed, lock_folder
from sparc_desktop.models.repository import resolve
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import INDEX, TINY, write_json, write_model


def fetched(hub: Hub, revision: str = "main") -> Path:
    folder = download(hub, TINY, revision)
    assert folder
    return folder


def failure(hub: Hub, revision: str = "main", refusal: Refusal = anything_goes) -> Failure:
    with pytest.raises(ExpectedError) as caught:
        download(hub, TINY, revision, refusal=refusal)
    assert installed() == []
    return caught.value.failure


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_is_there_and_offered(fake: FakeHub, hub: Hub) -> None:
    told: list[tuple[int, int]] = []
    size = resolve(hub, TINY).size
    folder = download(hub, TINY, progress=lambda done, total: told.append((done, total)))
    assert folder
    assert contents(folder) == contents(fake.folder / TINY)
    (model,) = installed()
    assert (model.id, model.commit, model.folder, model.size) == (TINY, fake.commit(TINY), folder, size)
    assert model.endpoint == fake.url
    assert told[-1] == (size, size)
    assert told == sorted(told)
    assert missing(hub, resolve(hub, TINY)) == 0


def test_nothing_else_is_asked_for_and_each_file_once(fake: FakeHub, hub: Hub) -> None:
    fetched(hub)
    small = ("chat_template.jinja", "config.json", "tokenizer.json")
    weights = fake.files(TINY)["model.safetensors"].sha256
    assert [request.path for request in fake.requests] == [
        f"/api/models/{TINY}/revision/main",
        *(f"/{TINY}/resolve/{fake.commit(TINY)}/{name}" for name in (*small, "model.safetensors")),
        f"/store/{weights}",
    ]


def test_programs_of_the_hub_library_find_it_too(hub: Hub) -> None:
    folder = fetched(hub)
    assert huggingface_hub.try_to_load_from_cache(TINY, "config.json", hub.cache) == str(folder / "config.json")
    assert huggingface_hub.snapshot_download(TINY, cache_dir=hub.cache, local_files_only=True) == str(folder)
    (repository,) = huggingface_hub.scan_cache_dir(hub.cache).repos
    assert repository.size_on_disk == sum(len(data) for data in contents(folder).values())
    assert [*repository.refs] == ["main"]


def test_what_programs_of_the_hub_library_have_fetched_is_not_fetched_again(fake: FakeHub, hub: Hub) -> None:
    theirs = huggingface_hub.snapshot_download(TINY, cache_dir=hub.cache, endpoint=fake.url, token=False)
    fake.requests.clear()
    assert str(fetched(hub)) == theirs
    assert [request.path for request in fake.requests] == [f"/api/models/{TINY}/revision/main"]
    assert installed()


def test_a_damaged_file_in_the_cache_is_replaced(fake: FakeHub, hub: Hub) -> None:
    theirs = Path(huggingface_hub.snapshot_download(TINY, cache_dir=hub.cache, endpoint=fake.url, token=False))
    weights = (theirs / "model.safetensors").resolve()
    weights.write_bytes(bytes(weights.stat().st_size))
    assert contents(fetched(hub)) == contents(fake.folder / TINY)
    assert contents(theirs) == contents(fake.folder / TINY)


def test_an_installed_commit_needs_no_network(fake: FakeHub, hub: Hub) -> None:
    folder = fetched(hub)
    fake.requests.clear()
    assert fetched(hub, fake.commit(TINY)) == folder
    assert fake.requests == []


def test_a_new_version_is_another_commit_and_shares_what_is_the_same(fake: FakeHub, hub: Hub) -> None:
    old = fetched(hub)
    write_model(fake.folder / TINY, seed=0, hidden_size=64)
    assert [model.folder for model in installed()] == [old]  # pinned: nothing changes by itself
    fake.requests.clear()
    new = fetched(hub)
    assert new != old
    assert [model.folder for model in installed()] == [new]
    assert json.loads((new / "config.json").read_text())["hidden_size"] == 64
    assert not fake.asked("model.safetensors")


def test_a_model_in_the_cache_of_before_is_used_there(fake: FakeHub, hub: Hub, home: Path) -> None:
    folder = fetched(hub)
    moved = replace(hub, cache=home / "elsewhere")
    assert fetched(moved) == folder
    write_model(fake.folder / TINY, seed=1)
    assert home / "elsewhere" in fetched(moved).parents
    assert [model.former for model in installed()] == [()]


def test_weights_in_shards(fake: FakeHub, hub: Hub) -> None:
    (fake.folder / TINY / "model.safetensors").unlink()
    write_model(fake.folder / TINY, shards=3)
    assert contents(fetched(hub)) == contents(fake.folder / TINY)


@pytest.mark.parametrize("has_links", [True, False])
def test_files_that_are_the_same(fake: FakeHub, hub: Hub, monkeypatch: pytest.MonkeyPatch, has_links: bool) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_SYMLINKS", not has_links)
    (fake.folder / TINY / "a.json").write_bytes((fake.folder / TINY / "config.json").read_bytes())
    (fake.folder / TINY / "empty.txt").touch()
    (fake.folder / TINY / "also_empty.txt").touch()
    folder = fetched(hub)
    assert contents(folder) == contents(fake.folder / TINY)
    assert (folder / "config.json").is_symlink() == has_links
    assert has_links == bool([*folder.parent.parent.glob("blobs/*")])  # nothing takes its room twice
    (lock_folder() / "org--tiny.json").unlink()
    fake.requests.clear()
    assert fetched(hub) == folder
    assert len(fake.requests) == 1


def test_code_is_never_fetched_and_a_model_that_needs_it_is_refused_before_its_weights(fake: FakeHub, hub: Hub) -> None:
    (fake.folder / TINY / "modeling_evil.py").write_text("raise SystemExit")
    write_model(fake.folder / TINY, auto_map={"AutoModel": "modeling_evil.Evil"})
    assert failure(hub, refusal=lambda config: "unknown") == Failure(Code.MODEL_NEEDS_CODE, {"label": TINY})
    assert not fake.asked(".py")
    assert not fake.asked("model.safetensors")
    write_model(fake.folder / TINY)
    assert "modeling_evil.py" not in contents(fetched(hub))


@pytest.mark.parametrize(
    ("index", "told"),
    [
        ({"weight_map": {"a": "model-00003-of-00003.safetensors"}}, "model-00003-of-00003.safetensors"),
        ({"weight_map": {"a": "../../secret"}}, INDEX),
        ({"weight_map": {"a": 7}}, INDEX),
        ({"weight_map": {}}, INDEX),
        ({}, INDEX),
        ([], INDEX),
    ],
)
def test_an_index_that_names_what_is_not_there(fake: FakeHub, hub: Hub, index: object, told: str) -> None:
    (fake.folder / TINY / "model.safetensors").unlink()
    write_model(fake.folder / TINY, shards=2)
    write_json(fake.folder / TINY / INDEX, index)
    assert failure(hub) == Failure(Code.MODEL_INCOMPLETE, {"label": TINY, "path": told})
    assert not fake.asked("of-00002.safetensors")


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000])
def test_a_configuration_that_is_none(fake: FakeHub, hub: Hub, text: str) -> None:
    (fake.folder / TINY / "config.json").write_text(text)
    assert failure(hub) == Failure(Code.MODEL_INCOMPLETE, {"label": TINY, "path": "config.json"})


def test_too_little_room_is_told_before_anything_is_fetched(
    fake: FakeHub, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MARGIN", 10**18)
    told = failure(hub)
    assert told.code == Code.DISK_FULL
    assert told.params["megabytes"] == str(10**12 + 1)
    assert 0 <= int(told.params["free"]) < 10**9
    assert not fake.asked("/resolve/")


def test_what_is_there_already_needs_no_room(fake: FakeHub, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    huggingface_hub.snapshot_download(TINY, cache_dir=hub.cache, endpoint=fake.url, token=False)
    monkeypatch.setattr(room, "MARGIN", 10**18)
    assert fetched(hub)


def test_a_cache_that_can_not_be_written(hub: Hub) -> None:
    hub.cache.parent.mkdir()
    hub.cache.write_text("a file in its place")
    told = failure(hub)
    assert told.code == Code.MODELS_UNWRITABLE
    assert told.params["path"] == str(hub.cache)


def test_a_data_folder_that_can_not_be_written(hub: Hub) -> None:
    lock_folder().parent.mkdir(parents=True)
    lock_folder().write_text("a file in its place")
    told = failure(hub)
    assert told.code == Code.MODELS_UNWRITABLE
    assert told.params["path"] == str(lock_folder())
