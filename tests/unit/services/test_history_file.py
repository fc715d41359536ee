"""A history that is damaged is kept aside and said; one that can't be used is said; nothing is ever overwritten."""

import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.said import Said
from sparc_desktop.services.history.file import address
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.schema import STEPS, DamagedError, migrate

PICTURE = b"\x89PNG" + bytes(range(256)) * 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "history.sqlite"
    path.parent.mkdir()
    return path


@pytest.fixture
def broken() -> list[Failure]:
    return []


@pytest.fixture
def history(path: Path, broken: list[Failure]) -> History:
    history = History(path, patience=0)
    history.broken.connect(broken.append)
    return history


def fill(path: Path, count: int) -> list[int]:
    history = History(path)
    return [
        history.add(f"{number}.png", Said(f"Picture {number}. " + "word " * 600), PICTURE) for number in range(count)
    ]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with many entries, to be copied before it is damaged."""
    path = tmp_path_factory.mktemp("filled") / "history.sqlite"
    fill(path, 40)
    return path


def replace(start: int, data: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(start if start >= 0 else path.stat().st_size + start)
            file.write(data)

    return damage


def cut(path: Path, share: float) -> None:
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))


def script(*statements: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return damage


DAMAGES: dict[str, Callable[[Path], object]] = {
    "another kind of file": lambda path: path.write_bytes(b"<!DOCTYPE html>" * 100),
    "random bytes": lambda path: path.write_bytes(random.Random(1).randbytes(50_000)),
    "a byte": lambda path: path.write_bytes(b"S"),
    "cut in half": lambda path: cut(path, 0.5),
    "cut near its end": lambda path: cut(path, 0.97),
    "cut within its first page": lambda path: cut(path, 0.001),
    "header gone": replace(0, bytes(100)),
    "first page gone": replace(100, bytes(3900)),
    "second page gone": replace(4096, random.Random(2).randbytes(4096)),
    "another version": script("PRAGMA user_version = 0"),
    "no version there is": script("PRAGMA user_version = -1"),
    "a later version": script(f"PRAGMA user_version = {len(STEPS) + 1}"),
    "a table gone": script("DROP TABLE entries"),
    "a column of another name": script("ALTER TABLE entries RENAME COLUMN beginning TO ending"),
    "a text that is a number": script("UPDATE entries SET beginning = x'00'"),
    "a year that not all systems know": script("UPDATE entries SET at = 253402214400"),
    "a time beyond all calendars": script("UPDATE entries SET at = 99999999999999"),
    "a time that is a word": script("UPDATE entries SET at = 'yesterday'"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("first", ["search", "add"])
def test_a_damaged_file_is_kept_aside_and_said_and_an_empty_history_begins(
    path: Path, filled: Path, history: History, broken: list[Failure], damage: Callable[[Path], object], first: str
) -> None:
    shutil.copy(filled, path)
    damage(path)
    data = path.read_bytes()
    if first == "add":
        history.add("new.png", Said("New."))
    found = history.search()
    (failure,) = broken
    assert failure.code == Code.HISTORY_BROKEN
    assert failure.params["path"] == str(path)
    kept = Path(failure.params["kept"])
    assert kept.parent == path.parent
    assert kept.name.startswith("history.broken-")
    assert kept.suffix == ".sqlite"
    if first == "search":  # what is written before the damage is come across is kept with it
        assert kept.read_bytes() == data
        assert found == []
    assert history.add("new.png", Said("New."))
    assert "new.png" in [record.label for record in history.search()]
    assert len(broken) == 1


def test_a_damaged_picture_is_found_when_it_is_opened(path: Path, history: History, broken: list[Failure]) -> None:
    numbers = fill(path, 3)
    script("UPDATE pictures SET picture = 7")(path)
    assert len(history.search()) == len(numbers)
    with pytest.raises(ExpectedError) as caught:
        history.open(numbers[0])
    assert caught.value.failure.code == Code.HISTORY_GONE
    assert [failure.code for failure in broken] == [Code.HISTORY_BROKEN]


@pytest.mark.parametrize("talk", ["", "{}", "7", "[7]", "[[]]", "[" * 99_999, b"\xff"])
def test_a_damaged_talk_is_found_when_it_is_opened(
    path: Path, history: History, broken: list[Failure], talk: str | bytes
) -> None:
    (number,) = fill(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE texts SET talk = ?", (talk,))
        connection.commit()
    with pytest.raises(ExpectedError):
        history.open(number)
    assert [failure.code for failure in broken] == [Code.HISTORY_BROKEN]


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE texts RENAME COLUMN talk TO chat",
        "DROP TABLE texts",
        "DROP TABLE pictures",
    ],
)
def test_an_inside_that_is_not_as_it_should_be_is_found_when_it_matters(
    path: Path, history: History, broken: list[Failure], statement: str
) -> None:
    (number,) = fill(path, 1)
    script(statement)(path)
    with pytest.raises(ExpectedError) as caught:
        history.open(number)
    assert caught.value.failure.code == Code.HISTORY_GONE
    assert [failure.code for failure in broken] == [Code.HISTORY_BROKEN]


def test_a_defect_of_the_program_leaves_the_file_where_it_is(
    path: Path, history: History, broken: list[Failure]
) -> None:
    number, *_ = fill(path, 2)
    with pytest.raises(sqlite3.IntegrityError):
        history.restore(history.open(number))
    for statement in ("SELECT nothing", "SELECT * FROM nowhere", "SELECT ?", "SELECT zeroblob(9999999999)"):
        with pytest.raises(sqlite3.Error):
            history._file.use(lambda connection, each=statement: connection.execute(each).fetchall(), None)
    assert (history.count(), broken) == (2, [])


def test_a_file_on_another_computer_is_found() -> None:
    assert (
        address(PureWindowsPath("//server/our share/ä/h.sqlite"))
        == "file:////server/our%20share/%C3%A4/h.sqlite?mode=rw"
    )
    assert address(PureWindowsPath("C:/Users/me/h.sqlite")) == "file:///C:/Users/me/h.sqlite?mode=rw"


@pytest.mark.parametrize("name", ["a?b#c%41 d", "ä猫", "\udcff"])
def test_a_path_of_any_characters_is_found(tmp_path: Path, name: str) -> None:
    history = History(Path(f"/{tmp_path}") / name / "history.sqlite")  # with two slashes, as other computers' have
    history.add("cat.png", Said("A cat."))
    assert (tmp_path / name / "history.sqlite").stat().st_size
    assert history.count() == 1


@pytest.mark.parametrize("seed", [*range(30), 138, 288])
def test_any_damage_ends_in_a_sentence_or_in_nothing(
    path: Path, filled: Path, tmp_path: Path, history: History, broken: list[Failure], seed: int
) -> None:
    """Bytes flipped anywhere: each answer is one that could be, or the file is put aside, or an expected failure."""
    numbers = [record.number for record in History(filled).search()]
    chance = random.Random(seed)
    data = bytearray(filled.read_bytes())
    for _ in range(chance.choice((1, 10, 300))):
        data[chance.randrange(len(data) if seed % 2 else 8192)] = chance.randrange(256)
    path.write_bytes(data)
    doings: list[Callable[[], object]] = [
        history.search,
        lambda: history.search("picture"),
        lambda: history.open(numbers[3]),
        lambda: history.amend(numbers[4], Said("Longer. " * 900)),
        lambda: history.delete(numbers[5]),
        lambda: history.export(tmp_path / "all.json"),
        lambda: history.add("new.png", Said("New."), PICTURE),
        history.count,
        history.delete_all,
    ]
    for do in doings:
        try:
            do()
        except ExpectedError as error:
            assert error.failure.code in (Code.HISTORY_GONE, Code.HISTORY_UNUSABLE)
    assert history.count() == 0
    assert {failure.code for failure in broken} <= {Code.HISTORY_BROKEN}


def test_an_empty_file_is_an_empty_history(path: Path, history: History, broken: list[Failure]) -> None:
    path.touch()
    assert history.search() == []
    history.add("cat.png", Said("A cat."))
    assert (history.count(), broken) == (1, [])


def test_two_files_broken_within_a_second_are_both_kept(path: Path, history: History, broken: list[Failure]) -> None:
    for text in ("first", "second"):
        path.write_text(text * 100)
        history.search()
    assert {Path(failure.params["kept"]).read_text()[:5] for failure in broken} == {"first", "secon"}


def test_a_folder_in_its_place_is_moved_aside_and_never_emptied(
    path: Path, history: History, broken: list[Failure]
) -> None:
    path.mkdir()
    (path / "mine").write_text("mine")
    assert history.search() == []
    assert (Path(broken[0].params["kept"]) / "mine").read_text() == "mine"
    history.add("cat.png", Said("A cat."))
    history.delete_all()
    assert (Path(broken[0].params["kept"]) / "mine").read_text() == "mine"


def code_of(work: Callable[[], object]) -> Code:
    with pytest.raises(ExpectedError) as caught:
        work()
    assert caught.value.failure.params["path"]
    return caught.value.failure.code


def test_a_file_that_another_program_holds_is_said(path: Path, history: History) -> None:
    (number, *_) = fill(path, 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for work in (lambda: history.add("cat.png", Said("A cat.")), history.search, history.delete_all):
            assert code_of(work) == Code.HISTORY_BUSY
        assert code_of(lambda: history.delete(number)) == Code.HISTORY_BUSY
    assert history.count() == 2


def test_another_program_that_holds_it_for_a_moment_is_waited_for(path: Path) -> None:
    fill(path, 2)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
        assert History(path, patience=60).add("cat.png", Said("A cat."))


def test_a_place_where_nothing_can_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "history.sqlite", Path("/proc/nowhere/history.sqlite")):
        history = History(path)
        assert history.search() == []
        assert code_of(lambda history=history: history.add("cat.png", Said("A cat."))) == Code.HISTORY_UNUSABLE


WORK = """
import sys
from pathlib import Path
from sparc_desktop.domain.said import Said
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.services.history.history import History
history = History(Path(sys.argv[1]))
def do(work):
    try:
        print(work())
    except ExpectedError as error:
        print(error.failure.code)
"""


def in_own_namespace(setup: str, work: str, path: Path) -> list[str]:
    """What is printed by a program for which the file's folder is mounted anew."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("no folder can be mounted here")
    command = f'{setup} && exec "$1" -c "$2" "$3"'
    arguments = ["sh", sys.executable, WORK + work, str(path)]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", command, *arguments], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_folder_that_may_only_be_read_is_said_and_read(path: Path) -> None:
    fill(path, 3)
    setup = f"mount --bind {path.parent} {path.parent} && mount -o remount,bind,ro {path.parent}"
    work = """
do(lambda: len(history.search("picture")))
number = history.search()[0].number
do(lambda: history.open(number).label)
do(lambda: history.add("cat.png", Said("A cat.")))
do(lambda: history.delete(number))
do(history.delete_all)
"""
    assert in_own_namespace(setup, work, path) == ["3", "2.png", *["history-unusable"] * 3]


def test_a_damaged_file_that_cannot_be_put_aside_is_said_and_left(path: Path) -> None:
    path.write_text("mine" * 100)
    setup = f"mount --bind {path.parent} {path.parent} && mount -o remount,bind,ro {path.parent}"
    work = "do(history.search)\ndo(lambda: history.add('cat.png', Said('A cat.')))"
    assert in_own_namespace(setup, work, path) == ["history-unusable"] * 2
    assert path.read_text() == "mine" * 100


def test_a_full_disk_is_said_and_all_can_be_deleted_nevertheless(path: Path) -> None:
    setup = f"mount -t tmpfs -o size=400k none {path.parent}"
    work = """
number = history.add("first.png", Said("First. " * 9000), b"picture" * 9000)
do(lambda: history.add("large.png", Said("Large."), bytes(900_000)))
do(lambda: [record.label for record in history.search()])
(path,) = Path(sys.argv[1]).parent.iterdir()
filler = path.with_name("filler").open("wb", buffering=0)
try:
    while True:
        filler.write(bytes(1024))
except OSError:
    pass
do(lambda: history.delete_all())
do(history.count)
do(lambda: history.search())
print(sorted(path.name for path in path.parent.iterdir() if path.stat().st_size > 20_000))
"""
    assert in_own_namespace(setup, work, path) == ["history-full", "['first.png']", "None", "0", "[]", "['filler']"]


def test_what_an_older_version_has_kept_comes_back_as_the_description(path: Path, history: History) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, STEPS[:1])
        connection.execute("INSERT INTO entries VALUES (1, 2, 'cat.png', 'A cat.')")
        connection.execute("INSERT INTO texts VALUES (1, 'cat.png a cat. text: milk', 'A cat.\nText: MILK')")
    assert history.open(1).said == Said("A cat.\nText: MILK")
    history.amend(1, Said("A cat.\nText: MILK", "", ("Question: Why?", "So.")))
    assert history.open(1).said.talk == ("Question: Why?", "So.")


def test_an_older_file_becomes_one_of_today_step_by_step_or_not_at_all() -> None:
    steps = (
        *STEPS,
        ["ALTER TABLE entries ADD COLUMN star INTEGER NOT NULL DEFAULT 0"],
        ["UPDATE entries SET star = 5"],
    )
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        connection.execute("INSERT INTO entries VALUES (1, 2, 'cat.png', 'A cat.')")
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, [*steps, ["nonsense"]])
        assert connection.execute("SELECT * FROM entries").fetchall() == [(1, 2, "cat.png", "A cat.")]
        migrate(connection, steps)
        assert connection.execute("SELECT star FROM entries").fetchall() == [(5,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
        with pytest.raises(DamagedError):
            migrate(connection)
