"""Which versions of what are installed, asked of the installation: nothing large is loaded for it."""

import platform
from importlib.metadata import PackageNotFoundError, version

from sparc_desktop import __version__

# What most faults depend on: the window, the model, the text in pictures.
PACKAGES = {
    "PySide6": "PySide6-Essentials",
    "PyTorch": "torch",
    "transformers": "transformers",
    "tokenizers": "tokenizers",
    "tesserocr": "tesserocr",
}


def versions(qt: str) -> dict[str, str]:
    """Version by name, empty where it is not installed; `qt` is Qt's own, which only the window knows."""
    found = {"SPARC Desktop": __version__, "Python": platform.python_version(), "Qt": qt}
    return found | {name: _version(package) for name, package in PACKAGES.items()}


def in_one_line() -> str:
    """All that are known without the window."""
    return ", ".join(f"{name} {version}" for name, version in versions("").items() if version)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
