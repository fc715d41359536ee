"""The whole chain with nothing replaced, through a screen reader: a key in another program, the real engine, real Orca.

Only the daemon below Orca is a recording one, so that what is heard can be read.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sparc_desktop.resources import assets
from tests.support import orca as real
from tests.support.desktop import ROOT, Desktop, missing, until
from tests.support.orca import NAME
from tests.support.real_program import DRAWING, picture_window
from tests.support.speechd import CLIENT, Daemon

pytestmark = pytest.mark.skipif(bool(missing() + real.missing()), reason="needs a desktop and orca")
LEADER = "ctrl+shift+F11"
SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]


@pytest.fixture
def desktop(orca_desktop: Desktop) -> Desktop:
    return orca_desktop


@pytest.fixture(scope="module")
def description() -> str:
    command = [sys.executable, ROOT / "main.py", "describe", SAMPLE]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_key_in_another_program_is_heard_through_orcas_daemon(
    desktop: Desktop, daemon: Daemon, description: str, tmp_path: Path
) -> None:
    with (
        desktop.start(sys.executable, str(ROOT / "main.py"), "--background", HOME=str(tmp_path)),
        picture_window(desktop, SAMPLE, tmp_path) as other,
    ):

        def asks_for_help() -> bool:
            desktop.keys(LEADER, "h")
            return any(line["client"] == CLIENT for line in daemon.lines())

        until(asks_for_help, "the program to have its keys")
        desktop.keys(LEADER, "w")
        until(lambda: " ".join(daemon.said()).endswith(description[-20:]), "the description")
        words = daemon.said()[daemon.said().index(DRAWING) :]  # after the help
        words = [text for text in words if not text.startswith("Still at work")]  # said on a busy machine
        assert " ".join(words) == f"{DRAWING} {description}"
        assert not any(
            sentence in line["text"]
            for line in daemon.lines()
            for sentence in description.split(". ")
            if line["client"] == NAME
        )
        assert other.lines[1:] == ["focus in"], "the focus stays where it is"


def test_a_hidden_window_is_heard_by_one_who_listens_for_announcements(
    desktop: Desktop, description: str, tmp_path: Path
) -> None:
    """As Orca 45 and later do."""
    listener = desktop.listen()

    def announced() -> str:
        events = map(json.loads, listener.lines)
        return " ".join(event["text"] for event in events if "announcement" in event["type"])

    main = (sys.executable, str(ROOT / "main.py"))
    desktop.copy(SAMPLE, "image/png")
    with desktop.start(*main, "--background", HOME=str(tmp_path)), desktop.text_field() as other:
        trigger = (*main, "trigger", "describe-clipboard")
        until(lambda: subprocess.run(trigger, env=desktop.environment).returncode == 0, "the program")
        until(lambda: description[-20:] in announced(), "the description")
        for sentence in ("Pasted picture", *description.split(". ")):
            assert announced().count(sentence) == 1
        assert "focus out" not in other.lines
    listener.end()


def test_the_command_line_speaks_through_it_too(desktop: Desktop, daemon: Daemon, description: str) -> None:
    command = [sys.executable, ROOT / "main.py", "describe", SAMPLE, "--speak"]
    done = subprocess.run(command, env=desktop.environment, capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stdout.strip()) == (0, description), done.stderr
    assert " ".join(daemon.said()) == f"{SAMPLE.name} {description}"
