"""The whole history in one file: a web page for people, or JSON for other programs.

It is written entry by entry, for the pictures may be more than memory holds, and for its owner's eyes alone. Text and
pictures are hostile: the text is escaped, and only those pictures are shown whose kind a browser knows.
"""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sparc_desktop.page.document import CLOSING, language_of, opening
from sparc_desktop.page.markup import Html, element, joined
from sparc_desktop.services.history.dates import when
from sparc_desktop.services.history.record import Entry
from sparc_desktop.services.whole_file import write_whole
from sparc_desktop.translation import translate

STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1.5rem; max-width: 45rem; font-family: system-ui, sans-serif; line-height: 1.55;
  overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
"""
_KINDS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb"BM"), "image/bmp"),
)


def write_export(path: Path, entries: Iterable[Entry]) -> int:
    """Write them, as JSON where the name ends so; how many they were. Raises ExpectedError."""
    pieces = _json if path.suffix.lower() == ".json" else _page
    count = 0

    def counted() -> Iterator[Entry]:
        nonlocal count
        for entry in entries:
            count += 1
            yield entry

    texts = pieces(counted())
    write_whole(path, (text.encode(errors="replace") for text in texts), replace=True, private=True)
    return count


def _json(entries: Iterator[Entry]) -> Iterator[str]:
    yield "["
    comma = ""
    for entry in entries:
        picture = entry.untrusted_picture
        values = {
            "time": datetime.fromtimestamp(entry.at, UTC).isoformat(),
            "label": entry.label,
            "text": entry.said.whole,
            "picture": None if picture is None else base64.b64encode(picture).decode(),
        }
        yield f"{comma}\n{json.dumps(values, ensure_ascii=False, indent=1)}"
        comma = ","
    yield "\n]\n"


def _page(entries: Iterator[Entry]) -> Iterator[str]:
    title = translate("History", "Descriptions of pictures")
    yield f"{opening(title, STYLE)}\n"
    for entry in entries:
        yield f"{_article(entry)}\n"
    yield CLOSING


def _article(entry: Entry) -> Html:
    moment = datetime.fromtimestamp(entry.at, UTC).isoformat()
    lines = (line for line in entry.said.whole.splitlines() if line.strip())
    return element(
        "article",
        element("h2", entry.label),
        element("p", element("time", when(entry.at, datetime.max), datetime=moment)),
        _picture(entry),
        *(element("p", line, lang=language_of(line)) for line in lines),
    )


def _picture(entry: Entry) -> Html:
    """Its text alternative is short, for the description follows at once."""
    picture = entry.untrusted_picture or b""
    for beginning, kind in _KINDS:
        if beginning.match(picture):
            alt = translate("History", "Picture: {label}").format(label=entry.label)
            return element("img", src=f"data:{kind};base64,{base64.b64encode(picture).decode()}", alt=alt)
    return joined()
