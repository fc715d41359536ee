"""Which kind of picture file it is, and the way of the alt text into it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.alt_text import jpeg, png, tiff, webp
from sparc_desktop.services.alt_text.packet import Merge, merged
from sparc_desktop.services.alt_text.refused import Refused
from sparc_desktop.services.alt_text.words import AltText


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of picture file that can hold alt text. `edit` returns the file with its packet exchanged, or raises."""

    suffixes: tuple[str, ...]
    is_one: Callable[[bytes], bool]
    edit: Callable[[bytes, Merge], bytes]


KINDS = (
    Kind((".jpg", ".jpeg", ".jpe", ".jfif"), lambda data: data.startswith(jpeg.BEGINNING), jpeg.edit),
    Kind((".png", ".apng"), lambda data: data.startswith(png.BEGINNING), png.edit),
    Kind((".webp",), lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP", webp.edit),
    Kind((".tif", ".tiff"), lambda data: data.startswith(tiff.BEGINNINGS), tiff.edit),
)


def kind_of(untrusted_data: bytes) -> Kind | None:
    """By its bytes, not its name; None where it is of no kind that can hold alt text here."""
    return next((kind for kind in KINDS if kind.is_one(untrusted_data)), None)


def with_alt_text(untrusted_data: bytes, alt: AltText, label: str) -> bytes:
    """The same picture with this alt text in its metadata.

    Raises ExpectedError: ALT_TEXT_UNSUPPORTED, METADATA_UNREADABLE, METADATA_FULL, IMAGE_BROKEN.
    """
    kind = kind_of(untrusted_data)
    if kind is None or len(untrusted_data) > MAX_BYTES:
        raise ExpectedError(Code.ALT_TEXT_UNSUPPORTED, label=label)
    try:
        return kind.edit(untrusted_data, partial(merged, alt))
    except Refused as refused:
        raise ExpectedError(refused.code, label=label) from refused
