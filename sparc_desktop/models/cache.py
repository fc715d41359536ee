"""A model's folder in the cache that all programs of huggingface_hub share, in that library's own layout.

`blobs` holds each file under its checksum, `snapshots/<commit>` links to them by their names, `refs/main` names the
commit that main was. Where the system has no links, the snapshot holds the files themselves.

Our own are the parts beside the blobs, where files gather until the whole model is there, and one lock for each model:
it keeps two of our processes from fetching the same, or from removing what the other fetches. Other programs put whole
files in their places, as we do, so the two are not in each other's way.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Event

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.files import write_whole
from sparc_desktop.models.interruption import POLL, check_cancel
from sparc_desktop.models.repository import COMMIT, RemoteFile

PART = ".sparc-part"  # not the library's own ".incomplete", which its tools throw away


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """One model in one cache. All that writes raises OSError."""

    cache: Path
    model: str

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.cache / self._name

    @property
    def _name(self) -> str:
        return "models--" + self.model.replace("/", "--")

    def snapshot(self, commit: str) -> Path:
        """Where the files have their names."""
        return self.path / "snapshots" / commit

    def content(self, commit: str, file: RemoteFile) -> Path:
        """Where a file lies that some program has fetched: among the blobs, or, without links, under its name."""
        place = self.snapshot(commit) / file.name
        return place if place.is_file() and not place.is_symlink() else self._blob(file)

    def part(self, file: RemoteFile) -> Path:
        """Where a file gathers."""
        return self.path / "blobs" / (file.etag + PART)

    def parts(self) -> list[Path]:
        """What unfinished downloads have left."""
        return list((self.path / "blobs").glob("*" + PART))

    def make(self) -> None:
        """Make room for parts."""
        (self.path / "blobs").mkdir(parents=True, exist_ok=True)

    def settle(self, commit: str, sources: Mapping[RemoteFile, Path]) -> None:
        """Put whole files where all programs find them; each lies at `content` or at `part`."""
        self.snapshot(commit).mkdir(parents=True, exist_ok=True)
        has_links, settled = self._has_links(), dict[str, Path]()
        for file, source in sources.items():
            place = self.snapshot(commit) / file.name
            if source == place:
                continue
            target = self._blob(file) if has_links else place
            first = settled.setdefault(file.etag, target)
            if not source.exists():  # it went to a file that is the same
                source = first
            if source == self.part(file):
                source.replace(target)
            elif source != target:
                shutil.copyfile(source, target)
            if has_links:
                place.unlink(missing_ok=True)
                place.symlink_to(os.path.relpath(target, place.parent))

    def name_revision(self, revision: str, commit: str) -> None:
        """Note what a branch or tag was: other programs find the model by it when offline. We can do without."""
        ref = self.path / "refs" / revision
        if not COMMIT.fullmatch(revision):
            with suppress(OSError):
                ref.parent.mkdir(parents=True, exist_ok=True)
                write_whole(ref, [commit.encode()])

    @contextmanager
    def locked(self, cancelled: Event | None = None, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """While this process alone works on the model.

        Another one is waited for until `cancelled` is set, which raises CancelError; `waiting` is called once. Without
        `cancelled` it is not waited for, which raises ExpectedError: MODEL_BUSY.
        """
        from huggingface_hub.utils import WeakFileLock  # type: ignore[attr-defined]  # it is there

        lock = self.cache / ".locks" / self._name / "sparc-desktop.lock"
        lock.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            for tries in count():
                try:
                    stack.enter_context(WeakFileLock(lock, timeout=POLL))
                    break
                except TimeoutError as error:
                    if not cancelled:
                        raise ExpectedError(Code.MODEL_BUSY, label=self.model) from error
                    if tries == 0:
                        waiting()
                    check_cancel(cancelled)
            yield

    def _blob(self, file: RemoteFile) -> Path:
        return self.path / "blobs" / file.etag

    def _has_links(self) -> bool:
        """May this user make links here? Windows lets only some."""
        from huggingface_hub import constants

        probe = self.path / "blobs" / f"link{PART}"
        try:
            probe.unlink(missing_ok=True)
            probe.symlink_to("nowhere")
            probe.unlink()
        except OSError:
            return False
        return not constants.HF_HUB_DISABLE_SYMLINKS
