"""Where the program's own parts lie: files beside the code in a checkout, inside the package once installed."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "bundled" if (_PACKAGE / "bundled").is_dir() else _PACKAGE.parent


def assets() -> Path:
    """Icons, samples, translations."""
    return _ROOT / "assets"


def models() -> Path:
    """The list of models, and the built-in one."""
    return _ROOT / "models"


def starter_model() -> Path:
    """The built-in model."""
    return models() / "starter"


def program_command() -> list[str]:
    """The command that starts this program, however it was installed; like `module_command`."""
    if getattr(sys, "frozen", False):  # packed into one executable file
        return [sys.executable]
    run = f"import sys; sys.path.insert(0, {str(_PACKAGE.parent)!r}); from sparc_desktop.start import main; "
    run += "sys.exit(main())"
    return [sys.executable, "-P", "-c", run]


def module_command(module: str) -> list[str]:
    """The command that runs a module of this package in a process of its own, from wherever the program was started.

    Unlike `python -m`, it imports nothing from the current folder (-P), which may be full of downloads.
    """
    run = f"import runpy, sys; sys.path.insert(0, {str(_PACKAGE.parent)!r}); "
    return [sys.executable, "-P", "-c", f"{run}runpy.run_module({module!r}, run_name='__main__', alter_sys=True)"]
