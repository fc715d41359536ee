"""An installed model read through and compared with the checksums of its lock file."""

from threading import Event

from sparc_desktop.models.checksum import is_sound
from sparc_desktop.models.interruption import CancelError
from sparc_desktop.models.lock import InstalledModel, lock_folder, remove_lock
from sparc_desktop.models.progress import Progress, Tally, silent
from sparc_desktop.models.repository import RemoteFile
from sparc_desktop.models.room import disk_told


def check(
    model: InstalledModel, *, progress: Progress = silent, cancelled: Event | None = None
) -> tuple[str, ...] | None:
    """The names of the files that are missing or damaged: none where all is well; None where it was cancelled.

    A damaged model is offered no more; downloading it again fetches the damaged files alone. Needs no network. Raises
    ExpectedError: MODELS_UNWRITABLE, where the lock file can't be removed.
    """
    tally, cancelled = Tally(model.size, progress), cancelled or Event()
    try:
        damaged = tuple(file.name for file in model.files if not _is_sound(model, file, tally, cancelled))
    except CancelError:
        return None
    if damaged:
        with disk_told(lock_folder()):
            remove_lock(model.id)
    tally.tell()
    return damaged


def _is_sound(model: InstalledModel, file: RemoteFile, tally: Tally, cancelled: Event) -> bool:
    try:
        return is_sound(model.folder / file.name, file, tally, cancelled)
    except OSError:  # a sector that can't be read
        return False
