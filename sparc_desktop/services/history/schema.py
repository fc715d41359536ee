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
from contextlib import closing, contextmanager

LATEST = 32_503_680_000  # seconds since 1970 of the year 3000, beyond which Windows knows no dates
_FIRST = (
    "CREATE TABLE entries (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, label TEXT NOT NULL, beginning TEXT NOT NULL)",
    "CREATE TABLE texts (id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE, "
    "sought TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE pictures (id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE, picture BLOB NOT NULL)",
)
_PARTS = (  # what was one text before is taken for the description
    "ALTER TABLE texts RENAME COLUMN text TO description",
    "ALTER TABLE texts ADD COLUMN text TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE texts ADD COLUMN talk TEXT NOT NULL DEFAULT '[]'",  # a list in JSON
)
STEPS: Sequence[Sequence[str]] = (_FIRST, _PARTS)
_SHAPE = """
SELECT tables.name, columns.name, columns.type, columns."notnull", columns.pk, links."table", links.on_delete
FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
LEFT JOIN pragma_foreign_key_list(tables.name) AS links ON links."from" = columns.name
ORDER BY 1, 2
"""


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


def is_sound(connection: sqlite3.Connection) -> bool:
    """Is nothing wrong with this file? What failed in it is then no fault of its own."""
    try:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        lost = connection.execute("PRAGMA foreign_key_check").fetchone()
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
            migrate(model)
            return found == "ok" and lost is None and _shape(connection) == _shape(model)
    except sqlite3.Error:
        return False


def _shape(connection: sqlite3.Connection) -> tuple[int, list[object]]:
    return _version(connection), connection.execute(_SHAPE).fetchall()


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
