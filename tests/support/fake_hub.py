"""A hub on this machine, over real HTTP: it serves repositories that are folders, and fails where a test wants it to.

`folder/<owner>/<name>/` is the newest revision of a model, read anew for every request. What is large, or a file of
weights, is served as the real hub serves it: its metadata carry its SHA-256, and a request for it is redirected to
another origin, which knows no tokens. The rest comes from the hub itself and is known by git's SHA-1. Any repository
can be one that needs a token. The hub serves as a proxy, too: it looks at no host's name.
"""

import hashlib
import json
import os
import re
import socket
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from types import TracebackType
from urllib.parse import parse_qs, unquote, urlsplit

SMALL = 1_000_000  # bytes, up to which a file of text is kept in git itself
LARGE_KINDS = {".safetensors", ".bin", ".pt", ".onnx"}
PIECE = 16 * 1024  # bytes sent at once


@dataclass
class Fault:
    """What happens to the next `times` requests of a method whose path has `match` in it.

    A stall sends so many bytes (0: not even the headers), sets `reached` and goes on when `release` is set. `cut_after`
    ends the line after so many bytes; with `reset` harshly, and not before `release` is set.
    """

    match: str
    times: int = 1
    method: str = "GET"
    status: int | None = None
    code: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    page: bytes | None = None  # the body of whatever is asked for
    cut_after: int | None = None
    reset: bool = False
    stall_after: int | None = None
    is_corrupt: bool = False
    ignores_range: bool = False
    content_range: str = ""  # a wrong one
    pause: float = 0.0  # seconds after each piece: a slow line
    reached: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class Request:
    """One that the hub has had; the names of its headers Begin-Like-This."""

    method: str
    path: str
    headers: dict[str, str]


@dataclass(frozen=True)
class File:
    """One file as the hub knows it."""

    path: Path
    size: int
    sha1: str
    sha256: str

    @property
    def is_large(self) -> bool:
        return self.path.suffix in LARGE_KINDS or self.size > SMALL


class FakeHub:
    """Use it in a `with` block. `gated` and `private`: the tokens that open a model; `requests`: what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.faults, self.requests = folder, list[Fault](), list[Request]()
        self.gated, self.private, self.tokens = dict[str, str](), dict[str, str](), set[str]()
        self._lock = threading.Lock()
        self._servers = [_Server(self), _Server(self)]
        self.url, self.store = (f"http://127.0.0.1:{server.server_address[1]}" for server in self._servers)

    def __enter__(self) -> "FakeHub":
        self._threads = [threading.Thread(target=server.serve_forever, args=(0.005,)) for server in self._servers]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """From now on nobody answers."""
        for fault in self.faults:
            fault.release.set()
        while self._threads:
            server = self._servers[len(self._threads) - 1]
            server.shutdown()
            server.server_close()
            self._threads.pop().join()

    def fails(self, match: str, times: int = 1, **how: object) -> Fault:
        """Let requests fail from now on; the first fault that fits counts."""
        self.faults.append(fault := Fault(match, times, **how))  # type: ignore[arg-type]
        return fault

    def asked(self, match: str = "", method: str = "GET") -> list[Request]:
        """The requests so far with this in their path."""
        return [each for each in self.requests if match in each.path and each.method == method]

    def files(self, model: str) -> dict[str, File]:
        """What the model has now."""
        folder = self.folder / model
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): _file(path, path.stat().st_mtime_ns) for path in paths}

    def commit(self, model: str) -> str:
        """The newest one."""
        return hashlib.sha1(repr([(name, file.sha1) for name, file in self.files(model).items()]).encode()).hexdigest()

    def models(self) -> list[str]:
        """All that there are."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob("*/*") if path.is_dir())

    def note(self, request: Request) -> Fault | None:
        """Keep it; the fault that it meets."""
        with self._lock:
            self.requests.append(request)
            for fault in self.faults:
                if fault.times > 0 and fault.match in request.path and fault.method == request.method:
                    fault.times -= 1
                    return fault
        return None


@cache
def _file(path: Path, _changed: int) -> File:
    data = path.read_bytes()
    sha1 = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    return File(path, len(data), sha1, hashlib.sha256(data).hexdigest())


class _Server(ThreadingTCPServer):  # an HTTPServer would look its own name up
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, hub: FakeHub) -> None:
        self.hub = hub
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_: object) -> None:  # clients that hang up are what is tested
        pass


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # it would hold each answer back for 40 ms
    server: _Server

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        fault = self.server.hub.note(
            Request(self.command, path, {name.title(): value for name, value in self.headers.items()})
        )
        if fault and fault.stall_after == 0:
            fault.reached.set()
            fault.release.wait()
        if fault and (fault.status or fault.page is not None):
            self._reply(fault.status or 200, fault.page or b"{}", {"X-Error-Code": fault.code, **fault.headers})
        elif found := re.fullmatch(r"/store/([0-9a-f]{64})", path):
            self._store(found[1], fault)
        elif found := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/(revision|tree)/(.+))?", path):
            self._describe(found[1], found[2] or "revision", found[3] or "main", "blobs" in parse_qs(parts.query))
        elif found := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self._resolve(*found.groups(), fault)
        else:
            self._refuse(404)

    def _describe(self, model: str, kind: str, revision: str, with_files: bool) -> None:
        hub = self.server.hub
        if not self._is_open(model, revision):
            return
        files = hub.files(model)
        if kind == "tree":
            return self._json([_tree_entry(name, file) for name, file in files.items()])
        self._json(
            {
                "id": model,
                "sha": hub.commit(model),
                "private": model in hub.private,
                "gated": "auto" if model in hub.gated else False,
                "siblings": [
                    _sibling(name, file) if with_files else {"rfilename": name} for name, file in files.items()
                ],
            }
        )

    def _resolve(self, model: str, revision: str, name: str, fault: Fault | None) -> None:
        hub = self.server.hub
        if not self._is_open(model, revision):
            return
        if model in hub.gated and self._token() != hub.gated[model]:
            return self._refuse(403 if self._token() else 401, "GatedRepo")
        if not (file := hub.files(model).get(name)):
            return self._refuse(404, "EntryNotFound")
        headers = {"X-Repo-Commit": hub.commit(model)}
        if not file.is_large:
            return self._send(file, headers | {"ETag": f'"{file.sha1}"'}, fault)
        linked = {"X-Linked-Size": str(file.size), "X-Linked-ETag": f'"{file.sha256}"'}
        self._reply(302, b"", headers | linked | {"Location": f"{hub.store}/store/{file.sha256}?signature=secret"})

    def _store(self, sha256: str, fault: Fault | None) -> None:
        hub = self.server.hub
        files = (file for model in hub.models() for file in hub.files(model).values())
        if file := next((file for file in files if file.sha256 == sha256), None):
            self._send(file, {}, fault)
        else:
            self._refuse(404)

    def _is_open(self, model: str, revision: str) -> bool:
        """Is the model there for the one who asks? Otherwise it is answered as the real hub answers."""
        hub, token = self.server.hub, self._token()
        if token and token not in {*hub.tokens, *hub.gated.values(), *hub.private.values()}:
            self._refuse(401, message="Invalid credentials in Authorization header")
        elif model not in hub.models() or (model in hub.private and token != hub.private[model]):
            self._refuse(404 if token else 401, "RepoNotFound" if token else "")
        elif revision not in ("main", hub.commit(model)):
            self._refuse(404, "RevisionNotFound")
        else:
            return True
        return False

    def _token(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    def _send(self, file: File, headers: dict[str, str], fault: Fault | None) -> None:
        fault = fault or Fault("")
        start, end = 0, file.size
        if (found := re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))) and not fault.ignores_range:
            start = int(found[1])
            if start >= end:
                return self._reply(416, b"", {"Content-Range": f"bytes */{end}"})
            headers["Content-Range"] = fault.content_range or f"bytes {start}-{end - 1}/{end}"
        body = file.path.read_bytes()[start:]
        if fault.is_corrupt:
            body = bytes(255 - byte for byte in body)
        self._head(206 if "Content-Range" in headers else 200, len(body), headers)
        if self.command != "HEAD":
            self._body(body, fault)

    def _body(self, body: bytes, fault: Fault) -> None:
        if fault.cut_after is not None:
            self.wfile.write(body[: fault.cut_after])
            return self._hang_up(fault)
        if fault.stall_after:
            self.wfile.write(body[: fault.stall_after])
            body = body[fault.stall_after :]
            fault.reached.set()
            fault.release.wait()
        for at in range(0, len(body), PIECE):
            self.wfile.write(body[at : at + PIECE])
            threading.Event().wait(fault.pause)

    def _hang_up(self, fault: Fault) -> None:
        self.close_connection = True
        if fault.reset:
            fault.reached.set()
            fault.release.wait()  # until what was sent has been read: a reset would take it away
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            os.close(self.connection.detach())
        else:
            self.connection.shutdown(socket.SHUT_RDWR)

    def _json(self, document: object) -> None:
        self._reply(200, json.dumps(document).encode(), {"Content-Type": "application/json"})

    def _refuse(self, status: int, code: str = "", message: str = "") -> None:
        self._reply(status, b"{}", {"X-Error-Code": code, "X-Error-Message": message})

    def _reply(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self._head(status, len(body), headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: int, length: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(length)}).items():  # type: ignore[operator]
            if value:
                self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def _sibling(name: str, file: File) -> dict[str, object]:
    large = {"sha256": file.sha256, "size": file.size, "pointerSize": 134}
    return {"rfilename": name, "size": file.size, "blobId": file.sha1} | ({"lfs": large} if file.is_large else {})


def _tree_entry(name: str, file: File) -> dict[str, object]:
    large = {"oid": file.sha256, "size": file.size, "pointerSize": 134}
    entry = {"type": "file", "path": name, "size": file.size, "oid": file.sha1}
    return entry | ({"lfs": large} if file.is_large else {})
