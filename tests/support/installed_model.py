"""A model that counts as installed, with a file of any bytes for its weights, in a home of its own."""

from pathlib import Path

from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.lock import InstalledModel, write_lock
from sparc_desktop.models.repository import RemoteFile

COMMIT = "c" * 40


def install(id: str, cache: Path, size: int = 3) -> Path:
    """Its folder; XDG_DATA_HOME must be the test's own."""
    folder = ModelFolder(cache, id).snapshot(COMMIT)
    folder.mkdir(parents=True)
    (folder / "model.safetensors").write_bytes(bytes(size))
    file = RemoteFile("model.safetensors", size, "a" * 40, "b" * 64)
    write_lock(InstalledModel(id, "https://huggingface.co", "main", COMMIT, cache, (file,)))
    return folder
