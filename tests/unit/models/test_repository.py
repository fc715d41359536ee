"""What a model consists of, as the hub tells it: sizes first, and nothing that could be harmful."""

import json
from pathlib import Path
from threading import Event, Thread

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.interruption import CancelError
from sparc_desktop.models.repository import resolve
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import INDEX, TINY, asking, write_model


def refusal(hub: Hub, id: str = TINY, revision: str = "main") -> Code:
    with pytest.raises(ExpectedError) as caught:
        resolve(hub, id, revision)
    return caught.value.failure.code


def names(hub: Hub) -> list[str]:
    return [file.name for file in resolve(hub, TINY).files]


def test_the_size_is_known_before_anything_is_fetched_or_written(fake: FakeHub, hub: Hub) -> None:
    found = resolve(hub, TINY)
    assert found.commit == fake.commit(TINY)
    assert found.size == sum(path.stat().st_size for path in (fake.folder / TINY).iterdir()) > 200_000
    (weights,) = (file for file in found.files if file.sha256)
    assert weights.sha256 == fake.files(TINY)["model.safetensors"].sha256
    assert len(fake.requests) == 1
    assert not hub.cache.exists()


def test_only_what_the_model_needs_is_wanted(fake: FakeHub, hub: Hub) -> None:
    folder = fake.folder / TINY
    write_model(folder, shards=2)
    unwanted = [
        *("README.md", "modeling.py", "pytorch_model.bin", "pytorch_model.bin.index.json", ".gitattributes"),
        *("consolidated.safetensors", "adapter_model.safetensors", "model.fp16-00001-of-00001.safetensors"),
        *("onnx/model.onnx", "onnx/config.json", "original/model.safetensors", "trainer_state.json", "a b.json"),
    ]
    (folder / "model.safetensors").unlink()
    for name in unwanted:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    (folder / "tokenizer.model").write_bytes(b"x")
    (folder / "merges.txt").write_bytes(b"x")
    shards = [f"model-0000{number}-of-00002.safetensors" for number in (1, 2)]
    beside = ["chat_template.jinja", "config.json", "merges.txt", "tokenizer.json", "tokenizer.model"]
    assert names(hub) == [*beside, INDEX, *shards]


def test_of_weights_that_are_there_twice_the_whole_file_is_taken(fake: FakeHub, hub: Hub) -> None:
    write_model(fake.folder / TINY, shards=2)
    assert [name for name in names(hub) if "safetensors" in name] == ["model.safetensors"]


@pytest.mark.parametrize("left", ["pytorch_model.bin", "consolidated.safetensors", "adapter_model.safetensors", INDEX])
def test_a_model_without_safe_weights_is_refused(fake: FakeHub, hub: Hub, left: str) -> None:
    (fake.folder / TINY / "model.safetensors").rename(fake.folder / TINY / left)
    assert refusal(hub) == Code.MODEL_NOT_SAFE


def test_a_model_without_its_configuration_is_refused(fake: FakeHub, hub: Hub) -> None:
    (fake.folder / TINY / "config.json").unlink()
    assert refusal(hub) == Code.MODEL_INCOMPLETE


def test_a_name_that_is_not_there(hub: Hub) -> None:
    assert refusal(hub, "org/none") == Code.MODEL_UNKNOWN
    assert refusal(hub, revision="v9") == Code.REVISION_UNKNOWN


@pytest.mark.parametrize(
    "id",
    [
        "",
        "../../etc",
        "a/b/c",
        "/a",
        "a/",
        "org/tiny?x=1",
        "org/ti--ny",
        "org/../tiny",
        "org/tiny.git",
        "org/tiny-",
        "a" * 97,
    ],
)
def test_what_can_be_no_name_is_not_even_asked_for(fake: FakeHub, hub: Hub, id: str) -> None:
    assert refusal(hub, id) == Code.MODEL_MISNAMED
    assert fake.requests == []


@pytest.mark.parametrize("revision", ["", "../main", "a//b", "a/../b", "-x"])
def test_what_can_be_no_revision_is_not_even_asked_for(fake: FakeHub, hub: Hub, revision: str) -> None:
    assert refusal(hub, revision=revision) == Code.REVISION_UNKNOWN
    assert fake.requests == []


def answer(fake: FakeHub, **changes: object) -> bytes:
    """What a hub would say, with changes in what it says of the weights."""
    file = fake.files(TINY)["model.safetensors"]
    weights = {"rfilename": "model.safetensors", "size": file.size, "blobId": file.sha1} | changes
    config = {"rfilename": "config.json", "size": 2, "blobId": file.sha1}
    return json.dumps({"id": TINY, "sha": "0" * 40, "siblings": [config, weights]}).encode()


def test_such_an_answer_is_understood(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/api/", page=answer(fake))
    assert names(hub) == ["config.json", "model.safetensors"]


@pytest.mark.parametrize(
    "changes",
    [
        *({"size": size} for size in (None, -1, 2**60, "x", 1.5)),
        *({"blobId": sha1} for sha1 in (None, "../../../etc/passwd", "0" * 39, 7)),
        *({"lfs": lfs} for lfs in ({"sha256": "../x", "size": 1, "pointerSize": 1}, {"size": 1}, "x")),
    ],
)
def test_an_answer_with_impossible_values_is_refused(fake: FakeHub, hub: Hub, changes: dict[str, object]) -> None:
    fake.fails("/api/", page=answer(fake, **changes))
    assert refusal(hub) == Code.HUB_STRANGE


@pytest.mark.parametrize("page", [b"<html>Log in to this network</html>", b"[]", b"{}", b"7", b"\xff", b"[" * 100_000])
def test_what_is_no_hub_is_told_so(fake: FakeHub, hub: Hub, page: bytes) -> None:
    fake.fails("/api/", page=page)
    assert refusal(hub) == Code.HUB_STRANGE


@pytest.mark.parametrize(
    ("status", "code", "requests"),
    [(403, Code.HUB_REFUSED, 1), (451, Code.HUB_REFUSED, 1), (429, Code.HUB_BUSY, 3), (500, Code.HUB_BUSY, 3)],
)
def test_a_hub_that_will_not(fake: FakeHub, hub: Hub, status: int, code: Code, requests: int) -> None:
    fake.fails("/api/", times=9, status=status)
    assert refusal(hub) == code
    assert len(fake.requests) == requests


def test_a_hub_that_recovers(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/api/", times=2, status=503)
    assert resolve(hub, TINY).commit == fake.commit(TINY)


def test_a_hub_that_is_not_there_is_told_at_once(fake: FakeHub, home: Path) -> None:
    with pytest.raises(ExpectedError) as caught:
        resolve(asking("http://127.0.0.1:1", home), TINY)
    assert caught.value.failure.code == Code.HUB_UNREACHABLE
    assert caught.value.failure.params == {"path": "127.0.0.1", "reason": "Connection refused"}


def test_a_silent_hub_is_left_at_once(fake: FakeHub, hub: Hub) -> None:
    silence, cancelled = fake.fails("/api/", stall_after=0), Event()
    Thread(target=lambda: silence.reached.wait() and cancelled.set()).start()
    with pytest.raises(CancelError):
        resolve(hub, TINY, cancelled=cancelled)
    assert not silence.release.is_set()


def test_an_answer_is_waited_for_as_long_as_the_server_asks_and_no_longer(fake: FakeHub, home: Path) -> None:
    class Waited(Event):
        waits: list[float] = []  # noqa: RUF012

        def wait(self, timeout: float | None = None) -> bool:
            self.waits.append(timeout or 0)
            return False

    hub = Hub(fake.url, home)
    fake.fails("/api/", status=429, headers={"Retry-After": "7"})
    fake.fails("/api/", status=429, headers={"RateLimit": '"api";r=0;t=12'})
    fake.fails("/api/", status=503)
    fake.fails("/api/", status=429, headers={"Retry-After": "86400"})
    fake.fails("/api/", status=503, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"})
    resolve(hub, TINY, cancelled=Waited())
    assert Waited.waits == [7, 12, 4, 60, 16]
