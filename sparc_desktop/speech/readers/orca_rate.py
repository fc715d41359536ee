"""How fast the user has set Orca to speak, which the daemon below it isn't told but by Orca for its own words.

Orca keeps its settings in a JSON file of its user's. Whatever is in it, the worst that comes of it is the usual rate.
"""

import json
import os
from pathlib import Path
from typing import Any

MAX_BYTES = 1_000_000  # the file has some ten thousand


def orca_rate() -> int | None:
    """In the daemon's measure, -100 to 100; None where nothing is set."""
    try:
        return _rate(json.loads(_file().read_bytes()[:MAX_BYTES]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


def _file() -> Path:
    folder = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(folder, "orca", "user-settings.conf")


def _rate(untrusted_settings: Any) -> int:  # noqa: ANN401
    """Orca counts from 0 to 99; of its profiles the one that it starts with holds."""
    _, profile = untrusted_settings.get("general", {}).get("startingProfile", ("", "default"))
    rate = int(2 * float(untrusted_settings["profiles"][profile]["voices"]["default"]["rate"])) - 98
    return max(-98, min(100, rate))
