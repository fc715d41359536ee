"""Export and import: the settings as a file of the user's own, for another computer or for a rainy day.

An import takes all or nothing: the file is read, brought up to this version and checked as a whole before anybody
changes anything. What is wrong with it is said in words, since the file may have been edited by hand.
"""

import json
import os
import stat
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.settings.document import ENCODING, UNUSABLE, parse_settings, write_settings
from sparc_desktop.settings.leaves import leaves
from sparc_desktop.settings.migrations import current_version
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

MAX_BYTES = 1024 * 1024  # the largest tree that is allowed is a tenth of it
MAX_NAME = 40  # characters of an unknown setting's name that are said


def export_settings(settings: Settings, path: Path) -> None:
    """Write them to this file, in place of what is there; raises ExpectedError."""
    try:
        write_settings(settings, path)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise ExpectedError(Code.SETTINGS_UNWRITABLE, path=str(path), reason=reason) from None


def import_settings(path: Path) -> Settings:
    """The settings in this file; raises ExpectedError where they can't be used."""
    untrusted_text = _read(path)
    try:
        return parse_settings(untrusted_text)
    except ValidationError as error:
        raise refused(path, _fault(error)) from None
    except UNUSABLE:
        raise refused(path, _no_settings(untrusted_text)) from None


def _read(path: Path) -> str:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise refused(path, translate("Settings", "it is a folder"))
        if not stat.S_ISREG(mode):  # a pipe would be waited for without end
            raise refused(path, translate("Settings", "it is not an ordinary file"))
        with path.open("rb") as file:
            untrusted_data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise ExpectedError(Code.FILE_MISSING, path=str(path)) from None
    except OSError:
        raise ExpectedError(Code.FILE_UNREADABLE, path=str(path)) from None
    if len(untrusted_data) > MAX_BYTES:
        raise refused(path, translate("Settings", "it is much larger than settings can be"))
    try:
        return untrusted_data.decode(ENCODING)
    except UnicodeDecodeError:
        raise refused(path, _foreign()) from None


def _fault(error: ValidationError) -> str:
    """The first setting that is wrong."""
    first = error.errors(include_url=False, include_input=False)[0]
    path = ".".join(str(part) for part in first["loc"])
    if leaf := next((leaf for name, leaf in leaves().items() if f"{path}.".startswith(f"{name}.")), None):
        return translate("Settings", "the value of “{setting}” in it is not allowed").format(setting=leaf.title)
    return translate("Settings", "this program has no setting named {name}").format(name=path[:MAX_NAME])


def _no_settings(untrusted_text: str) -> str:
    """Why a text that has no tree to be validated can't be used."""
    try:
        document: Any = json.loads(untrusted_text)
    except (ValueError, RecursionError):
        return translate("Settings", "it is damaged, or it is no settings file at all")
    version = document.get("version") if isinstance(document, dict) else None
    if isinstance(version, int) and version > current_version():
        return translate("Settings", "it comes from a newer version of this program; update the program first")
    return _foreign()


def _foreign() -> str:
    return translate("Settings", "it is not a settings file of this program")


def refused(path: Path, reason: str) -> ExpectedError:
    """Why these settings can't be used."""
    return ExpectedError(Code.SETTINGS_REFUSED, path=str(path), reason=reason)
