"""Descriptions kept on this computer: added, added to, found, opened and deleted.

All text is hostile: it may hold any characters, and so may a query, of which nothing has a meaning of its own. For one
thread at a time; several processes may use the same file. What fails raises ExpectedError.
"""

import json
import re
import sqlite3
import time
import unicodedata
from pathlib import Path
from typing import Any

import platformdirs

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.domain.said import Said
from sparc_desktop.services.history.export import write_export
from sparc_desktop.services.history.file import PATIENCE, HistoryFile
from sparc_desktop.services.history.record import Entry, Record
from sparc_desktop.services.history.schema import LATEST, DamagedError, writing
from sparc_desktop.services.narration import sentences_of

BEGINNING = 200  # characters of the first sentence, for a row of a list
WORDS = 100  # of one query: SQLite refuses a thousand, and nobody types a hundred
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # SQLite ends a text at the first and takes none of the others
_RECORDS = "SELECT id, at, label, beginning FROM entries WHERE {found} ORDER BY id DESC LIMIT ?"
_FOUND = "id IN (SELECT id FROM texts WHERE {found})"
_ENTRIES = (
    "SELECT id, at, label, description, text, talk, picture "
    "FROM entries JOIN texts USING (id) LEFT JOIN pictures USING (id)"
)


def history_path() -> Path:
    """Where the history lies."""
    return platformdirs.user_data_path("sparc-desktop", appauthor=False) / "history.sqlite"


class History:
    """Nothing is on the disk before the first `add`."""

    def __init__(self, path: Path | None = None, patience: float = PATIENCE) -> None:
        self._file = HistoryFile(path or history_path(), patience)

    @property
    def broken(self) -> Hook[[Failure]]:
        """Carries a failure to be told: a damaged file was put aside, and an empty history begins."""
        return self._file.broken

    def add(self, label: str, said: Said, untrusted_picture: bytes | None = None) -> int:
        """Keep a description; its number, which no other one ever has."""
        now = time.time()

        def work(history: sqlite3.Connection) -> int:
            with writing(history):
                (newest,) = history.execute("SELECT coalesce(max(id), 0) FROM entries").fetchone()
                # By the clock, so that no number comes back, not even in a new file.
                entry = Entry(max(int(now * 1e6), newest + 1), int(now), label, said, untrusted_picture)
                _insert(history, entry)
            return entry.number

        return self._file.write(work)

    def amend(self, number: int, said: Said) -> None:
        """More was said now; nothing happens where it was deleted."""

        def work(history: sqlite3.Connection) -> None:
            with writing(history):
                if row := history.execute("SELECT label FROM entries WHERE id = ?", (number,)).fetchone():
                    update = "UPDATE texts SET sought = ?, description = ?, text = ?, talk = ? WHERE id = ?"
                    history.execute(update, (*_texts(row[0], said), number))

        self._file.use(work, None)

    def search(self, query: str = "", limit: int = -1) -> list[Record]:
        """Those whose label and text hold all words of the query, the newest first; all where it is empty."""
        words = list(dict.fromkeys(_folded(query).split()))[:WORDS]
        found = " AND ".join(["instr(sought, ?)"] * len(words))
        select = _RECORDS.format(found=_FOUND.format(found=found) if words else "TRUE")
        return self._file.use(lambda history: [_record(row) for row in history.execute(select, (*words, limit))], [])

    def open(self, number: int) -> Entry:
        """All of one."""
        return _there(self._file.use(lambda history: _entry(history, number), None))

    def delete(self, number: int) -> Entry:
        """Delete one; what it was, to be brought back by `restore`."""

        def work(history: sqlite3.Connection) -> Entry | None:
            with writing(history):
                entry = _entry(history, number)
                history.execute("DELETE FROM entries WHERE id = ?", (number,))
            return entry

        return _there(self._file.use(work, None))

    def restore(self, entry: Entry) -> None:
        """Bring back one that was deleted, to its old place."""

        def work(history: sqlite3.Connection) -> None:
            with writing(history):
                _insert(history, entry)

        self._file.write(work)

    def delete_all(self) -> None:
        """Nothing remains, neither in the file nor in damaged ones that were put aside."""

        def work(history: sqlite3.Connection) -> None:
            with writing(history):
                for table in ("pictures", "texts", "entries"):
                    history.execute(f"DELETE FROM {table}")  # noqa: S608
            history.execute("VACUUM")
            if history.execute("SELECT id FROM entries UNION ALL SELECT id FROM texts").fetchone():
                raise DamagedError  # the file is put aside, and deleted with others below

        try:
            self._file.use(work, None)
        except ExpectedError as error:
            if error.failure.code is not Code.HISTORY_FULL:
                raise
            self._file.remove()  # there was not even room to note down what is being deleted
        self._file.remove_kept()

    def export(self, path: Path) -> int:
        """Write all into a file, as JSON where its name ends so, else as a web page; how many they were."""

        def work(history: sqlite3.Connection) -> int:
            return write_export(path, (_checked(row) for row in history.execute(f"{_ENTRIES} ORDER BY id DESC")))

        return self._file.use(work, 0)

    def count(self) -> int:
        """How many there are."""
        return self._file.use(lambda history: int(*history.execute("SELECT count(*) FROM entries").fetchone()), 0)


def _insert(history: sqlite3.Connection, entry: Entry) -> None:
    number, label = entry.number, _clean(entry.label)
    beginning = _clean(next(iter(sentences_of(entry.said.whole)), ""))[:BEGINNING]
    history.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", (number, entry.at, label, beginning))
    insert = "INSERT INTO texts (id, sought, description, text, talk) VALUES (?, ?, ?, ?, ?)"
    history.execute(insert, (number, *_texts(label, entry.said)))
    if entry.untrusted_picture is not None:
        history.execute("INSERT INTO pictures VALUES (?, ?)", (number, entry.untrusted_picture))


def _entry(history: sqlite3.Connection, number: int) -> Entry | None:
    row = history.execute(f"{_ENTRIES} WHERE id = ?", (number,)).fetchone()
    return _checked(row) if row else None


def _record(row: tuple[Any, ...]) -> Record:
    if tuple(map(type, row)) != (int, int, str, str) or not 0 <= row[1] <= LATEST:
        raise DamagedError  # flipped bits can make one thing of another
    return Record(*row)


def _checked(row: tuple[Any, ...]) -> Entry:
    *record, text, talk, picture = row
    _record(tuple(record))
    try:
        turns = json.loads(talk)
    except (TypeError, ValueError, RecursionError) as error:
        raise DamagedError from error
    texts = [text, *turns] if isinstance(turns, list) else [None]
    if not (all(isinstance(each, str) for each in texts) and isinstance(picture, bytes | None)):
        raise DamagedError
    number, at, label, description = record
    return Entry(number, at, label, Said(description, text, tuple(turns)), picture)


def _there(entry: Entry | None) -> Entry:
    if entry is None:
        raise ExpectedError(Code.HISTORY_GONE)
    return entry


def _clean(text: str) -> str:
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)


def _texts(label: str, said: Said) -> tuple[str, str, str, str]:
    """What is searched, and the parts."""
    sought = _folded(f"{label}\n{said.whole}")
    talk = [_clean(each) for each in said.talk]
    return sought, _clean(said.description), _clean(said.text), json.dumps(talk, ensure_ascii=False)


def _folded(text: str) -> str:
    """Without the differences between large and small, wide and narrow, and two ways to write the same letter."""
    return unicodedata.normalize("NFKC", _clean(text)).casefold()
