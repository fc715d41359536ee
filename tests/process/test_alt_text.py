"""What is written into pictures, read back by exiftool, which most programs that show metadata follow."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from sparc_desktop.services.alt_text import alt_text_of
from sparc_desktop.services.saving import described, save_alt_text
from tests.support.picture_files import encoded, pixels, plain_files, rich_files

pytestmark = pytest.mark.skipif(shutil.which("exiftool") is None, reason="no exiftool")

FILES = plain_files() | rich_files()
TEXTS = {
    "en": 'A "gradient" & <nothing> else. It\'s coloured, as Zoë says.\nThere is a second paragraph.',
    "zh-CN": "一幅渐变图，颜色从红到蓝。它很平滑；没有别的东西。\n第二段。",
}


def exiftool(path: Path, *options: str) -> dict[str, object]:
    (found,) = exiftool_of([path], *options)
    return found


def exiftool_of(paths: list[Path], *options: str) -> list[dict[str, object]]:
    """What it says of each, in one run, for its start takes the longest."""
    command = ["exiftool", "-json", "-a", *options, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    return [{name: value for name, value in each.items() if name != "SourceFile"} for each in json.loads(done.stdout)]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("name", FILES)
def test_read_back_exactly(tmp_path: Path, name: str, language: str) -> None:
    path = tmp_path / f"cat.{name.split()[-1]}"
    path.write_bytes(FILES[name])
    copy = described(path)
    save_alt_text(path, TEXTS[language], copy)
    alt = alt_text_of(TEXTS[language])
    tags = ("-XMP-iptcCore:AltTextAccessibility", "-XMP-iptcCore:ExtDescrAccessibility")
    before, after = exiftool_of([path, copy], *tags, f"{tags[0]}-{language}", "-validate", "-warning", "-error")
    assert after == before | {
        "AltTextAccessibility": alt.short,
        "ExtDescrAccessibility": TEXTS[language],
        f"AltTextAccessibility-{language}": alt.short,
    }
    assert pixels(copy.read_bytes()) == pixels(path.read_bytes())


@pytest.mark.parametrize("name", rich_files())
def test_all_other_metadata_is_read_as_before(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"cat.{name.split()[-1]}"
    path.write_bytes(FILES[name])
    save_alt_text(path, TEXTS["en"], described(path))
    others = ("-all", "-G1", "-x", "System:all", "-x", "ExifTool:all", "-x", "XMP-iptcCore:all")
    before, after = exiftool_of([path, described(path)], *others)
    # Where in the file something stands may change, what it says may not.
    assert after == before
    assert "李" in str(after)


def test_beside_what_exiftool_itself_has_written(tmp_path: Path) -> None:
    path = tmp_path / "cat.jpg"
    path.write_bytes(encoded("JPEG"))
    command = ["exiftool", "-q", "-overwrite_original", "-XMP-dc:Title=One", "-XMP-dc:Title-de=Eins"]
    command += ["-XMP-iptcCore:AltTextAccessibility=Old", "-XMP-iptcCore:AltTextAccessibility-de=Alt"]
    subprocess.run([*command, "-IPTC:Keywords=kept", "-EXIF:Artist=Zoe", str(path)], check=True, timeout=60)
    save_alt_text(path, TEXTS["en"], path, replace=True)
    wanted = ("AltTextAccessibility", "AltTextAccessibility-de", "Title", "Title-de", "Keywords", "Artist")
    assert exiftool(path, *(f"-{name}" for name in wanted)) == {
        "AltTextAccessibility": alt_text_of(TEXTS["en"]).short,
        "AltTextAccessibility-de": "Alt",
        "Title": "One",
        "Title-de": "Eins",
        "Keywords": "kept",
        "Artist": "Zoe",
    }


@pytest.mark.parametrize("name", ["jpeg", "png", "lossy webp", "tiff"])
def test_exiftool_can_write_on(tmp_path: Path, name: str) -> None:
    """Only into a file in which it finds its way."""
    path = tmp_path / f"cat.{name.split()[-1]}"
    path.write_bytes(FILES[name])
    save_alt_text(path, TEXTS["zh-CN"], path, replace=True)
    subprocess.run(["exiftool", "-q", "-overwrite_original", "-XMP-dc:Title=On", str(path)], check=True, timeout=60)
    found = exiftool(path, "-XMP-iptcCore:AltTextAccessibility", "-Title")
    assert found == {"AltTextAccessibility": alt_text_of(TEXTS["zh-CN"]).short, "Title": "On"}
    assert pixels(path.read_bytes()) == pixels(FILES[name])
