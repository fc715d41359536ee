"""The text of a report on a fault, to be sent by whoever wants to: what the program is, where it runs, what it did.

It never holds a picture, a description or a question, nor a name: of the settings it shows those that are a choice, a
number or a key; whatever the user has written freely is only said to be changed, and lines of the log pass through
`services.scrub`. It is in English, whatever the program speaks, for whoever mends the fault has to read it.
"""

import os
import platform
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, get_origin

from pydantic import BaseModel

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.services.crash import last_crash
from sparc_desktop.services.scrub import private_names, replace_names, scrub
from sparc_desktop.services.versions import versions
from sparc_desktop.settings.model import HotkeySettings, Settings

LINES = 100  # of the log: the last start and what was done since
STACK = 60  # lines of the last crash


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of the program's surroundings is told; a name is empty where there is nobody."""

    own_voice: Callable[[str], str]  # the name of the voice that this setting means
    reader: Callable[[], str]  # the name of the running screen reader; may take seconds
    settings_folder: Path
    log_folder: Path
    history_folder: Path
    state_folder: Path  # of the mark that the program runs


def report(settings: Settings, surroundings: Surroundings, qt: str) -> str:
    """The whole text. Takes as long as it takes to find the screen reader."""
    logs = surroundings.log_folder
    parts = (
        [f"{name}: {version or 'not installed'}" for name, version in versions(qt).items()],
        list(_system(surroundings.reader(), surroundings.own_voice(settings.voice.name))),
        ["Settings", *_settings(settings)],
        ["Last crash", *_last_crash(last_crash(logs))],
        [f"Log, its last {LINES} lines", *scrub(_tail(logs / "sparc-desktop.log"))],
    )
    text = "\n\n".join("\n".join(part) for part in parts)
    return replace_names(text, private_names(Path.home())) + "\n"


def _system(untrusted_reader: str, untrusted_voice: str) -> Iterator[str]:
    yield f"System: {platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} processors"
    session = [_word(os.environ.get(name, "")) for name in ("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")]
    yield f"Desktop: {', '.join(filter(None, session)) or 'unknown'}"
    yield f"Screen reader: {_word(untrusted_reader) or 'none found'}"
    yield f"Voice: {_word(untrusted_voice) or 'none found'}"


def _word(untrusted_text: str) -> str:
    return untrusted_text if re.fullmatch(r"[\w:. -]{1,40}", untrusted_text, re.ASCII) else ""


def _settings(tree: BaseModel, path: str = "") -> Iterator[str]:
    """One line a setting. What isn't known to be harmless is not shown."""
    for name, field in type(tree).model_fields.items():
        value, default = getattr(tree, name), field.get_default(call_default_factory=True)
        if isinstance(value, HotkeySettings):
            yield from _hotkeys(value)
        elif isinstance(value, BaseModel):
            yield from _settings(value, f"{path}{name}.")
        elif isinstance(value, int) or get_origin(field.annotation) is Literal:  # bool is one of them
            yield f"{path}{name}: {value}"
        elif isinstance(value, dict):
            yield f"{path}{name}: {len(value)}"
        else:
            yield f"{path}{name}: {'default' if value == default else 'changed'}"


def _hotkeys(hotkeys: HotkeySettings) -> Iterator[str]:
    """Keys are shown where they are keys."""
    yield f"hotkeys.leader: {_keys(hotkeys.leader)}"
    for name, bound in (("letters", hotkeys.letters), ("direct", hotkeys.direct)):
        known = [f"{action} {_keys(bound[action])}" for action in Action if action in bound]
        yield f"hotkeys.{name}: {', '.join(known) or len(bound)}"


def _keys(text: str) -> str:
    try:
        return str(parse_keys(text)) if text else "none"
    except ExpectedError:
        return "no key"


def _last_crash(stack: Path) -> list[str]:
    try:
        lines = stack.read_text("utf-8", "replace").splitlines()[:STACK]
        when = datetime.fromtimestamp(stack.stat().st_mtime)
    except OSError:
        return ["none"]
    return [f"{when:%Y-%m-%d %H:%M}", *scrub(lines)]


def _tail(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()[-LINES:]
    except OSError:
        return ["none"]
