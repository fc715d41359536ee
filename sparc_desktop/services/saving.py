"""What becomes of a description outside of the program: a text file, a picture with alt text, a piece of HTML."""

import html
from pathlib import Path

from sparc_desktop.capture.file import capture_file, printable
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.alt_text import alt_text_of, kind_of, with_alt_text
from sparc_desktop.services.whole_file import write_whole

DESCRIBED = ".described"  # between the name of a picture and its ending
BEGINNING = 16  # bytes that tell the kind of a file


def save_text(text: str, path: Path) -> None:
    """In place of what is there; raises ExpectedError."""
    write_whole(path, [f"{text.strip()}\n".encode(errors="replace")], replace=True)


def save_alt_text(picture: Capture | Path, description: str, path: Path, *, replace: bool = False) -> None:
    """The picture with the description in its metadata; raises ExpectedError.

    It may be written in its own place, where it keeps its dates. A picture file is read now, not as it was when it was
    described: whatever has been changed in it since is kept.
    """
    capture = capture_file(picture) if isinstance(picture, Path) else picture
    data = with_alt_text(capture.untrusted_data, alt_text_of(description), capture.label)
    in_place = isinstance(picture, Path) and _are_same(path, picture)
    write_whole(path, [data], replace=replace, dates=in_place)


def suffixes_for(picture: Capture | Path) -> tuple[str, ...]:
    """What the name of a copy with alt text may end in; raises ExpectedError where there can't be one."""
    beginning = _beginning(picture) if isinstance(picture, Path) else picture.untrusted_data
    kind = kind_of(beginning)
    if kind is None:
        label = printable(picture.name) if isinstance(picture, Path) else picture.label
        raise ExpectedError(Code.ALT_TEXT_UNSUPPORTED, label=label)
    return kind.suffixes


def _are_same(path: Path, picture: Path) -> bool:
    try:
        return path.samefile(picture)
    except (OSError, ValueError):  # as a rule because there is nothing yet; what else is wrong, writing it will tell
        return False


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except FileNotFoundError as error:
        raise ExpectedError(Code.FILE_MISSING, path=printable(str(path))) from error
    except OSError as error:
        raise ExpectedError(Code.FILE_UNREADABLE, path=printable(str(path))) from error


def described(path: Path) -> Path:
    """The name of a picture's copy with alt text: "cat.described.jpg" for "cat.jpg"."""
    return path.with_name(f"{path.stem}{DESCRIBED}{path.suffix}")


def alt_attribute(text: str) -> str:
    """As HTML's alt="…", on one line, to be pasted into the tag of a picture."""
    return f'alt="{html.escape(" ".join(text.split()))}"'
