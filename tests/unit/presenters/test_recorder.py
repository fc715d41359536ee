"""What is kept of what happens, and that nothing is where the user has not chosen so."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.said import Said
from sparc_desktop.presenters.album import Entry
from sparc_desktop.presenters.recorder import Recorder
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.settings.model import HistorySettings
from tests.support.window_thread import WindowThread
from tests.unit.presenters.conftest import Room


class Stage:
    """A recorder with a real history."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.thread = WindowThread()
        self.settings = HistorySettings(keep=True)
        self.failures: list[Failure] = []
        self.keeper = Keeper(History(path, patience=0), self.thread)
        self.recorder = Recorder(self.keeper, lambda: self.settings, capture_file, self.failures.append)

    def listen(self, room: Room) -> None:
        """To a main window, as the program does."""
        room.main.began.connect(self.recorder.begin)
        room.main.finished.connect(self.recorder.keep)

    def begin(self, entry: Entry) -> None:
        """A description, or an answer, is on its way."""
        self.recorder.begin(entry, entry.transcript)

    def describe(self, text: str = "A cat.", source: Capture | Path | None = None) -> Entry:
        """From its beginning to its end."""
        entry = described(text, source)
        self.begin(entry)
        self.recorder.keep(entry)
        return entry

    def answer(self, entry: Entry, text: str = "Black.") -> None:
        self.begin(entry)
        entry.transcript.ask("Which colour?")
        entry.transcript.grow(text)
        entry.transcript.end()
        self.recorder.keep(entry)

    def settle(self) -> None:
        """Until all is written that was to be kept, and told what was to be told."""
        done: list[None] = []
        self.keeper.ask(lambda _history: None, done.append, lambda _failure: None)
        self.thread.until(lambda: done, "the history")

    def texts(self) -> list[str]:
        self.settle()
        history = History(self.path)
        return [history.open(record.number).said.whole for record in history.search()]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path / "folder" / "history.sqlite")
    yield stage
    stage.keeper.close()


def described(text: str = "A cat.", source: Capture | Path | None = None) -> Entry:
    entry = Entry("cat.png", source or Capture("cat.png", b"picture"))
    entry.transcript.grow(text)
    entry.transcript.end()
    return entry


def test_a_description_is_kept_and_what_is_said_later_is_added(stage: Stage) -> None:
    entry = stage.describe()
    entry.transcript.add_text("MILK")
    stage.recorder.keep(entry)  # before the first one is surely written
    stage.answer(entry)
    assert stage.texts() == ["A cat.\nText: MILK\nQuestion: Which colour?\nBlack."]
    assert stage.failures == []


def test_a_picture_described_anew_is_another_description(stage: Stage) -> None:
    entry = stage.describe("A cat.")
    entry.begin()
    stage.begin(entry)
    entry.transcript.grow("A dog.")
    stage.recorder.keep(entry)
    assert stage.texts() == ["A dog.", "A cat."]


def test_what_is_asked_about_an_opened_one_is_added_to_it(stage: Stage) -> None:
    number = History(stage.path).add("cat.png", Said("A cat."))
    entry = described("A cat.")
    stage.recorder.resume(entry, number)
    stage.answer(entry)
    assert stage.texts() == ["A cat.\nQuestion: Which colour?\nBlack."]


def test_nothing_is_kept_unless_it_is_chosen(stage: Stage, tmp_path: Path) -> None:
    stage.settings = HistorySettings()
    stage.describe()
    assert stage.texts() == []
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_kept_of_what_is_private_not_even_later(stage: Stage, tmp_path: Path) -> None:
    stage.recorder.set_private(True)
    entry = stage.describe()
    stage.recorder.set_private(False)
    stage.answer(entry)
    assert stage.texts() == []
    assert list(tmp_path.iterdir()) == []


def test_an_answer_in_private_is_never_added_nor_what_follows_it(stage: Stage) -> None:
    entry = stage.describe()
    stage.recorder.set_private(True)
    stage.answer(entry, "Secret.")
    stage.recorder.set_private(False)
    stage.answer(entry)
    assert stage.texts() == ["A cat."]


def test_a_text_read_in_private_is_never_added(stage: Stage) -> None:
    entry = stage.describe()
    stage.recorder.set_private(True)
    entry.transcript.add_text("SECRET")
    stage.recorder.keep(entry)
    stage.recorder.set_private(False)
    stage.answer(entry)
    assert stage.texts() == ["A cat."]


def test_private_for_a_moment_of_the_writing_is_private(stage: Stage) -> None:
    before = stage.describe("Before.")
    entry = described("Secret.")
    stage.begin(entry)
    stage.recorder.set_private(True)
    stage.recorder.set_private(False)
    stage.recorder.keep(entry)
    stage.answer(entry)
    stage.answer(before)
    assert stage.texts() == ["Before.\nQuestion: Which colour?\nBlack."]


def test_what_was_described_while_the_history_was_off_is_not_kept_later(stage: Stage) -> None:
    stage.settings = HistorySettings()
    entry, written = stage.describe("Secret."), described("Half of it.")
    stage.begin(written)
    stage.settings = HistorySettings(keep=True)
    stage.recorder.follow()
    stage.recorder.keep(written)
    stage.answer(entry)
    stage.describe("Open.")
    assert stage.texts() == ["Open."]


def test_the_history_switched_off_for_a_moment_of_the_writing_keeps_nothing_of_it(stage: Stage) -> None:
    entry = described()
    stage.begin(entry)
    for keep in (False, True):
        stage.settings = HistorySettings(keep=keep)
        stage.recorder.follow()
    stage.recorder.keep(entry)
    assert stage.texts() == []


def test_what_nobody_saw_begin_is_not_kept(stage: Stage) -> None:
    stage.recorder.keep(described())
    assert stage.texts() == []


def test_described_in_private_and_finished_openly(stage: Stage, room: Room) -> None:
    stage.listen(room)
    stage.recorder.set_private(True)
    room.main.describe(Capture("cat.png", b"cat"))
    stage.recorder.set_private(False)
    room.write("Secret.")
    room.main.ask("Why?")
    room.write("Secret, too.")
    room.main.describe(Capture("dog.png", b"dog"))
    room.write("A dog.")
    assert stage.texts() == ["A dog."]


def test_stopped_in_private_and_asked_about_openly(stage: Stage, room: Room) -> None:
    stage.listen(room)
    stage.recorder.set_private(True)
    room.main.describe(Capture("cat.png", b"cat"))
    room.send(Started(1, "cat.png"), TextDelta(1, "A secret thing. More"))
    room.main.stop()
    stage.recorder.set_private(False)
    room.main.ask("Which?")
    room.write("None.")
    assert stage.texts() == []


def test_asked_in_private_before_there_is_a_description(stage: Stage, room: Room) -> None:
    stage.listen(room)
    room.main.describe(Capture("cat.png", b"cat"))
    room.write("A cat.")
    stage.recorder.set_private(True)
    room.main.ask("Secret?")
    stage.recorder.set_private(False)
    room.write("Yes.")
    assert stage.texts() == ["A cat."]


def test_pictures_that_were_to_wait_in_private_stay_private(stage: Stage, room: Room, files: list[Path]) -> None:
    stage.listen(room)
    stage.recorder.set_private(True)
    room.main.open(files[:3])
    stage.recorder.set_private(False)
    room.write("One.")
    room.send(Started(2, "two.png"), TextDelta(2, "Tw"))
    room.main.describe(Capture("dog.png", b"dog"))  # goes first, and openly
    room.write("A dog.")
    for text in ("Two.", "Three."):
        room.write(text)
    assert room.states() == ["done"] * 4
    assert stage.texts() == ["A dog."]


def test_described_anew_openly_it_is_kept(stage: Stage, room: Room) -> None:
    stage.listen(room)
    stage.recorder.set_private(True)
    room.main.describe(Capture("cat.png", b"cat"))
    room.write("Secret.")
    stage.recorder.set_private(False)
    room.main.describe_again()
    room.write("A cat.")
    assert stage.texts() == ["A cat."]


def test_what_was_opened_comes_back_in_its_parts(stage: Stage, room: Room) -> None:
    stage.listen(room)
    said = Said("A cat. It sleeps", "Text: MILK\nTEA", ("Question: Why?", "It is tired. Very."))
    entry = room.main.show_kept("cat.png", said, Capture("cat.png", b"cat"))
    stage.recorder.resume(entry, History(stage.path).add("cat.png", said))
    kinds = [(row.kind, row.text) for row in entry.transcript.rows]
    assert kinds == [
        *(("description", "A cat."), ("description", "It sleeps")),
        *(("text", "Text: MILK"), ("text", "TEA"), ("question", "Question: Why?")),
        *(("answer", "It is tired."), ("answer", "Very.")),
    ]
    assert (entry.transcript.said, entry.transcript.description) == (said, "A cat. It sleeps")
    room.main.ask("Sure?")
    room.write("Yes.")
    assert stage.texts() == [f"{said.whole}\nQuestion: Sure?\nYes."]


@pytest.mark.parametrize("pictures", [True, False])
def test_pictures_are_kept_only_if_asked(stage: Stage, tmp_path: Path, pictures: bool) -> None:
    stage.settings = HistorySettings(keep=True, pictures=pictures)
    file = tmp_path / "file.png"
    file.write_bytes(b"in the file")
    for source in (Capture("cat.png", b"in memory"), file, tmp_path / "gone.png"):
        stage.describe(source=source)
    stage.settle()
    history = History(stage.path)
    kept = [history.open(record.number).untrusted_picture for record in history.search()]
    assert kept == [None, b"in the file" if pictures else None, b"in memory" if pictures else None]


def test_a_picture_that_was_let_go_leaves_its_words(stage: Stage) -> None:
    stage.settings = HistorySettings(keep=True, pictures=True)
    entry = described()
    stage.begin(entry)
    entry.source = None
    stage.recorder.keep(entry)
    assert stage.texts() == ["A cat."]


def test_what_was_deleted_stays_deleted(stage: Stage) -> None:
    entry = stage.describe()
    stage.settle()
    History(stage.path).delete_all()
    stage.answer(entry)
    assert stage.texts() == []


def test_a_failure_is_told_once_until_something_is_kept_again(stage: Stage, tmp_path: Path) -> None:
    blocker = stage.path.parent
    blocker.touch()
    for _ in range(3):
        stage.describe()
    stage.settle()
    assert [failure.code for failure in stage.failures] == [Code.HISTORY_UNUSABLE]
    blocker.unlink()
    stage.describe()
    assert stage.texts() == ["A cat."]
    stage.path.unlink()
    blocker.rmdir()
    blocker.touch()
    stage.describe()
    stage.settle()
    assert [failure.code for failure in stage.failures] == [Code.HISTORY_UNUSABLE] * 2


def test_a_defect_is_told_by_whoever_takes_defects(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda arguments: taken.append(arguments.exc_type))
    monkeypatch.setattr(History, "add", lambda *_: 1 / 0)
    stage.describe()
    stage.settle()
    assert (taken, stage.failures) == ([ZeroDivisionError], [])


def test_a_damaged_file_is_told_and_the_description_kept(stage: Stage) -> None:
    stage.path.parent.mkdir()
    stage.path.write_bytes(b"broken" * 999)
    broken: list[Failure] = []
    stage.keeper.broken.connect(broken.append)
    stage.describe()
    assert stage.texts() == ["A cat."]
    assert [failure.code for failure in broken] == [Code.HISTORY_BROKEN]


def test_what_was_to_be_kept_is_written_before_the_program_ends(stage: Stage) -> None:
    for number in range(20):
        stage.describe(f"Picture {number}.")
    stage.keeper.close()
    assert History(stage.path).count() == 20
