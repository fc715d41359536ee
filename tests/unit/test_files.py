"""A file is there whole or not at all, nobody else's is touched, and what it replaces hands on its rights."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.files import Draft, broken_name, write_whole
from tests.support.desktop import ROOT
from tests.support.sway import AS_NOBODY

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
WRITE = "import sys; from pathlib import Path; from sparc_desktop.files import write_whole as write; "


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_pieces_are_one_file_and_nothing_is_beside_it(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    write_whole(tmp_path / "a.txt", (piece for piece in (b"one ", b"two")))
    assert (tmp_path / "a.txt").read_bytes() == b"one two"
    assert rights(tmp_path / "a.txt") == rights(tmp_path / "b.txt")
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_replaced_unless_that_is_not_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_whole(path, [b"new"], replace=False)
    assert path.read_bytes() == b"old"
    write_whole(path, [b"new"])
    assert path.read_bytes() == b"new"


def test_what_somebody_has_put_there_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(FileExistsError), Draft(path, replace=False) as draft:
        path.write_bytes(b"another's")
        draft.complete()
    assert path.read_bytes() == b"another's"
    assert names(tmp_path) == ["a.txt"]


def test_what_fails_while_it_is_made_leaves_the_old_file_alone(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, pieces())
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


@needs_posix
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_whole(path, [b"new" * 100])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("name", ["no/a.txt", "file/a.txt", "x" * 300, "folder", "nul\0.txt"])
def test_where_nothing_can_be_written_is_known_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises((OSError, ValueError)):
        Draft(tmp_path / name)
    assert names(tmp_path) == ["file", "folder"]


@needs_posix
def test_a_pipe_and_a_link_to_itself_are_left_alone(tmp_path: Path) -> None:
    """A device too; but a test that fails must not replace one."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for path in (tmp_path / "pipe", tmp_path / "circle"):
        with pytest.raises(OSError, match="not an ordinary file"):
            write_whole(path, [b"new"])
    assert (tmp_path / "pipe").is_fifo()
    assert names(tmp_path) == ["circle", "pipe"]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, there: bool) -> None:
    (tmp_path / "folder").mkdir()
    real = tmp_path / "folder" / "real.txt"
    if there:
        real.write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(real)
    write_whole(tmp_path / "link.txt", [b"new"])
    assert (tmp_path / "link.txt").is_symlink()
    assert real.read_bytes() == b"new"


@needs_posix
def test_rights_are_those_of_what_is_replaced_and_never_wider_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for mode in (0o600, 0o640, 0o666):
        path.write_bytes(b"old")
        path.chmod(mode)
        with Draft(path) as draft:
            assert rights(draft.path) == 0o600
            draft.complete()
        assert rights(path) == mode


@needs_posix
def test_what_is_private_is_its_owner_s_alone_unless_others_had_it_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, [b"new"], private=True)
    assert rights(path) == 0o600
    path.chmod(0o644)
    write_whole(path, [b"new"], private=True)
    assert rights(path) == 0o644


def test_dates_are_kept_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    os.utime(path, ns=(10**18, 10**18 + 100))
    write_whole(path, [b"new"], dates=True)
    assert path.stat().st_mtime_ns == 10**18 + 100
    write_whole(path, [b"newer"])
    assert path.stat().st_mtime_ns != 10**18 + 100


@pytest.mark.skipif(not AS_NOBODY, reason="only root can become nobody")
def test_what_is_protected_stays_and_another_group_s_rights_are_not_ours(tmp_path: Path) -> None:
    """As somebody who is not root, for whom nothing is protected."""
    folder = Path("/tmp") / f"files-{os.getpid()}"
    folder.mkdir()
    try:
        for name, mode in (("protected", 0o444), ("shared", 0o666)):
            (folder / name).write_bytes(b"old")
            (folder / name).chmod(mode)
        for path in (folder, folder / "protected"):
            os.chown(path, 65534, 65534)
        os.chown(folder / "shared", 65534, 0)
        for name in ("protected", "shared"):
            code = f"{WRITE}write(Path(sys.argv[1]), [b'new'])"
            command = [*AS_NOBODY, sys.executable, "-c", code, str(folder / name)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            assert ("PermissionError" in done.stderr) == (name == "protected"), done.stderr
        assert (folder / "protected").read_bytes() == b"old"
        assert (folder / "shared").read_bytes() == b"new"
        assert rights(folder / "shared") == 0o606
    finally:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


def test_a_name_for_what_is_broken_is_nobody_s(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for _ in range(3):
        path.touch()
        path.rename(broken_name(path))
    assert len(names(tmp_path)) == 3
    assert all(name.startswith("settings.broken-") and name.endswith(".json") for name in names(tmp_path))
