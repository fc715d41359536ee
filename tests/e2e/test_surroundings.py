"""What the program does where its surroundings fail it: no display, nobody who listens, a full disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sparc_desktop.cli import Exit
from sparc_desktop.resources import assets

ROOT = Path(__file__).parents[2]
SAMPLE = assets() / "samples" / "drawing-1.png"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own, English, and no display."""
    hidden = ("XDG", "LC_", "LANG", "DISPLAY", "WAYLAND", "QT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return {**kept, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize("display", [None, ":7777"])
def test_without_a_display_it_says_so(environment: dict[str, str], display: str | None) -> None:
    if display:
        environment["DISPLAY"] = display
    done = subprocess.run(
        [sys.executable, ROOT / "main.py"], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == Exit.NO_DISPLAY
    assert done.stderr.count("\n") == 1
    assert "no display can be reached" in done.stderr


@pytest.mark.parametrize("json", [(), ("--json",)])
def test_a_reader_that_has_had_enough_ends_it_quietly(
    environment: dict[str, str], tmp_path: Path, json: tuple[str, ...]
) -> None:
    command = [sys.executable, ROOT / "main.py", "describe", SAMPLE, SAMPLE, *json]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.read(20)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(60) == Exit.OK
    assert not any("Traceback" in log.read_text() for log in tmp_path.rglob("*.log"))


def test_a_full_disk_is_told(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", "describe", SAMPLE],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert done.returncode == Exit.FAILED
    assert done.stderr.startswith("sparc-desktop: The text can't be written: No space left on device.")
    assert "Exception" not in done.stderr
