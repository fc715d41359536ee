"""Where the files that come with the program lie: beside the code in a checkout, inside the package once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "bundled" if (_PACKAGE / "bundled").is_dir() else _PACKAGE.parent


def assets() -> Path:
    """Icons, samples, translations."""
    return _ROOT / "assets"


def starter_model() -> Path:
    """The built-in model."""
    return _ROOT / "models" / "starter"
