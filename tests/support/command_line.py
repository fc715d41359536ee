"""The program started as a user starts it, in a home of its own, in English."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DESCRIBED = "background"  # which every description of a drawing by the built-in model tells
PATIENCE = 100.0  # seconds until a run is given up; not an expectation


def home_environment(home: Path) -> dict[str, str]:
    """Nothing of the user's: no settings, no cache, no sound, no language, no hub, no proxy."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG", "PULSE", "LC_", "LANG", "HF_")) and not name.lower().endswith("_proxy")
    }
    return {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8"}


def run_program(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; no defect may come to light."""
    command = [sys.executable, ROOT / "main.py", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert "Traceback" not in done.stderr, done.stderr
    return done
