"""Names that every system takes."""

import pytest

from sparc_desktop.services.file_name import LONGEST, safe_stem


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("cat", "cat"),
        ("Firefox: Page title, 1280 by 720", "Firefox- Page title, 1280 by 720"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\temp\\x", "C--temp-x"),
        ('a<b>|c?*"d"', "a b c d"),
        (".hidden. ", "hidden"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("con .tar.gz", "_con .tar.gz"),
        ("lpt1", "_lpt1"),
        ("CONOUT$", "_CONOUT$"),
        ("console", "console"),
        ("one\ntwo\x00\u202ethree", "one two three"),
        ("桌面：第 1 个", "桌面：第 1 个"),
        ("", ""),
        (" ./:", ""),
    ],
)
def test_made_safe(said: str, name: str) -> None:
    assert safe_stem(said) == name


@pytest.mark.parametrize("said", ["x" * 1000, "猫" * 1000, "x" + "猫" * 1000])
def test_never_too_long(said: str) -> None:
    name = safe_stem(said)
    assert LONGEST - 3 < len(name.encode()) <= LONGEST
    assert said.startswith(name)
