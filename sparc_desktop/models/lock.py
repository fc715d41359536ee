"""The lock files: which models are installed, each pinned to one commit and to the checksums of its files.

A lock file is written last, when all files of its model are there and proved. A model is offered where it has one and
its files have their sizes; so nothing half-finished ever is, and asking needs no network, nor even the hub's library. A
lock file that can't be understood is as good as none: the model can be downloaded again, which fetches only what is
missing.
"""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import Field, TypeAdapter, ValidationError

from sparc_desktop.files import write_whole
from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.repository import MODEL, MOST, Commit, RemoteFile

log = logging.getLogger(__name__)

LARGEST = 1024 * 1024  # bytes of a lock file; one with the most files that a model may have takes half of it


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One model, and what it was asked for as; `former`: commits of it that were installed before this one."""

    id: Annotated[str, Field(pattern=f"^{MODEL.pattern}$")]
    endpoint: str
    revision: str
    commit: Commit
    cache: Path
    files: Annotated[tuple[RemoteFile, ...], Field(min_length=1, max_length=MOST)]
    former: tuple[Commit, ...] = ()
    format: Literal[1] = 1

    @property
    def folder(self) -> Path:
        """Where its files are: what transformers loads."""
        return ModelFolder(self.cache, self.id).snapshot(self.commit)

    @property
    def size(self) -> int:
        """Bytes of its files; other commits may share some."""
        return sum(file.size for file in self.files)

    def is_complete(self) -> bool:
        """Are all files there, with their sizes?"""
        return all(_size(self.folder / file.name) == file.size for file in self.files)


def lock_folder() -> Path:
    """Where the lock files lie."""
    return platformdirs.user_data_path("sparc-desktop", appauthor=False) / "models"


def installed() -> list[InstalledModel]:
    """The models that can be used, in the order of their names; never raises."""
    try:
        paths = sorted(lock_folder().glob("*.json"))
    except OSError:
        return []
    return [model for path in paths if (model := _read(path)) and path == _path(model.id) and model.is_complete()]


def locked_model(id: str) -> InstalledModel | None:
    """What its lock file says, be it complete or not."""
    return _read(_path(id)) if MODEL.fullmatch(id) else None


def write_lock(model: InstalledModel) -> None:
    """From now on it is offered; raises OSError."""
    lock_folder().mkdir(parents=True, exist_ok=True)
    write_whole(_path(model.id), [_adapter().dump_json(model, indent=2)])


def remove_lock(id: str) -> None:
    """From now on it is not offered; raises OSError."""
    _path(id).unlink(missing_ok=True)


@cache
def _adapter() -> TypeAdapter[InstalledModel]:
    return TypeAdapter(InstalledModel)


def _path(id: str) -> Path:
    return lock_folder() / f"{id.replace('/', '--')}.json"


def _read(path: Path) -> InstalledModel | None:
    try:
        with path.open("rb") as file:
            return _adapter().validate_json(file.read(LARGEST))
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        log.warning("a lock file can't be used: %s", type(error).__name__)
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
