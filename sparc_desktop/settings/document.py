"""The settings as a text: `{"version": ..., "settings": {...}}` in JSON, readable by people, and a file of it.

The store's own file and the files of export and import have this one format, so both are written by the same few lines
and both know the migrations. It is written whole or not at all, so that a power cut leaves the old file or the new one.
"""

import json
from pathlib import Path
from typing import Any

from sparc_desktop.files import write_whole
from sparc_desktop.settings.migrations import current_version, migrate
from sparc_desktop.settings.model import Settings

ENCODING = "utf-8-sig"  # of what is read: some editors put a mark before the text
# What a text raises that holds no settings; ValidationError and JSONDecodeError are ValueErrors.
UNUSABLE = (ValueError, KeyError, TypeError, RecursionError)


def write_settings(settings: Settings, path: Path) -> None:
    """Write the whole tree, in place of what is there; raises OSError."""
    document: dict[str, Any] = {"version": current_version(), "settings": settings.model_dump(mode="json")}
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_whole(path, [text.encode()], private=True)


def parse_settings(untrusted_text: str) -> Settings:
    """The tree that a text holds, of whatever version; raises what is in `UNUSABLE`."""
    document = json.loads(untrusted_text)
    if not isinstance(document["settings"], dict):
        raise TypeError("the settings are not a tree")
    return Settings.model_validate(migrate(document["settings"], document["version"]))
