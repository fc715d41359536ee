"""A speech daemon that refuses: what is told of it holds nothing of what was to be said."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.speech.readers.ssip import Connection, SsipError

SECRET = "Your balance is 12 euros."


@pytest.fixture
def refusing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A daemon that answers every line with an error that repeats the line."""
    path = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")

    def answer() -> None:
        client, _ = server.accept()
        with client:
            for line in client.makefile("rb"):
                client.sendall(b"513 ERR CANNOT UNDERSTAND " + line)

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        thread = threading.Thread(target=answer)
        thread.start()
        yield
        thread.join()


def test_an_error_is_told_without_the_sentence(refusing: None) -> None:
    connection = Connection()
    try:
        with pytest.raises(SsipError) as caught:
            connection.ask(SECRET)
    finally:
        connection.close()
    assert "513" in str(caught.value)
    assert "balance" not in repr(caught.value)
