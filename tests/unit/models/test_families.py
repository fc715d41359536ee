"""Models of every family on their way from a hub to a description: the files that are fetched are all they need."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.events import Event, Finished
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.architecture import reason_against
from sparc_desktop.engine.engine import Engine
from sparc_desktop.models.download import download
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import installed
from sparc_desktop.resources import assets
from sparc_desktop.sparc import config as settings
from tests.support.fake_hub import FakeHub
from tests.support.family_folders import FAMILIES, save_family

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # in glm4v's processor


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Matrices this small are slower on two."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_comes_from_the_hub_and_describes(
    family: str, fake: FakeHub, hub: Hub, home: Path, monkeypatch: pytest.MonkeyPatch, one_thread: None
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setitem(settings.PUBLISHED_TAU, family, 0.3)  # or each would be calibrated first
    save_family(fake.folder / "org" / family, family)
    folder = download(hub, f"org/{family}", refusal=reason_against)
    assert folder
    events: list[Event] = []
    engine = Engine(folder, events.append, "nf4")
    engine.describe(Request(1, capture_file(assets() / "checks" / "sign.png"), 5), events.append, lambda: False)
    assert isinstance(events[-1], Finished), events[-1]
    assert events[-1].sparc
    assert engine.loaded.choice.format == "nf4"


@pytest.mark.parametrize("kind", ["bert", "abacus", None])
def test_an_architecture_that_can_not_describe_is_refused_before_its_weights(
    kind: str | None, fake: FakeHub, hub: Hub
) -> None:
    folder = save_family(fake.folder / "org" / "other", "llava")
    config = json.loads((folder / "config.json").read_text()) | {"model_type": kind}
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(ExpectedError) as refused:
        download(hub, "org/other", refusal=reason_against)
    assert refused.value.failure.code == Code.MODEL_UNSUPPORTED
    assert refused.value.failure.params["reason"]
    assert installed() == []
    assert not fake.asked("safetensors")
