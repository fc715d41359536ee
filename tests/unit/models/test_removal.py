"""A model taken off the disk: it, all of it, and nothing else."""

from pathlib import Path
from threading import Event, Thread

import huggingface_hub
import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.download import download
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import installed, locked_model
from sparc_desktop.models.removal import discard, remove
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import TINY, write_model


def room(folder: Path) -> int:
    """Bytes of all files below it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def refusal(id: str) -> Code:
    with pytest.raises(ExpectedError) as caught:
        remove(id)
    return caught.value.failure.code


def theirs(fake: FakeHub, hub: Hub) -> Path:
    """What another program has fetched."""
    return Path(huggingface_hub.snapshot_download(TINY, cache_dir=hub.cache, endpoint=fake.url, token=False))


def test_it_frees_what_it_says(fake: FakeHub, hub: Hub) -> None:
    write_model(fake.folder / "org/other", seed=5)
    download(hub, TINY)
    download(hub, "org/other")
    before, (model, _) = room(hub.cache), sorted(installed(), key=lambda model: model.id != TINY)
    freed = remove(TINY)
    assert freed == model.size
    assert abs(before - room(hub.cache) - freed) <= 40  # the note of what main was
    assert [model.id for model in installed()] == ["org/other"]
    assert not ModelFolder(hub.cache, TINY).path.exists()
    assert refusal(TINY) == Code.MODEL_NOT_INSTALLED


def test_what_other_programs_have_of_it_stays(fake: FakeHub, hub: Hub) -> None:
    their = theirs(fake, hub)
    write_model(fake.folder / TINY, hidden_size=64)  # the same weights with another configuration
    folder = download(hub, TINY)
    assert folder != their
    config = fake.files(TINY)["config.json"].size
    assert remove(TINY) == config
    assert not folder.exists()
    assert (their / "model.safetensors").read_bytes() == (fake.folder / TINY / "model.safetensors").read_bytes()
    assert (their / "config.json").is_file()


def test_versions_that_it_had_before_go_too(fake: FakeHub, hub: Hub) -> None:
    old = download(hub, TINY)
    write_model(fake.folder / TINY, seed=1)
    new = download(hub, TINY)
    assert old
    assert new
    assert old.exists()
    assert remove(TINY) > 400_000
    assert not old.exists()
    assert not new.exists()


def test_what_is_gone_already_is_no_error(hub: Hub) -> None:
    download(hub, TINY)
    huggingface_hub.scan_cache_dir(hub.cache).delete_revisions(installed()[0].commit).execute()
    assert installed() == []
    assert remove(TINY) == 0
    assert locked_model(TINY) is None


@pytest.mark.parametrize("id", ["org/none", "", "../../etc/passwd"])
def test_what_is_not_installed(home: Path, id: str) -> None:
    assert refusal(id) == Code.MODEL_NOT_INSTALLED


def test_what_can_not_be_removed_is_told_and_can_be_tried_again(hub: Hub) -> None:
    folder = download(hub, TINY)
    assert folder
    stale = ModelFolder(hub.cache, TINY).path / "refs" / "stale"  # as other programs leave it: the library gives up
    stale.write_text("0" * 40)
    assert refusal(TINY) == Code.MODEL_UNREMOVABLE
    stale.unlink()
    assert remove(TINY) > 0
    assert not folder.exists()


def test_while_it_is_being_downloaded_it_is_left_alone(fake: FakeHub, hub: Hub) -> None:
    download(hub, TINY)
    installed_size = installed()[0].size
    write_model(fake.folder / TINY, seed=1)
    fault, cancelled = fake.fails("/store/", stall_after=70_000), Event()
    running = Thread(target=download, args=(hub, TINY), kwargs={"cancelled": cancelled})
    running.start()
    assert fault.reached.wait(20)
    assert refusal(TINY) == Code.MODEL_BUSY
    with pytest.raises(ExpectedError):
        discard(hub, TINY)
    assert len(installed()) == 1
    cancelled.set()
    running.join()
    before = room(ModelFolder(hub.cache, TINY).path / "blobs")
    assert remove(TINY) == before > installed_size  # what had come of the new one, too
    assert not ModelFolder(hub.cache, TINY).path.exists()


def test_what_an_unfinished_download_has_left(fake: FakeHub, hub: Hub) -> None:
    fault, cancelled = fake.fails("/store/", stall_after=70_000), Event()
    Thread(target=lambda: fault.reached.wait() and cancelled.set()).start()
    assert download(hub, TINY, cancelled=cancelled) is None
    left = room(ModelFolder(hub.cache, TINY).path)
    assert left > 0
    assert discard(hub, TINY) == left
    assert not ModelFolder(hub.cache, TINY).path.exists()
    assert discard(hub, TINY) == 0
