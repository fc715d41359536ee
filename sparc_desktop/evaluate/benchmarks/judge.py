"""A language model behind an address that the user has given, in the form that OpenAI's chat completions have.

What is sent are captions and references, no pictures. The key, where one is needed, comes from the environment, so that
no list of processes shows it; it is never sent unencrypted to another machine, nor on to where a server redirects.
"""

import contextlib
import email.utils
import http.client
import ipaddress
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.benchmarks.clair import Rating, question, rating

KEY = "SPARC_JUDGE_KEY"  # of the environment
TIMEOUT = 120.0  # seconds for one answer: a large model on the user's own machine takes its time
TRIES = 5  # of one question, where the server is busy, or where the answer can't be understood
LONGEST_WAIT = 60.0  # seconds between two tries, whatever the server asks for
LARGEST_ANSWER = 1024 * 1024  # bytes
TOKENS = 400  # of an answer
BUSY = frozenset({408, 429, 500, 502, 503, 504, 529})


class Judge:
    """Asks one model; `url` is the base, such as http://localhost:8080/v1. Raises ExpectedError: JUDGE_UNANSWERED."""

    def __init__(self, url: str, model: str, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._url, self.model, self._sleep = f"{url.rstrip('/')}/chat/completions", model, sleep
        self._key = os.environ.get(KEY, "")
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise self._unanswered("the address must begin with http:// or https://")
        if self._key and urlsplit(url).scheme == "http" and not _is_here(urlsplit(url).hostname or ""):
            raise self._unanswered(f"the key in {KEY} is sent to another machine over https:// alone")
        self._opener = urllib.request.build_opener(_NoRedirect)

    def rate(self, candidate: str, references: tuple[str, ...]) -> Rating | None:
        """CLAIR of a caption; None where the judge answers, but never with a score."""
        for attempt in range(TRIES):
            answer = self._answer(question(candidate, references), attempt)
            if answer is not None and (rated := rating(answer)) is not None:
                return rated
        return None

    def _answer(self, text: str, attempt: int) -> str | None:
        """One try; None where the server was busy, and has been waited for."""
        body = {
            "model": self.model,
            "messages": [{"role": "user", "content": text}],
            "max_tokens": TOKENS,
            "temperature": 0.0 if attempt == 0 else 0.7,  # the same answer once more would be as bad
        }
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
        request = urllib.request.Request(self._url, json.dumps(body).encode(), headers)  # noqa: S310 - checked above
        try:
            with self._opener.open(request, timeout=TIMEOUT) as response:
                return _text(response.read(LARGEST_ANSWER))
        except urllib.error.HTTPError as error:
            with error:
                if error.code not in BUSY or attempt == TRIES - 1:
                    raise self._unanswered(f"HTTP {error.code} {error.reason}".strip()) from error
                self._sleep(_wait(error.headers.get("Retry-After"), attempt))
        except (OSError, http.client.HTTPException, ValueError, RecursionError) as error:
            if attempt == TRIES - 1 or isinstance(error, ValueError | RecursionError):
                raise self._unanswered(str(getattr(error, "reason", error)) or type(error).__name__) from error
            self._sleep(_wait(None, attempt))
        return None

    def _unanswered(self, reason: str) -> ExpectedError:
        return ExpectedError(Code.JUDGE_UNANSWERED, label=self._url, reason=reason.rstrip("."))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The user has named one server, and the captions are for that one."""

    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401
        return None


def _text(untrusted: bytes) -> str:
    """The first choice's words; raises ValueError where the answer is of another form."""
    answer = json.loads(untrusted)
    try:
        return str(answer["choices"][0]["message"]["content"])
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError("the answer is no chat completion") from error


def _wait(untrusted_header: str | None, attempt: int) -> float:
    """Seconds: what the server asks for, as a number or a date, or else twice as long each time."""
    asked = (untrusted_header or "").strip()
    wait = float(asked[:9]) if asked.isdecimal() else float(2**attempt)
    with contextlib.suppress(ValueError):
        wait = email.utils.parsedate_to_datetime(asked).timestamp() - time.time()
    return min(max(wait, 0.0), LONGEST_WAIT)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
