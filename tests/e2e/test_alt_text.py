"""Alt text by the command line: the real program and its own model."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.cli import Exit
from tests.e2e.test_command_line import SAMPLES, environment, run

__all__ = ["environment"]


@pytest.fixture
def cat(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES[0], tmp_path / "cat.png"))


def test_a_copy_holds_what_was_printed(environment: dict[str, str], cat: Path) -> None:
    done = run(environment, "describe", cat, "--alt-text")
    assert done.returncode == Exit.OK
    copy = cat.with_name("cat.described.png")
    assert str(copy) in done.stderr
    assert cat.read_bytes() == SAMPLES[0].read_bytes()
    with Image.open(copy) as image:
        image.load()
        assert f">{done.stdout.strip()}<" in image.info["XML:com.adobe.xmp"]
        assert image.tobytes() == Image.open(cat).tobytes()


def test_what_is_there_is_left_and_the_rest_goes_on(environment: dict[str, str], cat: Path, tmp_path: Path) -> None:
    copy = cat.with_name("cat.described.png")
    copy.write_bytes(b"mine")
    Image.open(cat).save(tmp_path / "cat.bmp")
    Image.open(cat).convert("RGB").save(tmp_path / "last.jpg")
    images = [cat, tmp_path / "cat.bmp", tmp_path / "last.jpg"]
    done = run(environment, "describe", *images, "--alt-text", "--max-words", "5")
    assert done.returncode == Exit.ALT_TEXT
    assert copy.read_bytes() == b"mine"
    exists, no_room, written = done.stderr.splitlines()
    assert "cat.described.png is there already" in exists
    assert "JPEG, PNG, WebP and TIFF can" in no_room
    assert "last.described.jpg" in written


def test_in_place(environment: dict[str, str], cat: Path) -> None:
    before = cat.stat().st_mtime_ns
    done = run(environment, "describe", cat, "--alt-text-in-place", "--json")
    assert done.returncode == Exit.OK
    assert all(line.startswith("{") for line in done.stdout.splitlines())
    assert cat.stat().st_mtime_ns == before
    assert b"AltTextAccessibility" in cat.read_bytes()
    assert [path.name for path in cat.parent.glob("cat*")] == ["cat.png"]


@pytest.mark.parametrize("options", [["--alt-text", "--alt-text-in-place"], ["--alt-text", "--ask", "Why?"]])
def test_what_does_not_go_together(environment: dict[str, str], cat: Path, options: list[str]) -> None:
    assert run(environment, "describe", cat, *options).returncode == Exit.USAGE
    assert [path.name for path in cat.parent.glob("cat*")] == ["cat.png"]
