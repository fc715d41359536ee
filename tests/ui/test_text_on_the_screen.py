"""A key pressed in another program's window: what is written there is said after the description."""

from collections.abc import Iterator

import pytest

from sparc_desktop.ocr.tesseract import TesseractReader
from tests.support.desktop import FIELD, Desktop, Lines, until
from tests.support.fake_engine import TEXT

LEADER = "ctrl+shift+F11"
WRITTEN = "Meeting at noon"

pytestmark = pytest.mark.skipif(not TesseractReader.is_installed(), reason=TesseractReader.remedy())


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Lines]:
    """Ours, with its window behind the other one."""
    with desktop.window("--ocr") as program:
        until(lambda: any(widget.focused for widget in desktop.widgets()), "the window")
        yield program


@pytest.fixture
def other(desktop: Desktop, program: Lines) -> Iterator[Lines]:
    """A text field of another process, which has the focus and a text in it."""
    with desktop.text_field() as other:
        desktop.type(WRITTEN)
        until(lambda: other.lines[-1] == f"text {WRITTEN}", "the text")
        yield other


def said(program: Lines) -> list[str]:
    return [line.removeprefix("said ") for line in program.lines if line.startswith("said ")]


def test_what_is_written_is_said_after_the_description(desktop: Desktop, program: Lines, other: Lines) -> None:
    desktop.keys(LEADER, "w")
    until(lambda: said(program) and said(program)[-1].startswith("Text: "), "the text")
    label, *description, text = said(program)
    assert label == FIELD
    assert " ".join(description) == TEXT
    assert WRITTEN in text
    assert "focus out" not in other.lines
    until(lambda: any(each.startswith(f"Text: {WRITTEN}") for each in desktop.sentences()), "the text in the window")
    until(lambda: program.lines[-1] == "played done", "the sound after all has been said")
    count = len(said(program))
    desktop.keys(LEADER, "a")
    until(lambda: len(said(program)) > count and WRITTEN in said(program)[-1], "all of it again")
    assert said(program)[count:].count(text) == 1
    desktop.keys(LEADER, "p")
    until(lambda: said(program)[-1] == description[-1], "the sentence before the text")
