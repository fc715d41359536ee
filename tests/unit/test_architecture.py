"""Which room may know which: pyproject.toml declares it, here it is enforced."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)


def test_every_import_follows_the_contracts() -> None:
    done = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_starts_without_torch() -> None:
    done = run(
        sys.executable,
        "-c",
        "import sys; import sparc_desktop.ui.window; print(*sys.modules.keys() & {'torch', 'transformers'})",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
