"""The settings on disk: one file of the format of `settings.document`.

A file that can't be read or doesn't validate is renamed aside, never overwritten: somebody may have edited it by hand.
The program goes on with the defaults and says so once.
"""

import logging
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.files import broken_name
from sparc_desktop.settings.document import ENCODING, UNUSABLE, parse_settings, write_settings
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and what the user must be told about how they were read."""

    settings: Settings
    failure: Failure | None = None


class SettingsStore:
    """Reads and writes one settings file."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or platformdirs.user_config_path("sparc-desktop", appauthor=False) / "settings.json"
        self._may_write = True

    def load(self) -> Loaded:
        """The saved settings; the defaults where there are none, or where the file had to be put aside."""
        try:
            return Loaded(parse_settings(self.path.read_text(ENCODING)))
        except FileNotFoundError:
            return Loaded(Settings())
        except (OSError, *UNUSABLE) as error:
            log.warning("the settings file is unusable: %s", type(error).__name__)
            return Loaded(Settings(), self._put_aside())

    def reread(self) -> Settings | None:
        """What is saved by now; None where there is nothing usable, which somebody may be about to mend by hand."""
        try:
            return parse_settings(self.path.read_text(ENCODING))
        except (OSError, *UNUSABLE):
            return None

    def save(self, settings: Settings) -> Failure | None:
        """Write the whole tree; what has kept it from being written, to be told: nothing done now depends on it."""
        if not self._may_write:
            return self._unsaved(translate("Settings", "the file there can't be read"))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_settings(settings, self.path)
        except OSError as error:
            log.warning("the settings can't be saved: %s", error.strerror)
            return self._unsaved(os.strerror(error.errno or 0))
        return None

    def _unsaved(self, reason: str) -> Failure:
        return Failure(Code.SETTINGS_UNSAVED, {"path": str(self.path), "reason": reason})

    def _put_aside(self) -> Failure:
        kept = broken_name(self.path)
        try:
            self.path.rename(kept)
        except OSError as error:  # e.g. a folder that may not be written: the file then stays where it is
            log.warning("the settings file can't be renamed: %s", error.strerror)
            kept = self.path
            self._may_write = False
        return Failure(Code.SETTINGS_BROKEN, {"path": str(self.path), "kept": str(kept)})
