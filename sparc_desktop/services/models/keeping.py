"""Models fetched, removed and found again by name."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

from sparc_desktop.caches import model_cache
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.catalogue import entry
from sparc_desktop.models.download import download, missing
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.inspection import Refusal
from sparc_desktop.models.interruption import CancelError
from sparc_desktop.models.lock import installed, locked_model
from sparc_desktop.models.removal import discard, remove
from sparc_desktop.models.repository import is_name, resolve
from sparc_desktop.resources import starter_model
from sparc_desktop.services.models.shelf import BUILT_IN
from sparc_desktop.services.models.telling import Fetched, Installed, Removed, Sized, Told, Waiting
from sparc_desktop.settings.model import MAX_FOLDERS, ModelSettings

PAGE = re.compile(r"https?://[^/]+/([^/?#]+/[^/?#]+).*")  # of a model on a hub
Tell = Callable[[Told], None]


def fetch(settings: ModelSettings, id: str, refusal: Refusal, tell: Tell, cancelled: Event) -> Path | None:
    """Download a model, or what is missing of it; None where it was cancelled.

    `refusal` says which architectures can't be used. Raises ExpectedError, as `download`.
    """
    id = proper_id(id)
    hub = hub_of(settings)
    try:
        found = resolve(hub, id, cancelled=cancelled)
    except CancelError:
        return None
    tell(Sized(id, found.size, missing(hub, found)))

    def fetched(done: int, total: int) -> None:
        tell(Fetched(done, total))

    folder = download(
        hub, id, refusal=refusal, progress=fetched, waiting=lambda: tell(Waiting(id)), cancelled=cancelled
    )
    if folder:
        tell(Installed(id, folder))
    return folder


def hub_of(settings: ModelSettings) -> Hub:
    """Where models come from. Raises ExpectedError: HUB_UNREACHABLE where an address can't be one."""
    return Hub.open(settings.endpoint or None, proxy=settings.proxy or None)


def drop(id: str, tell: Tell) -> None:
    """Remove a model and all that was worked out of it, or what an unfinished download of it has left.

    Raises ExpectedError, as `remove`; MODEL_NOT_INSTALLED where there is neither.
    """
    id = proper_id(id)
    if model := locked_model(id):
        freed = remove(id)
        for commit in (model.commit, *model.former):
            shutil.rmtree(model_cache(model.folder.with_name(commit)), ignore_errors=True)
    elif not is_name(id) or not (freed := discard(Hub.open(), id)):
        raise ExpectedError(Code.MODEL_NOT_INSTALLED, label=id)
    tell(Removed(id, freed))


def with_folder(settings: ModelSettings, folder: Path) -> ModelSettings:
    """The settings with this folder of the user's on the shelf; beyond the limit the oldest one goes."""
    folders = tuple(dict.fromkeys((*settings.folders, folder)))
    return settings.model_copy(update={"folders": folders[-MAX_FOLDERS:]})


def without_folder(settings: ModelSettings, folder: Path | None) -> ModelSettings:
    """The same without it; the folder itself stays."""
    return settings.model_copy(update={"folders": tuple(each for each in settings.folders if each != folder)})


def size_of(id: str) -> int:
    """Bytes of the files of an installed model."""
    return model.size if (model := locked_model(id)) else 0


def proper_id(name: str) -> str:
    """The id of a model that is named by it, by its name in the list, or by the address of its page."""
    name = name.strip()
    if page := PAGE.fullmatch(name):
        name = page[1]
    return known.id if (known := entry(name)) else name


def folder_of(name: str) -> Path:
    """The folder of a model: the built-in one's, an installed one's by its id, or a folder itself.

    Raises ExpectedError: MODEL_NOT_INSTALLED.
    """
    if name == BUILT_IN:
        return starter_model()
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder.absolute()
    if (found := installed_folder(name)) is None:
        raise ExpectedError(Code.MODEL_NOT_INSTALLED, label=name)
    return found


def is_here(name: str) -> bool:
    """Is it no name on the hub, but the built-in model, or a folder?"""
    return name == BUILT_IN or (not is_name(proper_id(name)) and Path(name).expanduser().is_dir())


def installed_folder(id: str) -> Path | None:
    """The folder of an installed model; None where there is none of this id."""
    id = proper_id(id)
    return next((model.folder for model in installed() if model.id == id), None)
