"""A model taken off the disk: the commits of its lock file and no others, by the hub library's own means.

The cache is shared: other commits of the model stay, with the files that they have in common with this one. A program
that uses the very same commit loses it; whoever asks the user should say so.
"""

import contextlib

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import InstalledModel, locked_model, remove_lock, write_lock
from sparc_desktop.models.room import disk_told


def remove(id: str) -> int:
    """Remove an installed model, and what an unfinished download of it has left. Returns the bytes freed.

    It is not offered from the first moment on. Raises ExpectedError: MODEL_NOT_INSTALLED; MODEL_BUSY, where it is being
    downloaded; MODEL_UNREMOVABLE, where some of it is in use: then it can be tried again.
    """
    if not (model := locked_model(id)):
        raise ExpectedError(Code.MODEL_NOT_INSTALLED, label=id)
    folder = ModelFolder(model.cache, id)
    with disk_told(folder.cache), folder.locked(), contextlib.ExitStack() as undo:
        remove_lock(id)
        undo.callback(write_lock, model)
        freed = _discard(folder) + _delete(model, folder)
        if any(folder.snapshot(commit).exists() for commit in (model.commit, *model.former)):
            raise ExpectedError(Code.MODEL_UNREMOVABLE, label=id, path=str(folder.path))
        undo.pop_all()
    return freed


def discard(hub: Hub, id: str) -> int:
    """Remove what an unfinished download has left. Returns the bytes freed; raises ExpectedError: MODEL_BUSY."""
    folder = ModelFolder(hub.cache, id)
    with disk_told(folder.cache), folder.locked():
        return _discard(folder)


def _discard(folder: ModelFolder) -> int:
    freed = 0
    for part in folder.parts():
        freed += part.stat().st_size
        part.unlink()
    for empty in (folder.path / "blobs", folder.path):
        with contextlib.suppress(OSError):
            empty.rmdir()
    return freed


def _delete(model: InstalledModel, folder: ModelFolder) -> int:
    from huggingface_hub import scan_cache_dir

    commits = [commit for commit in (model.commit, *model.former) if folder.snapshot(commit).is_dir()]
    if not commits:
        return 0
    plan = scan_cache_dir(model.cache).delete_revisions(*commits)
    plan.execute()
    return plan.expected_freed_size
