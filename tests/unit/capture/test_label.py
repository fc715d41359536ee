"""What is said of a capture before its description."""

import pytest

from sparc_desktop.capture.label import MAX_NAME, application_name, control_label, screen_label, spoken, window_label
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.domain.rectangle import Rectangle

PLACE = Rectangle(0, 0, 100, 100)


def window(application: str, title: str, is_covered: bool = False) -> Window:
    return Window(application, title, 7, PLACE, is_covered=is_covered)


@pytest.mark.parametrize(
    ("application", "title", "label"),
    [
        ("firefox", "Lakes — Mozilla Firefox", "Firefox: Lakes"),
        ("Google-chrome", "Lakes - Swans - Google Chrome", "Google Chrome: Lakes - Swans"),
        ("org.gnome.Nautilus", "Pictures", "Nautilus: Pictures"),
        ("XTerm", "root@host: ~", "XTerm: root@host: ~"),
        ("XTerm", "xterm", "XTerm"),
        ("gimp", "", "Gimp"),
        ("", "A title", "A title"),
        ("", "", "Window without a title"),
        ("code", "main.py - project - Visual Studio Code", "Code: main.py - project"),
        ("notes", "notes", "Notes"),
        ("notes", "Shopping - 2026", "Notes: Shopping - 2026"),
        ("a.", "x", "A.: x"),
        ("terminal", "Notes - Terminal commands", "Terminal: Notes - Terminal commands"),
        ("R", "Report - Third quarter", "R: Report - Third quarter"),
        ("words2.py", "Letter", "Words2.py: Letter"),
    ],
)
def test_application_then_title_each_said_once(application: str, title: str, label: str) -> None:
    assert window_label(window(application, title)) == label


def test_more_is_said_only_where_there_is_more() -> None:
    covered = window("gimp", "Cat", is_covered=True)
    assert window_label(covered) == "Gimp: Cat, partly covered"
    assert window_label(covered, 2) == "Gimp: Cat, monitor 2, partly covered"
    assert screen_label(1) == screen_label(0) == "Screen"
    assert screen_label(3) == "Screen, 3 monitors"


def test_a_control_is_said_as_a_screen_reader_says_it() -> None:
    assert control_label(Control("Save", "push button", PLACE), window("gimp", "Cat")) == "Save, push button, Gimp"
    assert control_label(Control("", "text", PLACE), window("gimp", "Cat")) == "text, Gimp"


@pytest.mark.parametrize(
    ("untrusted", "safe"),
    [
        ("a\tb\n c", "a b c"),
        ("\x1b[31mred", "\N{REPLACEMENT CHARACTER}[31mred"),
        ("\u202eabc\u200b", "abc"),
        ("👩\u200d🚀", "👩🚀"),
        ("\udcff", "\N{REPLACEMENT CHARACTER}"),
        ("{label}", "{label}"),
        ("", ""),
    ],
)
def test_names_become_one_harmless_line(untrusted: str, safe: str) -> None:
    assert spoken(untrusted) == safe


def test_a_long_name_is_cut() -> None:
    assert len(spoken("x" * 10**7)) == MAX_NAME
    assert spoken("x" * 10**7).endswith("…")


def test_a_name_is_never_empty_by_cutting() -> None:
    assert application_name(window("org.example.", "")) != ""
