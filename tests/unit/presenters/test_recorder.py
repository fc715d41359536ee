"""What is kept of what happens, and that nothing is where the user has not chosen so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.presenters.album import Entry
from sparc_desktop.presenters.recorder import Recorder
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.settings.model import HistorySettings
from tests.support.window_thread import WindowThread


class Stage:
    """A recorder with a real history."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.thread = WindowThread()
        self.settings = HistorySettings(keep=True)
        self.failures: list[Failure] = []
        self.keeper = Keeper(History(path, patience=0), self.thread)
        self.recorder = Recorder(self.keeper, lambda: self.settings, capture_file, self.failures.append)

    def settle(self) -> None:
        """Until all is written that was to be kept, and told what was to be told."""
        done: list[None] = []
        self.keeper.ask(lambda _history: None, done.append, lambda _failure: None)
        self.thread.until(lambda: done, "the history")

    def texts(self) -> list[str]:
        self.settle()
        history = History(self.path)
        return [history.open(record.number).text for record in history.search()]


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


def answer(entry: Entry, text: str = "Black.") -> None:
    entry.transcript.ask("Which colour?")
    entry.transcript.grow(text)
    entry.transcript.end()


def test_a_description_is_kept_and_what_is_said_later_is_added(stage: Stage) -> None:
    entry = described()
    stage.recorder.keep(entry)
    entry.transcript.add_text("MILK")
    stage.recorder.keep(entry)  # before the first one is surely written
    answer(entry)
    stage.recorder.keep(entry)
    assert stage.texts() == ["A cat.\nText: MILK\nQuestion: Which colour?\nBlack."]
    assert stage.failures == []


def test_a_picture_described_anew_is_another_description(stage: Stage) -> None:
    entry = described("A cat.")
    stage.recorder.keep(entry)
    entry.begin()
    entry.transcript.grow("A dog.")
    stage.recorder.keep(entry)
    assert stage.texts() == ["A dog.", "A cat."]


def test_what_is_asked_about_an_opened_one_is_added_to_it(stage: Stage) -> None:
    number = History(stage.path).add("cat.png", "A cat.")
    entry = described("A cat.")
    stage.recorder.resume(entry, number)
    answer(entry)
    stage.recorder.keep(entry)
    assert stage.texts() == ["A cat.\nQuestion: Which colour?\nBlack."]


def test_nothing_is_kept_unless_it_is_chosen(stage: Stage, tmp_path: Path) -> None:
    stage.settings = HistorySettings()
    stage.recorder.keep(described())
    assert stage.texts() == []
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_kept_of_what_is_private_not_even_later(stage: Stage, tmp_path: Path) -> None:
    entry = described()
    stage.recorder.private = True
    stage.recorder.keep(entry)
    stage.recorder.private = False
    answer(entry)
    stage.recorder.keep(entry)
    assert stage.texts() == []
    assert list(tmp_path.iterdir()) == []


def test_an_answer_in_private_is_not_added(stage: Stage) -> None:
    entry = described()
    stage.recorder.keep(entry)
    stage.recorder.private = True
    answer(entry)
    stage.recorder.keep(entry)
    assert stage.texts() == ["A cat."]


@pytest.mark.parametrize("pictures", [True, False])
def test_pictures_are_kept_only_if_asked(stage: Stage, tmp_path: Path, pictures: bool) -> None:
    stage.settings = HistorySettings(keep=True, pictures=pictures)
    file = tmp_path / "file.png"
    file.write_bytes(b"in the file")
    for source in (Capture("cat.png", b"in memory"), file, tmp_path / "gone.png"):
        stage.recorder.keep(described(source=source))
    stage.settle()
    history = History(stage.path)
    kept = [history.open(record.number).untrusted_picture for record in history.search()]
    assert kept == [None, b"in the file" if pictures else None, b"in memory" if pictures else None]


def test_a_picture_that_was_let_go_leaves_its_words(stage: Stage) -> None:
    stage.settings = HistorySettings(keep=True, pictures=True)
    entry = described()
    entry.source = None
    stage.recorder.keep(entry)
    assert stage.texts() == ["A cat."]


def test_what_was_deleted_stays_deleted(stage: Stage) -> None:
    entry = described()
    stage.recorder.keep(entry)
    stage.settle()
    History(stage.path).delete_all()
    answer(entry)
    stage.recorder.keep(entry)
    assert stage.texts() == []


def test_a_failure_is_told_once_until_something_is_kept_again(stage: Stage, tmp_path: Path) -> None:
    blocker = stage.path.parent
    blocker.touch()
    for _ in range(3):
        stage.recorder.keep(described())
    stage.settle()
    assert [failure.code for failure in stage.failures] == [Code.HISTORY_UNUSABLE]
    blocker.unlink()
    stage.recorder.keep(described())
    assert stage.texts() == ["A cat."]
    stage.path.unlink()
    blocker.rmdir()
    blocker.touch()
    stage.recorder.keep(described())
    stage.settle()
    assert [failure.code for failure in stage.failures] == [Code.HISTORY_UNUSABLE] * 2


def test_a_damaged_file_is_told_and_the_description_kept(stage: Stage) -> None:
    stage.path.parent.mkdir()
    stage.path.write_bytes(b"broken" * 999)
    broken: list[Failure] = []
    stage.keeper.broken.connect(broken.append)
    stage.recorder.keep(described())
    assert stage.texts() == ["A cat."]
    assert [failure.code for failure in broken] == [Code.HISTORY_BROKEN]


def test_what_was_to_be_kept_is_written_before_the_program_ends(stage: Stage) -> None:
    for number in range(20):
        stage.recorder.keep(described(f"Picture {number}."))
    stage.keeper.close()
    assert History(stage.path).count() == 20
