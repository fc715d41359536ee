"""Which hub is asked, through which proxy, and who gets the user's token."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from huggingface_hub import close_session, constants

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.models.download import download
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import installed
from sparc_desktop.models.repository import resolve
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import QUICK, TINY, asking


@pytest.fixture(autouse=True)
def no_proxy_left(home: Path) -> Iterator[None]:
    yield
    Hub.open("http://127.0.0.1:1")


def failure(hub: Hub) -> Failure:
    with pytest.raises(ExpectedError) as caught:
        download(hub, TINY)
    return caught.value.failure


def test_by_default_it_is_the_one_of_the_environment(
    fake: FakeHub, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", fake.url)
    hub = Hub.open()
    assert resolve(hub, TINY).commit == fake.commit(TINY)
    assert hub.cache == home / "hf" / "hub"


def test_a_mirror_of_the_users(fake: FakeHub) -> None:
    assert resolve(Hub.open(fake.url + "/"), TINY).commit == fake.commit(TINY)


@pytest.mark.parametrize("address", ["huggingface.co", "ftp://huggingface.co", "https://", "file:///etc/passwd", "x"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        Hub.open(address)
    assert caught.value.failure.code == Code.HUB_UNREACHABLE


def test_a_proxy_of_the_users(fake: FakeHub) -> None:
    assert resolve(Hub.open("http://hub.invalid", proxy=fake.url), TINY).commit == fake.commit(TINY)
    assert fake.requests[0].headers["Host"] == "hub.invalid"


def test_a_proxy_of_the_environment(fake: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", fake.url)
    close_session()
    assert resolve(Hub.open("http://hub.invalid"), TINY).commit == fake.commit(TINY)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "gopher://127.0.0.1:1", "http://127.0.0.1:1"])
def test_a_proxy_that_is_no_use(proxy: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        resolve(Hub.open("http://hub.invalid", proxy=proxy), TINY)
    assert caught.value.failure.code == Code.HUB_UNREACHABLE
    assert "proxy" in caught.value.failure.params["reason"] or "refused" in caught.value.failure.params["reason"]


def test_certificates_that_are_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(home / "none.pem"))
    close_session()
    with pytest.raises(ExpectedError) as caught:
        resolve(Hub.open("https://127.0.0.1:1"), TINY)
    assert caught.value.failure.code == Code.HUB_UNREACHABLE
    assert "certificates" in caught.value.failure.params["reason"]


def test_offline_by_the_users_wish_nothing_is_asked(fake: FakeHub, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert failure(hub) == Failure(Code.HUB_UNREACHABLE, {"path": "127.0.0.1", "reason": "HF_HUB_OFFLINE forbids it"})
    assert fake.requests == []


@pytest.fixture
def opened(fake: FakeHub, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The fake one, named by the environment."""
    monkeypatch.setenv("HF_ENDPOINT", fake.url)
    return replace(Hub.open(fake.url), patience=QUICK)


def test_a_model_behind_a_licence(fake: FakeHub, opened: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.gated[TINY], _ = "hf_accepted", fake.tokens.add("hf_other")
    assert resolve(opened, TINY).gated  # its size can be told all the same
    gated = Failure(Code.MODEL_GATED, {"label": TINY, "path": f"{fake.url}/{TINY}"})
    assert failure(opened) == gated
    monkeypatch.setenv("HF_TOKEN", "hf_other")
    assert failure(Hub.open(fake.url)) == gated
    monkeypatch.setenv("HF_TOKEN", "hf_accepted")
    assert download(Hub.open(fake.url), TINY)
    assert fake.asked("/store/")
    assert all("Authorization" not in request.headers for request in fake.asked("/store/"))


def test_a_private_model(fake: FakeHub, opened: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.private[TINY], _ = "hf_mine", fake.tokens.add("hf_other")
    assert failure(opened).code == Code.MODEL_UNKNOWN
    monkeypatch.setenv("HF_TOKEN", "hf_other")
    assert failure(Hub.open(fake.url)).code == Code.MODEL_UNKNOWN
    monkeypatch.setenv("HF_TOKEN", "hf_mine")
    assert download(Hub.open(fake.url), TINY)


def test_a_token_that_is_no_longer_good(opened: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_expired")
    assert failure(Hub.open(opened.endpoint)) == Failure(Code.TOKEN_REFUSED, {"path": "127.0.0.1"})


@pytest.mark.parametrize(
    ("endpoint", "named", "sends"),
    [
        ("https://huggingface.co", "", True),
        ("https://huggingface.co", "https://hf-mirror.com", True),
        ("http://huggingface.co", "http://huggingface.co", False),  # never unencrypted
        ("https://hf-mirror.com", "", False),
        ("https://hf-mirror.com", "https://other.com", False),
        ("https://hf-mirror.com", "https://hf-mirror.com/", True),  # the environment names both
        ("http://mirror.lan", "http://mirror.lan", False),
        ("http://localhost:8000", "http://localhost:8000", True),
        ("https://huggingface.co.evil.com", "", False),
        ("https://huggingface.co@evil.com", "", False),
    ],
)
def test_the_token_is_for_whom_it_was_made(
    monkeypatch: pytest.MonkeyPatch, endpoint: str, named: str, sends: bool
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    monkeypatch.setenv("HF_ENDPOINT", named)
    hub = Hub.open(endpoint)
    assert hub.sends_token == sends
    assert hub.headers().get("Authorization") == ("Bearer hf_secret" if sends else None)


def test_the_login_of_the_hubs_own_command_is_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "hf").mkdir()
    (home / "hf" / "token").write_text("hf_login\n")
    assert Hub.open("https://huggingface.co").headers()["Authorization"] == "Bearer hf_login"
    monkeypatch.setenv("HF_ENDPOINT", "https://hf-mirror.com")
    assert "Authorization" not in Hub.open("https://hf-mirror.com").headers()


def test_neither_token_nor_signed_address_is_logged_or_kept(
    fake: FakeHub, opened: Hub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    fake.gated[TINY] = "hf_accepted"
    monkeypatch.setenv("HF_TOKEN", "hf_accepted")
    fake.fails("/store/", status=503)
    hub = replace(Hub.open(fake.url), patience=QUICK)
    assert download(hub, TINY)
    (model,) = installed()
    for text in (caplog.text, repr(hub), json.dumps(repr(model))):
        assert "hf_accepted" not in text
        assert "signature=" not in text
    assert "503" in caplog.text


def test_who_asks_is_told_and_nothing_more(fake: FakeHub, home: Path) -> None:
    hub = asking(fake.url, home)
    download(hub, TINY)
    assert all("torch" not in request.headers["User-Agent"] for request in fake.requests)
    assert {request.path.split("/")[1] for request in fake.requests} == {"api", "org", "store"}
    assert [request.path for request in fake.asked("/api/")] == [f"/api/models/{TINY}/revision/main"]
