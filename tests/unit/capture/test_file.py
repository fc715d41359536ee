"""A file is read, or refused with the reason."""

import os
from pathlib import Path

import pytest

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.failure import Code, ExpectedError


def refused(path: Path) -> Code:
    with pytest.raises(ExpectedError) as caught:
        capture_file(path)
    return caught.value.failure.code


def test_reads(tmp_path: Path) -> None:
    path = tmp_path / "猫 1.png"
    path.write_bytes(b"bytes")
    capture = capture_file(path)
    assert capture.label == "猫 1.png"
    assert capture.untrusted_data == b"bytes"


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff\n\x1b[2J.png"))
    path.write_bytes(b"bytes")
    assert capture_file(path).label == "bad\ufffd\ufffd\ufffd[2J.png"


def test_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.png") == Code.FILE_MISSING


def test_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == Code.FILE_IS_FOLDER


def test_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.touch()
    assert refused(path) == Code.FILE_EMPTY


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refused(path) == Code.FILE_TOO_LARGE


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    assert refused(path) == Code.FILE_NOT_ORDINARY


def test_unreadable(tmp_path: Path) -> None:
    loop = tmp_path / "loop.png"
    loop.symlink_to(loop)  # refused to every user, also to root
    assert refused(loop) == Code.FILE_UNREADABLE


def test_a_name_no_file_can_have() -> None:
    assert refused(Path("a\0b.png")) in (Code.FILE_UNREADABLE, Code.FILE_MISSING)
