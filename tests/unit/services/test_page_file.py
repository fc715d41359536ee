"""A page is there whole or not at all, and nothing else is touched."""

import os
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.page_file import PageFile

PAGE = "<!DOCTYPE html>\n<p>中文</p>"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def code_of(path: Path) -> Code:
    with pytest.raises(ExpectedError) as caught, PageFile(path) as page:
        page.write(PAGE)
    return caught.value.failure.code


def test_written_and_written_again(tmp_path: Path) -> None:
    for text in (PAGE, PAGE + "again"):
        with PageFile(tmp_path / "page.html") as page:
            page.write(text)
        assert (tmp_path / "page.html").read_text("utf-8") == text
        assert names(tmp_path) == ["page.html"]


def test_nothing_is_there_before_it_is_whole_or_when_it_is_not_written(tmp_path: Path) -> None:
    with PageFile(tmp_path / "page.html"):
        assert not (tmp_path / "page.html").exists()
    assert names(tmp_path) == []


def test_an_old_page_stays_where_no_new_one_comes(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    with pytest.raises(KeyboardInterrupt), PageFile(tmp_path / "page.html"):
        raise KeyboardInterrupt
    assert (tmp_path / "page.html").read_text() == PAGE
    assert names(tmp_path) == ["page.html"]


def test_what_is_no_page_is_left(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(b"\x89PNG a picture")
    assert code_of(tmp_path / "cat.png") == Code.PAGE_WOULD_REPLACE
    assert code_of(tmp_path) == Code.PAGE_WOULD_REPLACE
    assert code_of(Path(os.devnull)) == Code.PAGE_WOULD_REPLACE
    assert (tmp_path / "cat.png").read_bytes() == b"\x89PNG a picture"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert code_of(tmp_path / "no" / "page.html") == Code.PAGE_UNWRITABLE
    assert code_of(tmp_path / "file" / "page.html") == Code.PAGE_UNWRITABLE
    assert code_of(tmp_path / ("x" * 300)) == Code.PAGE_UNWRITABLE


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.html").symlink_to(tmp_path / "folder" / "page.html")
    with PageFile(tmp_path / "link.html") as page:
        page.write(PAGE)
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "folder" / "page.html").read_text("utf-8") == PAGE
