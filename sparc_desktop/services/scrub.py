"""Makes a line of the log fit to be shown to others: no names of files, of the user or of the computer.

The log holds nothing of the kind by design; but a message of the system may, and a report is sent away. So what looks
like a path is left out but for the program's own code, and names that belong to the user or the computer get a
stand-in. What can't be told apart is left out rather than kept.
"""

import getpass
import re
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path

SHORTEST = 2  # characters: a shorter name would be replaced in words that are nobody's
OWN_CODE = re.compile(r"(?:^|[\\/])((?:sparc_desktop|site-packages|python3?[.\d]*)[\\/][\w\\/.-]*)$")
START = r"(?:~[\w.-]*|\.{1,2}|[A-Za-z]:|file:)?[\\/]+"  # of a path, on any system
QUOTED = re.compile(rf"(?P<quote>['\"“])(?P<path>{START}[^'\"“”]*)(?P<end>['\"”])")
BARE = re.compile(rf"(?<![\w'\"“.~/\\…]){START}[^\s/\\].*$")  # to the end of its line: names may have spaces in them
# A file without a path, in quotes or not: where its name begins can't be told, so all before it goes as well.
KINDS = "png|apng|jpe?g|jpe|jfif|webp|gif|bmp|tiff?|heic|avif|svg|pdf|docx?|odt|txt|html?|wav|mp3|mp4|zip"
NAMED = re.compile(rf"(?i:^.*\.(?:{KINDS})\b)")
ERROR = re.compile(r"^([|+\s]*[A-Za-z_][\w.]*):.*$")  # the last line of a traceback; its message may quote anything
# The first line of a record, up to its message, whose other lines follow it.
RECORD = re.compile(r"^\d{4}-\d\d-\d\d (?:\S+ \d+ [A-Z]+ [\w.]+: )?")


def scrub(lines: Iterable[str], home: Path | None = None, names: dict[str, str] | None = None) -> Iterator[str]:
    """The lines of a log without what is private; `names` are replaced, by default the user's and the computer's."""
    names = private_names(home or Path.home()) if names is None else names
    for line in _without_messages(lines):
        yield replace_names(_without_paths(line), names)


def _without_messages(lines: Iterable[str]) -> Iterator[str]:
    """What an exception says, on whatever number of lines, may quote anything; its kind is kept."""
    is_message = False
    for line in lines:
        if RECORD.match(line):
            is_message = False
        elif error := ERROR.match(line):
            if not is_message:
                yield f"{error[1]}: …"
            is_message = True
        elif line.startswith(("Traceback", "During handling", "The above exception", "Current thread", "Thread ")):
            is_message = False
        if not is_message:
            yield line


def replace_names(text: str, names: dict[str, str]) -> str:
    """Stand-ins for names, wherever they stand as a word, in either case."""
    for name, stand_in in names.items():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", stand_in, text, flags=re.IGNORECASE)
    return text


def private_names(home: Path) -> dict[str, str]:
    """The names of the user and of the computer, each with its stand-in."""
    host = socket.gethostname()
    named = {str(home): "~", home.name: "user", _user(): "user", host: "computer", host.split(".")[0]: "computer"}
    return {name: stand_in for name, stand_in in named.items() if len(name) >= SHORTEST}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as containers have
        return ""


def _without_paths(line: str) -> str:
    record = RECORD.match(line)
    beginning = record[0] if record else ""
    message = QUOTED.sub(lambda found: found["quote"] + _code_in(found["path"]) + found["end"], line[len(beginning) :])
    message = BARE.sub(lambda found: _code_in(found[0].rstrip()), message)
    return beginning + NAMED.sub("…", message)


def _code_in(path: str) -> str:
    own = OWN_CODE.search(path)
    return f"…/{own[1]}" if own else "…"
