"""CLAIR, asked of a server on this machine that answers as it is told to."""

import json
import threading
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.benchmarks.clair import Rating, question, rating
from sparc_desktop.evaluate.benchmarks.judge import KEY, Judge


class Server(HTTPServer):
    """Gives its answers in turn, the last one again and again, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: list[tuple[int, dict[str, str], bytes]] = []
        self.asked: list[tuple[str, dict[str, str], dict[str, object]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def says(self, *contents: str) -> None:
        for content in contents:
            answer = {"choices": [{"message": {"role": "assistant", "content": content}}]}
            self.answers.append((200, {}, json.dumps(answer).encode()))

    def fails(self, code: int, **headers: str) -> None:
        self.answers.append((code, {name.replace("_", "-"): value for name, value in headers.items()}, b"{}"))


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        code, headers, content = self.server.answers.pop(0) if len(self.server.answers) > 1 else self.server.answers[0]
        self.send_response(code)
        for name, value in (*headers.items(), ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv(KEY, raising=False)
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def judge(server: Server, waits: list[float]) -> Judge:
    return Judge(server.url, "small-judge", sleep=waits.append)


def reason(judge: Judge) -> str:
    with pytest.raises(ExpectedError) as caught:
        judge.rate("a", ("b",))
    assert caught.value.failure.code == Code.JUDGE_UNANSWERED
    return caught.value.failure.params["reason"]


def test_it_sends_both_texts_and_takes_the_score(server: Server, judge: Judge) -> None:
    server.says('{"score": 85, "reason": "Both name a dog."}')
    assert judge.rate("A brown dog.", ("A dog runs.", "A dog on grass.")) == Rating(85, "Both name a dog.")
    ((path, headers, body),) = server.asked
    assert path == "/v1/chat/completions"
    assert body["model"] == "small-judge"
    assert body["temperature"] == 0
    (message,) = body["messages"]  # type: ignore[misc]
    for text in ("A brown dog.", "A dog runs.", "A dog on grass."):
        assert text in message["content"]
    assert "Authorization" not in headers


def test_braces_in_a_caption_are_only_words() -> None:
    assert "{references} {0}" in question("{references} {0}", ("b",))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('```json\n{"score": "72.5", "reason": "x"}\n```', 72.5),
        ('I think {not json} so {"reason": "a } in it", "score": 3}', 3),
        ("Score: 40 out of 100", 40),
        ('{"score": 140}', None),
        ('{"score": true}', None),
        ('{"score": NaN}', None),
        ("I can't say.", None),
        ("", None),
        ("{" * 5000, None),
    ],
)
def test_answers_in_all_forms(answer: str, expected: float | None) -> None:
    told = rating(answer)
    assert (told.score if told else None) == expected


def test_a_judge_that_gives_no_score_is_asked_again_and_then_left_alone(server: Server, judge: Judge) -> None:
    server.says("no idea", '{"score": 10}')
    assert judge.rate("a", ("b",)) == Rating(10, "")
    server.answers.clear()
    server.says("no idea")
    assert judge.rate("a", ("b",)) is None
    assert len(server.asked) == 2 + 5


def test_a_busy_server_is_waited_for_as_long_as_it_asks(server: Server, judge: Judge, waits: list[float]) -> None:
    server.fails(429, Retry_After="7")
    server.fails(503, Retry_After=formatdate(0, usegmt=True))
    server.fails(429, Retry_After="99999")
    server.fails(500)
    server.says('{"score": 1}')
    assert judge.rate("a", ("b",)) == Rating(1, "")
    assert waits == [7, 0, 60, 8]


@pytest.mark.parametrize(("code", "calls"), [(429, 5), (401, 1), (404, 1), (302, 1)])
def test_a_server_that_refuses(server: Server, judge: Judge, code: int, calls: int) -> None:
    server.fails(code, Location="/elsewhere")
    assert str(code) in reason(judge)
    assert len(server.asked) == calls


def test_what_is_no_completion(server: Server, judge: Judge) -> None:
    for content in (b"<html>", b"{}", b'{"choices": []}', b"[" * 100_000):
        server.answers[:] = [(200, {}, content)]
        assert reason(judge)


def test_nobody_there(server: Server, waits: list[float]) -> None:
    url = server.url
    server.server_close()
    assert "refused" in reason(Judge(url, "x", sleep=waits.append))
    assert waits == [1, 2, 4, 8]


def test_the_key_is_for_one_server_and_never_unencrypted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sesame")
    server.says('{"score": 1}')
    Judge(server.url, "x").rate("a", ("b",))
    assert server.asked[0][1]["Authorization"] == "Bearer sesame"
    Judge("https://judge.example/v1", "x")
    for url in ("http://judge.example/v1", "ftp://127.0.0.1/v1", "127.0.0.1", "file:///etc/passwd"):
        with pytest.raises(ExpectedError):
            Judge(url, "x")
