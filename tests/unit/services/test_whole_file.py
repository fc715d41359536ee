"""A file is there whole or not at all, and nobody else's is touched."""

import os
import sys
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.whole_file import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def code_of(path: Path, *, replace: bool = False, keep: bool = False) -> Code:
    with pytest.raises(ExpectedError) as caught:
        write_whole(path, b"new", replace=replace, keep=keep)
    assert caught.value.failure.params["path"]
    return caught.value.failure.code


def test_written_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"new")
    (tmp_path / "b.txt").touch()
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_replaced_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    assert code_of(tmp_path / "a.txt") == Code.FILE_EXISTS
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    write_whole(tmp_path / "a.txt", b"new", replace=True)
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for name in ("no/a.txt", "file/a.txt", "x" * 300, "nul\0.txt"):
        assert code_of(tmp_path / name) == Code.FILE_UNWRITABLE
    assert code_of(tmp_path / "folder") == Code.FILE_EXISTS
    assert code_of(tmp_path / "folder", replace=True) == Code.FILE_UNWRITABLE
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    real = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, *mode: real(Path("/dev/full") if ".part" in path.name else path, "wb")
    )
    assert code_of(tmp_path / "a.txt", replace=True) == Code.FILE_UNWRITABLE
    monkeypatch.undo()
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", b"new", replace=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_rights_and_dates_are_kept_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    os.utime(path, ns=(10**18, 10**18 + 123))
    write_whole(path, b"new", replace=True, keep=True)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.stat().st_mtime_ns == 10**18 + 123


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is protected against root")
def test_what_is_protected_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert code_of(path, replace=True, keep=True) == Code.FILE_UNWRITABLE
    assert path.read_bytes() == b"old"
