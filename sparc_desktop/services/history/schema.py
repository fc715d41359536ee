"""The inside of the file, and how one of an older version becomes one of today's.

What a list shows is apart from the texts, and these from the pictures, so that each can be read without the others.
`sought` is what is searched: label and text with all differences taken out that nobody means. It is scanned with
`instr`: words of one and two letters, all that many Chinese words have, are beneath an index of three (FTS5's
trigrams), which also makes the file five times as large and keeps deleted words for a while.

`STEPS[n]` turns a file of version n into one of version n + 1; an empty file has version 0. A step is never changed
after its release.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

LATEST = 253_402_214_400  # seconds since 1970 of the last day of the year 9999: no calendar here goes further
_FIRST = (
    "CREATE TABLE entries (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, label TEXT NOT NULL, beginning TEXT NOT NULL)",
    "CREATE TABLE texts (id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE, "
    "sought TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE pictures (id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE, picture BLOB NOT NULL)",
)
STEPS: Sequence[Sequence[str]] = (_FIRST,)


class DamagedError(Exception):
    """The file is no history that this version can read."""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written in this block is there afterwards, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # SQLite itself goes back where the disk is full
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def migrate(connection: sqlite3.Connection, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Make the file one of today's; raises DamagedError where it comes from a later version of the program."""
    if _version(connection) == len(steps):
        return
    with writing(connection):
        version = _version(connection)  # another process may have done it meanwhile
        if version > len(steps):
            raise DamagedError
        for statement in (statement for step in steps[version:] for statement in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
