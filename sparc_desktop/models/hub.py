"""The hub: where models are asked for, where they are kept, and whether the user's token may be sent there.

All of it is what other programs of huggingface_hub go by, too: the environment (HF_ENDPOINT, HF_HUB_CACHE, HF_TOKEN,
HF_HUB_OFFLINE, the proxies), the login of `hf auth login`, one cache for all. The library is imported on first use: a
window that only asks what is installed needs none of it.
"""

import ipaddress
import logging
import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from sparc_desktop import __version__
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.translation import translate

if TYPE_CHECKING:
    import httpx2

log = logging.getLogger(__name__)

OFFICIAL = "huggingface.co"
_proxy: str | None = None  # what the library's session was made with: one for the whole process


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the network is waited for, in seconds, and how often it may fail."""

    connect: float = 10.0  # a mobile network needs some seconds; nobody answers later
    silence: float = 20.0  # between two pieces: lines recover from shorter gaps by themselves
    failures: int = 6  # in a row, with nothing new between them
    first_wait: float = 1.0  # between two tries; doubles each time
    longest_wait: float = 60.0  # whatever the server asks for: a user can't tell a longer one from a hang


@dataclass(frozen=True, slots=True)
class Hub:
    """One hub and the cache on this machine; `endpoint` is its address without a slash at the end."""

    endpoint: str
    cache: Path
    sends_token: bool = False
    patience: Patience = field(default=Patience())

    @classmethod
    def open(cls, endpoint: str | None = None, *, proxy: str | None = None) -> "Hub":
        """The hub at this address, or else that of the environment; nothing is sent yet.

        `proxy`: the address of one for all requests, such as http://proxy:3128; without, the environment or the system
        decides. Raises ExpectedError: HUB_UNREACHABLE where an address can't be one.
        """
        constants = _constants()
        asked = (endpoint or constants.ENDPOINT).rstrip("/")
        hub = cls(asked, Path(constants.HF_HUB_CACHE).expanduser().absolute(), _may_have_token(asked))
        if urlsplit(asked).scheme not in ("http", "https") or not urlsplit(asked).hostname:
            raise hub.unreachable(translate("Models", "the address must begin with https://"))
        _use_proxy(hub, proxy)
        return hub

    @property
    def name(self) -> str:
        """The hub as people call it: huggingface.co."""
        return urlsplit(self.endpoint).hostname or self.endpoint

    def page(self, model: str) -> str:
        """Where people read about a model."""
        return f"{self.endpoint}/{model}"

    def address(self, model: str, commit: str, file: str) -> str:
        """Where a file is; it answers with the file or redirects to where it lies."""
        return f"{self.endpoint}/{model}/resolve/{commit}/{quote(file)}"

    def token(self) -> str | None:
        """The user's, where it may be sent; may ask the network for a fresh one."""
        from huggingface_hub import get_token

        try:
            return get_token() if self.sends_token else None
        except Exception as error:  # a login that is broken in whatever way: what is public can be had without
            log.warning("no token can be had: %s", type(error).__name__)
            return None

    def headers(self) -> dict[str, str]:
        """Who is asking; may ask the network for a fresh token."""
        token = self.token()
        return {"User-Agent": f"sparc-desktop/{__version__}"} | ({"Authorization": f"Bearer {token}"} if token else {})

    def session(self) -> "httpx2.Client":
        """What sends requests; each must bring its own time limits. Raises ExpectedError: HUB_UNREACHABLE."""
        from huggingface_hub import get_session

        if _constants().is_offline_mode():
            raise self.unreachable(translate("Models", "HF_HUB_OFFLINE forbids it"))
        try:
            return get_session()
        except (ImportError, ValueError) as error:  # SOCKS without the package for it; no address at all
            raise self.unreachable(translate("Models", "the proxy can't be used")) from error
        except OSError as error:  # SSL_CERT_FILE names what is none
            raise self.unreachable(translate("Models", "the certificates can't be read")) from error

    def unreachable(self, reason: str) -> ExpectedError:
        """To be raised."""
        return ExpectedError(Code.HUB_UNREACHABLE, path=self.name, reason=reason)


def _constants() -> ModuleType:
    """The library's, as the environment has set them, but for what is nobody's business."""
    from huggingface_hub import constants

    constants.HF_HUB_DISABLE_TELEMETRY = True  # else a request of its own tells what asks, from which surroundings
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # it would log addresses that carry signatures
    return constants


def _may_have_token(endpoint: str) -> bool:
    """The login is for huggingface.co. Another hub gets a token only where the environment names that hub and one."""
    parts = urlsplit(endpoint)
    if parts.hostname == OFFICIAL:
        return parts.scheme == "https"
    meant = endpoint == os.environ.get("HF_ENDPOINT", "").rstrip("/") and bool(os.environ.get("HF_TOKEN"))
    return meant and (parts.scheme == "https" or _is_here(parts.hostname or ""))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _use_proxy(hub: Hub, proxy: str | None) -> None:
    """Have the library make another session, where the proxy is another: a session keeps its own."""
    global _proxy
    if proxy == _proxy:
        return
    import httpx2
    from huggingface_hub import set_client_factory

    set_client_factory(partial(httpx2.Client, proxy=proxy, follow_redirects=True, timeout=hub.patience.silence))
    _proxy = proxy
