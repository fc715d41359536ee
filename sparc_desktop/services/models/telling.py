"""What a download tells while it works: one line of JSON each, for the window, which runs the command line's own.

The last is `Installed`, `Removed`, or `Failed`; none of them where it was cancelled.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from sparc_desktop.domain.events import Failed


@dataclass(frozen=True, slots=True)
class Sized:
    """What is to come: bytes of all files, and of those that are missing here."""

    id: str
    total: int
    missing: int
    type: Literal["sized"] = "sized"


@dataclass(frozen=True, slots=True)
class Fetched:
    """How far it is, in bytes."""

    done: int
    total: int
    type: Literal["fetched"] = "fetched"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another program downloads it just now, and is waited for."""

    id: str
    type: Literal["waiting"] = "waiting"


@dataclass(frozen=True, slots=True)
class Installed:
    """It is complete and proved."""

    id: str
    folder: Path
    type: Literal["installed"] = "installed"


@dataclass(frozen=True, slots=True)
class Removed:
    """It is gone; so many bytes are free again."""

    id: str
    freed: int
    type: Literal["removed"] = "removed"


Told = Sized | Fetched | Waiting | Installed | Removed | Failed
_told: TypeAdapter[Told] = TypeAdapter(Told)


def told_json(told: Told) -> str:
    """As one line."""
    return _told.dump_json(told).decode()


def parse_told(untrusted_line: bytes) -> Told | None:
    """What a line tells; None for one that is something else."""
    try:
        return _told.validate_json(untrusted_line, strict=False)
    except ValidationError:
        return None
