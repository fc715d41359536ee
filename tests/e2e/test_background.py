"""The program started by a request, in the background: closing its window doesn't end it, Ctrl+Q does."""

import subprocess
import sys
from pathlib import Path

from tests.support.desktop import ROOT, Desktop, until

WINDOW = ("--name", "SPARC Desktop")


def test_a_closed_window_leaves_the_program_at_work(desktop: Desktop, tmp_path: Path) -> None:
    environment = desktop.environment | {"HOME": str(tmp_path)}

    def show() -> int:
        """Have the window shown; the program's process."""
        subprocess.run([sys.executable, ROOT / "main.py", "trigger", "show"], env=environment, timeout=60, check=True)
        desktop.with_window(*WINDOW, "windowactivate", "--sync")
        until(lambda: any(widget.focused for widget in desktop.widgets()), "the focus")
        return int(desktop.run("xdotool", "search", "--onlyvisible", *WINDOW, "getwindowpid"))

    first = show()
    again = [sys.executable, ROOT / "main.py", "--background"]
    done = subprocess.run(again, env=environment, timeout=60, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "The program is running already.\n")
    desktop.keys("alt+F4")
    until(lambda: not desktop.shows("SPARC Desktop"), "the window to go")
    assert show() == first
    desktop.keys("ctrl+q")
    until(lambda: not Path("/proc", str(first)).exists(), "the end")
