"""The settings on disk: one JSON file, `{"version": ..., "settings": {...}}`, readable by people.

Writing is atomic: a temporary file beside it, then a rename, so that a power cut leaves the old file or the new one. A
file that can't be read or doesn't validate is renamed aside, never overwritten: somebody may have edited it by hand.
The program goes on with the defaults and says so once.
"""

import json
import logging
import os
import tempfile
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import platformdirs

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.settings.migrations import current_version, migrate
from sparc_desktop.settings.model import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and what the user must be told about how they were read."""

    settings: Settings
    failure: Failure | None = None


class SettingsStore:
    """Reads and writes one settings file."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or platformdirs.user_config_path("sparc-desktop", appauthor=False) / "settings.json"
        self._may_write = True

    def load(self) -> Loaded:
        """The saved settings; the defaults where there are none, or where the file had to be put aside."""
        try:
            document = json.loads(self._path.read_text("utf-8"))
            if not isinstance(document["settings"], dict):
                raise TypeError("the settings are not a tree")
            tree = migrate(document["settings"], document["version"])
            return Loaded(Settings.model_validate(tree))
        except FileNotFoundError:
            return Loaded(Settings())
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:  # ValidationError is a ValueError
            log.warning("the settings file is unusable: %s", type(error).__name__)
            return Loaded(Settings(), self._put_aside())

    def save(self, settings: Settings) -> None:
        """Write the whole tree; a failure is logged, for nothing that the user does now depends on it."""
        if not self._may_write:
            return
        document: dict[str, Any] = {"version": current_version(), "settings": settings.model_dump(mode="json")}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._replace(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
        except OSError as error:
            log.warning("the settings can't be saved: %s", error.strerror)

    def _replace(self, text: str) -> None:
        descriptor, temporary = tempfile.mkstemp(dir=self._path.parent, prefix="settings.", suffix=".tmp")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self._path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _unused_name(self) -> Path:
        """A name to keep a broken file under; another one may have been kept in the same second."""
        now = time.strftime("%Y%m%d-%H%M%S")
        stem = f"settings.broken-{now}"
        names = (f"{stem}.json" if number == 1 else f"{stem}-{number}.json" for number in count(1))
        return next(path for path in map(self._path.with_name, names) if not path.exists())

    def _put_aside(self) -> Failure:
        kept = self._unused_name()
        try:
            self._path.rename(kept)
        except OSError as error:  # e.g. a folder that may not be written: the file then stays where it is
            log.warning("the settings file can't be renamed: %s", error.strerror)
            kept = self._path
            self._may_write = False
        return Failure(Code.SETTINGS_BROKEN, {"path": str(self._path), "kept": str(kept)})
