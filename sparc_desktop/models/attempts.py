"""Trying again: what a hub or a line may get over is waited for, all else is told at once.

A try that has brought something new starts the count anew, so a poor line may break as often as it likes while it gets
on. A hub that can't be reached from the start is told at once, too: nothing is lost by it, and the user is there.
"""

import logging
import re
from collections.abc import Callable
from http import HTTPStatus
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.interruption import check_cancel

if TYPE_CHECKING:
    import httpx2

log = logging.getLogger(__name__)

PASSING = frozenset({408, 429, 500, 502, 503, 504})
LONGEST_REASON = 200  # characters of what the system says

Result = TypeVar("Result")


class RefusedError(Exception):
    """The hub has answered, but not with what it was asked for."""

    def __init__(self, response: "httpx2.Response", file: str = "") -> None:
        super().__init__(response.status_code)
        self.status, self.file = response.status_code, file
        asked = (response.history or [response])[0].request  # a token goes no further than to the hub itself
        self.had_token = "Authorization" in asked.headers
        self.code = response.headers.get("X-Error-Code", "")
        self.wait = _wait(response.headers.get("Retry-After", ""), response.headers.get("RateLimit", ""))


class Attempts:
    """The tries at one model; one object serves all its requests."""

    def __init__(self, hub: Hub, model: str, cancelled: Event, revision: str = "") -> None:
        self._hub, self._model, self._revision, self._cancelled = hub, model, revision, cancelled
        self._failed, self._is_answered = 0, False

    def advanced(self) -> None:
        """Something new has come."""
        self._failed, self._is_answered = 0, True

    def persist(self, work: Callable[[], Result]) -> Result:
        """What `work` returns, in as many tries as it takes; raises ExpectedError, CancelError, OSError."""
        import httpx2

        while True:
            try:
                result = work()
                self.advanced()
                return result
            except RefusedError as error:
                self._is_answered = True
                if error.status not in PASSING or not self._wait(error, error.wait):
                    raise self._refused(error) from error
            except (httpx2.RequestError, httpx2.InvalidURL) as error:
                is_absent = isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout) and not self._is_answered
                if is_absent or not self._wait(error, None):
                    raise self._hub.unreachable(_reason(error)) from error

    def _wait(self, error: Exception, asked: float | None) -> bool:
        """Is there to be another try? Then it is time for it."""
        check_cancel(self._cancelled)
        self._failed += 1
        patience = self._hub.patience
        if self._failed >= patience.failures:
            return False
        seconds = patience.first_wait * 2.0 ** (self._failed - 1) if asked is None else asked
        log.info(
            "try %d at a model has failed: %s %s", self._failed, type(error).__name__, getattr(error, "status", "")
        )
        self._cancelled.wait(min(seconds, patience.longest_wait))
        check_cancel(self._cancelled)
        return True

    def _refused(self, error: RefusedError) -> ExpectedError:
        hub, model = self._hub, self._model
        match error.status, error.code:
            case _, "GatedRepo":
                return ExpectedError(Code.MODEL_GATED, label=model, path=hub.page(model))
            case _, "EntryNotFound":
                return ExpectedError(Code.MODEL_INCOMPLETE, label=model, path=error.file)
            case _, "RevisionNotFound":
                return ExpectedError(Code.REVISION_UNKNOWN, label=model, revision=self._revision)
            case 401, _ if error.had_token:
                return ExpectedError(Code.TOKEN_REFUSED, path=hub.name)
            case 401 | 404, _:
                return ExpectedError(Code.MODEL_UNKNOWN, label=model, path=hub.name)
            case status, _ if status in PASSING:
                return ExpectedError(Code.HUB_BUSY, path=hub.name)
        return ExpectedError(Code.HUB_REFUSED, label=model, path=hub.name, reason=_phrase(error.status))


def _wait(untrusted_seconds: str, untrusted_limit: str) -> float | None:
    """Seconds that the server asks for, as a number, or as what huggingface.co tells of its limit: "api";r=0;t=55."""
    found = re.fullmatch(r"\s*(\d{1,9})\s*", untrusted_seconds) or re.search(r";\s*t=(\d{1,9})", untrusted_limit)
    return float(found[1]) if found else None


def _reason(error: Exception) -> str:
    """In the system's words, without its numbers."""
    said = re.sub(r"^\[Errno -?\d+\] ", "", str(error)) or type(error).__name__
    return "".join(filter(str.isprintable, said))[:LONGEST_REASON].rstrip(".")


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
