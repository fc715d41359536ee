"""Reading errors counted by hand."""

import pytest

from sparc_desktop.evaluate.measures.labels import edit_distance, fits, similarity


@pytest.mark.parametrize(
    ("read", "written", "distance"),
    [
        ("", "", 0),
        ("Save", "Save", 0),
        ("Sve", "Save", 1),
        ("kitten", "sitting", 3),
        ("", "abc", 3),
        ("保存", "退出", 2),
        ("保存", "另存", 1),
    ],
)
def test_edit_distance(read: str, written: str, distance: int) -> None:
    assert edit_distance(read, written) == edit_distance(written, read) == distance


def test_similarity() -> None:
    assert similarity("Sve", "Save") == 3 / 4
    assert similarity("", "") == 1
    assert similarity("", "ab") == 0


@pytest.mark.parametrize(
    ("read", "written", "same"),
    [
        ("open file", "Open File…", True),
        ("Netwerk", "Network", True),  # 1 of 7
        ("OK", "On", False),  # too short for an error
        ("Volume 10", "Volume 18", False),  # digits are values
        ("Cancel", "Save", False),
        ("+", "-", False),  # marks alone must be right
        ("+", "+", True),
        ("", "Save", False),
        ("", "", True),
        ("打开文件夹", "打开文件来", True),
        ("ＯＫ", "ok", True),
    ],
)
def test_fits(read: str, written: str, same: bool) -> None:
    assert fits(read, written) is same
