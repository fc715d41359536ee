"""Files of others: bounded before they are read, checked while they are read.

Only the fields that are declared are kept of what a file holds.
"""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.failure import Code, ExpectedError

MEGABYTE = 1024 * 1024
LARGEST = 2048 * MEGABYTE  # the largest file that is published is DetailCaps-4870 with 971; COCO's instances have 470
LONGEST = 4 * MEGABYTE  # a line; those of IIW-400 have 3 thousand characters
ENDINGS = ("", ".jpg", ".jpeg", ".png", ".webp")


class Untrusted(BaseModel):
    """What is expected of an object in a file; all else in it is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


Form = TypeVar("Form", bound=Untrusted)


def document(path: Path, form: type[Form]) -> Form:
    """A whole file of JSON."""
    return _checked(path, bounded(path, LARGEST), form, "")


def lines(path: Path, form: type[Form]) -> Iterator[Form]:
    """A file with an object of JSON a line."""
    check_size(path, LARGEST)
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                raise ExpectedError(Code.DATA_BROKEN, path=str(path), reason=f"line {number} has no end")
            if line.strip():
                yield _checked(path, line, form, f"line {number}: ")


def bounded(path: Path, limit: int = MAX_BYTES) -> bytes:
    """A whole file; raises ExpectedError where it is missing, or larger than `limit` bytes."""
    check_size(path, limit)
    return path.read_bytes()


def check_size(path: Path, limit: int) -> None:
    """Raise ExpectedError where there is no ordinary file, or one larger than `limit` bytes."""
    if not path.is_file():
        raise ExpectedError(Code.DATA_MISSING, path=str(path))
    if path.stat().st_size > limit:
        raise ExpectedError(Code.DATA_TOO_LARGE, path=str(path), limit=str(limit // MEGABYTE))
    if not os.access(path, os.R_OK):
        raise ExpectedError(Code.DATA_BROKEN, path=str(path), reason=os.strerror(errno.EACCES))


def picture(folders: tuple[Path, ...], untrusted_name: str) -> bytes:
    """The picture that a file names, with or without its ending, from the first of the folders that has it.

    Untrusted bytes; raises ExpectedError where none has it, or where the name leads elsewhere.
    """
    name = Path(untrusted_name).name
    if name != untrusted_name:
        reason = f"{untrusted_name[:80]!r} is not the name of a picture"
        raise ExpectedError(Code.DATA_BROKEN, path=str(folders[0]), reason=reason)
    return bounded(first_file(*(folder / f"{name}{ending}" for folder in folders for ending in ENDINGS)))


def first_file(*places: Path) -> Path:
    """The first of the places at which a file is; raises ExpectedError with the first one where there is none."""
    for place in places:
        if place.is_file():
            return place
    raise ExpectedError(Code.DATA_MISSING, path=str(places[0]))


def _checked(path: Path, untrusted: bytes, form: type[Form], place: str) -> Form:
    try:
        return form.model_validate_json(untrusted)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        reason = f"{place}{field + ': ' if field else ''}{first['msg']}".rstrip(".")
        raise ExpectedError(Code.DATA_BROKEN, path=str(path), reason=reason) from error
