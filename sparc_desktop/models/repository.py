"""What a model on the hub consists of: one commit, its files, their sizes and checksums, before anything is fetched.

A revision that moves (main) is resolved to its commit here, once. All that comes later asks for that commit alone.
"""

import re
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, TypeAdapter, ValidationError

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.attempts import Attempts, RefusedError
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.interruption import answer
from sparc_desktop.models.selection import CONFIG, wanted

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo

LARGEST = 2**40  # bytes of one file; the largest model that any desktop could run is far smaller
MOST = 1000  # files
LONGEST = 96  # characters of a model's name
MODEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,95}(/[A-Za-z0-9][A-Za-z0-9_.-]{0,95})?")
REVISION = re.compile(r"[A-Za-z0-9][\w.-]{0,95}(/[A-Za-z0-9][\w.-]{0,95}){0,3}", re.ASCII)
COMMIT = re.compile(r"[0-9a-f]{40}")

Commit = Annotated[str, Field(pattern="^[0-9a-f]{40}$")]
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.+-]{0,200}$")]


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file: its size in bytes, and its checksum, which is git's where the hub keeps the file in git itself."""

    name: FileName
    size: Annotated[int, Field(ge=0, le=LARGEST)]
    git_sha1: Commit
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None

    @property
    def etag(self) -> str:
        """Its checksum, which is its name among the blobs of the hub's cache."""
        return self.sha256 or self.git_sha1


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit of a model, with the wanted files alone, small ones first.

    `gated`: the hub gives it only to those who have accepted its licence and are logged in.
    """

    id: str
    commit: Commit
    files: Annotated[tuple[RemoteFile, ...], Field(min_length=1, max_length=MOST)]
    gated: bool = False

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(file.size for file in self.files)


def resolve(hub: Hub, id: str, revision: str = "main", *, cancelled: Event | None = None) -> Revision:
    """Ask the hub, in one small request; nothing is written.

    Raises ExpectedError: HUB_UNREACHABLE, HUB_BUSY, HUB_REFUSED, HUB_STRANGE, MODEL_MISNAMED, MODEL_UNKNOWN,
    REVISION_UNKNOWN, TOKEN_REFUSED, MODEL_NOT_SAFE, MODEL_INCOMPLETE. CancelError where `cancelled` is set.
    """
    if not is_name(id):
        raise ExpectedError(Code.MODEL_MISNAMED, label=id)
    if not REVISION.fullmatch(revision):
        raise ExpectedError(Code.REVISION_UNKNOWN, label=id, revision=revision)
    cancelled = cancelled or Event()
    attempts = Attempts(hub, id, cancelled, revision)
    return attempts.persist(lambda: answer(lambda: _asked(hub, id, revision), cancelled))


def is_name(untrusted_id: str) -> bool:
    """Can it be the name of a model, by the rules of the hub?"""
    is_odd = re.search(r"--|\.\.|[.-](/|$)|\.git$", untrusted_id)
    return bool(MODEL.fullmatch(untrusted_id)) and not is_odd and len(untrusted_id) <= LONGEST


def _asked(hub: Hub, id: str, revision: str) -> Revision:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    hub.session()  # raises what keeps it from being asked
    api = HfApi(endpoint=hub.endpoint, token=hub.token() or False, library_name="sparc-desktop")
    try:
        untrusted = api.model_info(id, revision=revision, files_metadata=True, timeout=hub.patience.silence)
        return _checked(id, untrusted)
    except HfHubHTTPError as error:
        raise RefusedError(error.response) from error
    except (ValidationError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ExpectedError(Code.HUB_STRANGE, path=hub.name) from error


def _checked(id: str, untrusted: "ModelInfo") -> Revision:
    siblings = {sibling.rfilename: sibling for sibling in untrusted.siblings or ()}
    if not (names := wanted(siblings)):
        raise ExpectedError(Code.MODEL_NOT_SAFE, label=id)
    if CONFIG not in names:
        raise ExpectedError(Code.MODEL_INCOMPLETE, label=id, path=CONFIG)
    files = [
        {
            "name": name,
            "size": siblings[name].size,
            "git_sha1": siblings[name].blob_id,
            "sha256": lfs.sha256 if (lfs := siblings[name].lfs) else None,
        }
        for name in names
    ]
    fields = {"id": id, "commit": untrusted.sha, "files": files, "gated": bool(untrusted.gated)}
    return TypeAdapter(Revision).validate_python(fields)
