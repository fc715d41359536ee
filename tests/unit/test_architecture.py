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


def test_the_window_stays_thin() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in (ROOT / "sparc_desktop/ui").rglob("*.py")}
    assert [str(path) for path, length in lengths.items() if length > 300] == []


def test_the_presenters_know_no_qt() -> None:
    code = "import sys; import sparc_desktop.presenters.main as _; print([n for n in sys.modules if 'PySide6' in n])"
    assert run(sys.executable, "-c", code).stdout.strip() == "[]"
