"""What is kept of a description, in files and on the clipboard."""

import html
import os
import re
from pathlib import Path

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.saving import alt_attribute, described, save_alt_text, save_text, suffixes_for
from tests.support.picture_files import encoded, pixels

TEXT = "A <b>cat</b>,\n \"Tom\" & 'co'.\n猫。"


def test_text_is_utf_8_with_one_line_end_after_it(tmp_path: Path) -> None:
    path = tmp_path / "cat.txt"
    path.write_text("old")
    save_text(f"{TEXT}\n\n", path)
    assert path.read_bytes() == f"{TEXT}\n".encode()


def test_half_a_character_does_not_keep_the_rest_from_being_saved(tmp_path: Path) -> None:
    save_text("cat \ud800", tmp_path / "cat.txt")
    assert (tmp_path / "cat.txt").read_text() == "cat ?\n"


def test_html_is_one_attribute_on_one_line() -> None:
    attribute = alt_attribute(TEXT)
    found = re.fullmatch(r'alt="([^"<>\n]*)"', attribute)
    assert found
    assert html.unescape(found[1]) == TEXT.replace("\n ", " ").replace("\n", " ")


def test_the_copy_is_named_after_the_picture() -> None:
    assert described(Path("/a/cat.v2.JPG")) == Path("/a/cat.v2.described.JPG")


def test_a_copy_leaves_the_picture_alone(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(encoded("PNG"))
    save_alt_text(path, TEXT, described(path))
    assert path.read_bytes() == encoded("PNG")
    assert pixels(described(path).read_bytes()) == pixels(path.read_bytes())
    with pytest.raises(ExpectedError) as caught:
        save_alt_text(path, TEXT, described(path))
    assert caught.value.failure.code == Code.FILE_EXISTS


def test_in_its_own_place_it_keeps_its_date(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(encoded("PNG"))
    os.utime(path, ns=(10**18, 10**18))
    save_alt_text(path, TEXT, path, replace=True)
    assert len(path.read_bytes()) > len(encoded("PNG"))
    assert path.stat().st_mtime_ns == 10**18


def test_another_file_that_is_replaced_gets_a_new_date(tmp_path: Path) -> None:
    path, other = tmp_path / "cat.png", tmp_path / "dog.png"
    path.write_bytes(encoded("PNG"))
    other.write_bytes(b"old")
    os.utime(other, ns=(10**18, 10**18))
    save_alt_text(path, TEXT, other, replace=True)
    assert other.stat().st_mtime_ns != 10**18


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_what_is_for_its_owner_alone_stays_so(tmp_path: Path) -> None:
    picture, text = tmp_path / "cat.png", tmp_path / "cat.txt"
    for path in (picture, described(picture), text):
        path.write_bytes(encoded("PNG"))
        path.chmod(0o600)
    save_text(TEXT, text)
    save_alt_text(picture, TEXT, described(picture), replace=True)
    save_alt_text(picture, TEXT, picture, replace=True)
    assert {path.stat().st_mode & 0o777 for path in (picture, described(picture), text)} == {0o600}


def test_a_picture_without_a_file(tmp_path: Path) -> None:
    save_alt_text(Capture("Screen", encoded("PNG")), TEXT, tmp_path / "screen.png")
    assert pixels((tmp_path / "screen.png").read_bytes()) == pixels(encoded("PNG"))


@pytest.mark.parametrize(
    ("data", "code"), [(encoded("GIF"), Code.ALT_TEXT_UNSUPPORTED), (encoded("PNG")[:-20], Code.IMAGE_BROKEN)]
)
def test_nothing_is_written_of_what_is_refused(tmp_path: Path, data: bytes, code: Code) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(data)
    for place in (path, described(path)):
        with pytest.raises(ExpectedError) as caught:
            save_alt_text(path, TEXT, place, replace=True)
        assert caught.value.failure.code == code
    assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["cat.png"]


def test_what_a_copy_may_be_called(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(encoded("JPEG"))
    assert suffixes_for(path)[:2] == (".jpg", ".jpeg")
    assert suffixes_for(Capture("Screen", encoded("PNG")))[0] == ".png"
    for source, code in (
        (tmp_path / "no.png", Code.FILE_MISSING),
        (tmp_path, Code.FILE_UNREADABLE),
        (Capture("x", encoded("GIF")), Code.ALT_TEXT_UNSUPPORTED),
    ):
        with pytest.raises(ExpectedError) as caught:
            suffixes_for(source)
        assert caught.value.failure.code == code
