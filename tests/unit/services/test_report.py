"""A report holds what is needed to find a fault, and nothing that is anybody's own business."""

import os
import platform
import time
from pathlib import Path
from typing import Literal, get_origin

import pytest
from pydantic import BaseModel

from sparc_desktop import __version__
from sparc_desktop.services.report import LINES, Surroundings, report
from sparc_desktop.services.scrub import scrub
from sparc_desktop.settings.model import Settings

SECRET = "Mathilda"
NAMES = {"/home/mathilda": "~", "mathilda": "user", "blue-tower": "computer"}


def here(folder: Path, voice: str = "", reader: str = "") -> Surroundings:
    return Surroundings(lambda _name: voice, lambda: reader, folder, folder, folder, folder)


def planted(tree: BaseModel) -> BaseModel:
    """The tree with the secret wherever something can be written freely; nothing is validated, as in an old file."""
    changes: dict[str, object] = {}
    for name, field in type(tree).model_fields.items():
        value = getattr(tree, name)
        if isinstance(value, BaseModel):
            changes[name] = planted(value)
        elif isinstance(value, dict):
            changes[name] = {SECRET: SECRET, "stop": SECRET}
        elif not isinstance(value, int) and get_origin(field.annotation) is not Literal:
            changes[name] = Path("/home") / SECRET if name.endswith("folder") else SECRET
    return tree.model_copy(update=changes)


def free_leaves(tree: BaseModel) -> int:
    found = 0
    for name, field in type(tree).model_fields.items():
        value = getattr(tree, name)
        free = not isinstance(value, BaseModel | int) and get_origin(field.annotation) is not Literal
        found += free_leaves(value) if isinstance(value, BaseModel) else free
    return found


def test_no_setting_that_is_written_freely_is_shown(tmp_path: Path) -> None:
    settings = planted(Settings())
    assert isinstance(settings, Settings)
    dumped = str(settings)
    assert dumped.count(SECRET) >= free_leaves(settings) > 5  # the secret is everywhere indeed
    text = report(settings, here(tmp_path, SECRET + "?", SECRET + "\n"), "6.0")
    assert SECRET.lower() not in text.lower()
    assert "captions.prompts: 2\n" in text
    assert "model_folder: changed\n" in text
    assert "voice.name: changed\n" in text
    assert "hotkeys.leader: no key\n" in text
    assert "hotkeys.direct: stop no key\n" in text


def test_choices_numbers_and_keys_are_shown(tmp_path: Path) -> None:
    settings = Settings().changed(output="reader", hotkeys={"direct": {"stop": "Pause"}, "leader": "Ctrl+Shift+F12"})
    text = report(settings, here(tmp_path, "espeak", "orca"), "6.11.3")
    for line in (
        f"SPARC Desktop: {__version__}",
        f"Python: {platform.python_version()}",
        "Qt: 6.11.3",
        "Screen reader: orca",
        "Voice: espeak",
        "output: reader",
        "voice.rate: 175",
        "earcons.done: True",
        "captions.length: detailed",
        "captions.prompt: default",
        "hotkeys.leader: Ctrl+Shift+F12",
        "hotkeys.direct: stop Pause",
        "model_folder: default",
    ):
        assert f"{line}\n" in text
    assert "PyTorch: 2." in text


def test_where_nobody_speaks_and_nothing_was_logged_that_is_said(tmp_path: Path) -> None:
    text = report(Settings(), here(tmp_path / "nothing"), "6.0")
    assert "Screen reader: none found\nVoice: none found\n" in text
    assert "Last crash\nnone\n" in text
    assert text.endswith(f"Log, its last {LINES} lines\nnone\n")


def test_the_session_is_shown_only_as_far_as_it_is_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "x11")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", f"/home/{SECRET}")
    text = report(Settings(), here(tmp_path), "6.0")
    assert "Desktop: x11\n" in text
    assert SECRET not in text


def test_the_log_s_end_and_the_last_crash_come_along_without_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", f"/home/{SECRET}")
    monkeypatch.setenv("LOGNAME", SECRET)
    lines = [f"2026-05-01 10:00:00,000 7 INFO sparc_desktop: line {number} of {SECRET}" for number in range(LINES + 50)]
    lines.append(lines.pop() + ": can't open '/media/stick/Holiday.png'")
    (tmp_path / "sparc-desktop.log").write_text("\n".join(lines))
    crash = tmp_path / "last-crash.txt"
    crash.write_text(
        f'Fatal Python error: Aborted\n\n  File "/home/{SECRET}/sparc_desktop/ui/window.py", line 3 in f\n'
    )
    noon = time.mktime((2026, 5, 1, 12, 0, 0, 0, 0, -1))
    os.utime(crash, (noon, noon))
    text = report(Settings(), here(tmp_path), "6.0")
    assert SECRET.lower() not in text.lower()
    assert f"line {LINES + 49} of user: can't open '…'\n" in text
    assert "line 50 of" in text
    assert "line 49 of" not in text
    assert (
        'Last crash\n2026-05-01 12:00\nFatal Python error: Aborted\n\n  File "…/sparc_desktop/ui/window.py", line 3'
        in text
    )


RECORD = "2026-05-01 10:00:00,000 7 WARNING qt: "


@pytest.mark.parametrize(
    ("line", "scrubbed"),
    [
        ("can't open '/home/mathilda/Aunt Mathilda.png'", "can't open '…'"),
        ("can't open /home/mathilda/Aunt Mathilda.png", "can't open …"),
        ('can\'t open "/media/stick/My holiday.png": gone', 'can\'t open "…": gone'),
        ("can't open C:\\Users\\Mathilda\\Desktop\\x y.png", "can't open …"),
        ("can't open 'C:\\\\Users\\\\Mathilda\\\\x y.png'", "can't open '…'"),
        ("can't open '~/Pictures/x.png'", "can't open '…'"),
        ("can't open file:///home/mathilda/x y.png", "can't open …"),
        ("can't open (/home/mathilda/x.png)", "can't open (…"),
        ("can't open path=/tmp/holiday.png", "can't open path=…"),
        ("can't open ~mathilda/holiday", "can't open …"),
        ("can't open '~anna/my holiday'", "can't open '…'"),
        ("can't open Documents/secret letter.png: gone", "…: gone"),
        ("can't open secret-letter.JPEG", "…"),
        ("can't open 'My holiday.png', nor dog.gif", "…"),
        ("The text in 3.5 s, for image.pngs", "The text in 3.5 s, for image.pngs"),
        ("Mathilda on blue-tower, :0", "user on computer, :0"),
        ("Mathildas and mathilda.", "Mathildas and user."),
        ("image/png, 3 of 4 and/or 1/2", "image/png, 3 of 4 and/or 1/2"),
    ],
)
def test_names_and_paths_are_left_out_of_a_line(line: str, scrubbed: str) -> None:
    assert list(scrub([RECORD + line], names=NAMES)) == [RECORD + scrubbed]


def test_a_traceback_keeps_its_places_and_loses_what_the_exceptions_say() -> None:
    lines = [
        RECORD + "A defect",
        "Traceback (most recent call last):",
        '  File "/home/mathilda/src/sparc_desktop/ui/window.py", line 33, in open',
        "    ratio = width / height",
        '  File "/usr/lib/python3.11/pathlib.py", line 1, in read',
        "FileNotFoundError: [Errno 2] No such file: 'My holiday'",
        "",
        "During handling of the above exception, another exception occurred:",
        "",
        "pydantic_core.ValidationError: 1 validation error",
        "prompts",
        "  too long [input_value='What does my doctor write?']",
        RECORD + "on it goes",
    ]
    assert list(scrub(lines, names=NAMES)) == [
        *lines[:2],
        '  File "…/sparc_desktop/ui/window.py", line 33, in open',
        lines[3],
        '  File "…/python3.11/pathlib.py", line 1, in read',
        "FileNotFoundError: …",
        *lines[7:8],
        "",
        "pydantic_core.ValidationError: …",
        lines[-1],
    ]
