"""A model from the hub, into the cache that it shares with other programs: resumed, proved, and only then offered.

The order: what is it (one request), the lock of this model, is there room; then file by file, small ones first. A file
that any program has fetched before is read through and kept. When the small files are there, they are looked at: a
model that can't be used is refused before its weights are fetched. When all are there, they get their names, and last
of all the lock file is written. Until then nothing can mistake the model for a whole one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.checksum import is_sound
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.inspection import Refusal, anything_goes, inspect
from sparc_desktop.models.interruption import CancelError
from sparc_desktop.models.lock import InstalledModel, lock_folder, locked_model, write_lock
from sparc_desktop.models.progress import Progress, Tally, silent
from sparc_desktop.models.repository import RemoteFile, Revision, resolve
from sparc_desktop.models.room import check_room, disk_told
from sparc_desktop.models.transfer import Transfer


def download(
    hub: Hub,
    id: str,
    revision: str = "main",
    *,
    refusal: Refusal = anything_goes,
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
    cancelled: Event | None = None,
) -> Path | None:
    """The folder of the model, complete and proved; None where it was cancelled.

    What has come stays after a cancel, a failure or a crash, and the next download goes on from there. A commit that is
    installed already needs no network. Another process that downloads the same model is waited for; then `waiting` is
    called.

    Raises ExpectedError: HUB_UNREACHABLE, HUB_BUSY, HUB_REFUSED, HUB_STRANGE, MODEL_UNKNOWN, REVISION_UNKNOWN,
    MODEL_GATED, TOKEN_REFUSED, MODEL_NOT_SAFE, MODEL_NEEDS_CODE, MODEL_UNSUPPORTED, MODEL_INCOMPLETE, DISK_FULL,
    MODELS_UNWRITABLE, DOWNLOAD_DAMAGED.
    """
    if (model := _installed(id)) and model.commit == revision:
        return model.folder
    cancelled = cancelled or Event()
    try:
        found = resolve(hub, id, revision, cancelled=cancelled)
        work = _Download(
            hub, found, ModelFolder(hub.cache, id), refusal, Tally(found.size, progress), waiting, cancelled
        )
        with disk_told(hub.cache, lambda: missing(hub, found)):
            return work.run(revision).folder
    except CancelError:
        return None


def missing(hub: Hub, revision: Revision) -> int:
    """Bytes that are still to be fetched of it, as far as sizes tell."""
    folder = ModelFolder(hub.cache, revision.id)

    def lacks(file: RemoteFile) -> int:
        content, part = folder.content(revision.commit, file), folder.part(file)
        if content.is_file() and content.stat().st_size == file.size:
            return 0
        return max(0, file.size - part.stat().st_size) if part.is_file() else file.size

    return sum(map(lacks, revision.files))


def _installed(id: str) -> InstalledModel | None:
    return model if (model := locked_model(id)) and model.is_complete() else None


@dataclass(frozen=True, slots=True)
class _Download:
    """One download of what was found under the name that was asked for."""

    hub: Hub
    found: Revision
    folder: ModelFolder
    refusal: Refusal
    tally: Tally
    waiting: Callable[[], None]
    cancelled: Event

    def run(self, revision: str) -> InstalledModel:
        with self.folder.locked(self.cancelled, self.waiting):
            model = _installed(self.found.id)
            if model and model.commit == self.found.commit:  # another process may have just done it
                self.tally.add(self.found.size)
            else:
                check_room(self.hub.cache, missing(self.hub, self.found))
                self.folder.make()
                self.folder.settle(self.found.commit, self._fetch_all())
                self.folder.name_revision(revision, self.found.commit)
                model = self._offer(revision)
        self.tally.tell()
        return model

    def _fetch_all(self) -> dict[RemoteFile, Path]:
        """Where each file is, then."""
        transfer = Transfer(self.hub, self.found, self.tally, self.cancelled)
        weights = [file for file in self.found.files if file.name.endswith(".safetensors")]
        beside = [file for file in self.found.files if file not in weights]
        at = {file: self._fetch(file, transfer) for file in beside}
        inspect(self.found, {file.name: path for file, path in at.items()}, self.refusal)
        return at | {file: self._fetch(file, transfer) for file in weights}

    def _fetch(self, file: RemoteFile, transfer: Transfer) -> Path:
        content = self.folder.content(self.found.commit, file)
        if is_sound(content, file, self.tally, self.cancelled):
            return content
        transfer.fetch(file, self.folder.part(file))
        return self.folder.part(file)

    def _offer(self, revision: str) -> InstalledModel:
        found, cache, before = self.found, self.hub.cache, locked_model(self.found.id)
        former = {before.commit, *before.former} - {found.commit} if before and before.cache == cache else ()
        model = InstalledModel(
            *(found.id, self.hub.endpoint, revision, found.commit, cache, found.files, tuple(sorted(former)))
        )
        with disk_told(lock_folder()):
            write_lock(model)
        for part in self.folder.parts():  # of files that the model has no longer
            part.unlink()
        return model
