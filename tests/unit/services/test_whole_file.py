"""What is told where a file can't be written; how it is written stands in tests/unit/test_files.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.whole_file import write_whole


def code_of(path: Path, *, replace: bool = False) -> Code:
    with pytest.raises(ExpectedError) as caught:
        write_whole(path, [b"new"], replace=replace)
    assert caught.value.failure.params["path"]
    return caught.value.failure.code


def test_replaced_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    assert code_of(tmp_path / "a.txt") == Code.FILE_EXISTS
    write_whole(tmp_path / "a.txt", [b"new"], replace=True)
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for name in ("no/a.txt", "file/a.txt", "x" * 300, "nul\0.txt"):
        assert code_of(tmp_path / name) == Code.FILE_UNWRITABLE
    assert code_of(tmp_path / "folder") == Code.FILE_EXISTS
    assert code_of(tmp_path / "folder", replace=True) == Code.FILE_UNWRITABLE


def test_what_is_wrong_with_the_pieces_is_told_as_it_is(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise ExpectedError(Code.HISTORY_BUSY)

    with pytest.raises(ExpectedError) as caught:
        write_whole(tmp_path / "a.txt", pieces())
    assert caught.value.failure.code == Code.HISTORY_BUSY
    assert list(tmp_path.iterdir()) == []
