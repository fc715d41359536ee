"""The history's window without Qt: what is found, said, deleted and brought back."""

import threading
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.said import Said
from sparc_desktop.presenters.history import UNDO, HistoryPresenter, row_text
from sparc_desktop.services.history.dates import when
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.services.history.record import Entry, Record
from tests.support.window_thread import WindowThread


class View:
    """Writes down what it is told, and has a list."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.urgent: list[str] = []
        self.rows: list[str] = []
        self.current = -1
        self.keeping: bool | None = None
        self.questions: list[str] = []
        self.opened: list[Entry] = []
        self.entered: list[list[str]] = []  # what was in the list as the focus came

    def tell(self, text: str, *, urgent: bool = False) -> None:
        (self.urgent if urgent else self.told).append(text)

    def show_records(self, records: Sequence[Record], current: int) -> None:
        self.rows, self.current = [record.label for record in records], current

    def enter_list(self) -> None:
        self.entered.append(self.rows)

    def take_out(self, place: int) -> None:
        del self.rows[place]

    def show_keeping(self, keeping: bool) -> None:
        self.keeping = keeping

    def ask_delete_all(self, question: str) -> None:
        self.questions.append(question)

    def hand_over(self, entry: Entry) -> None:
        self.opened.append(entry)


class Stage:
    """The presenter between a real history and a view."""

    def __init__(self, path: Path, keeping: bool = True) -> None:
        self.path = path
        self.thread, self.view = WindowThread(), View()
        self.keeper = Keeper(History(path, patience=0), self.thread)
        self.presenter = HistoryPresenter(self.view, self.keeper, keeping=keeping)

    def until_told(self, text: str) -> None:
        """Until this, or something with this in it, was told last."""
        told = self.view.told
        self.thread.until(lambda: told and text in told[-1], f"{text!r}, not {told}")

    def search(self, query: str) -> list[str]:
        self.view.told.clear()
        self.presenter.search(query)
        self.thread.until(lambda: self.view.told, "an answer")
        return self.view.rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "history.sqlite"
    history = History(path)
    for name, text in (
        ("cat.png", "A cat."),
        ("dog.png", "A dog."),
        ("猫.png", "一只猫。"),
        ("both.png", "A cat, a dog."),
    ):
        history.add(name, Said(text), name.encode())
    return path


@pytest.fixture
def stage(path: Path) -> Iterator[Stage]:
    stage = Stage(path)
    yield stage
    stage.keeper.close()


def test_it_begins_with_all_of_them(stage: Stage) -> None:
    stage.presenter.begin()
    stage.until_told("Descriptions in the history: 4.")
    assert stage.view.rows == ["both.png", "猫.png", "dog.png", "cat.png"]
    assert (stage.view.keeping, stage.view.current) == (True, 0)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("cat", "2 descriptions found."),
        ("猫", "1 description found."),
        ("horse", "No description found."),
        (" ", "Descriptions in the history: 4."),
    ],
)
def test_how_many_were_found_is_said(stage: Stage, query: str, said: str) -> None:
    stage.search(query)
    assert stage.view.told == [said]


def test_an_empty_history_is_said_and_makes_no_file(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "none" / "history.sqlite", keeping=False)
    stage.presenter.begin()
    stage.until_told("The history is switched off: new descriptions are not kept. The history is empty.")
    stage.keeper.close()
    assert list(tmp_path.iterdir()) == []


def test_searches_that_were_overtaken_are_dropped(stage: Stage) -> None:
    go_on = threading.Event()
    stage.keeper.ask(lambda _history: go_on.wait(60), lambda _done: None, stage.view.hand_over)  # type: ignore[arg-type]
    for query in ("c", "ca", "cat", "cat horse"):
        stage.presenter.search(query)
    go_on.set()
    stage.until_told("No description found.")
    assert stage.view.told == ["No description found."]


def test_switching_it_on_and_off_is_shown_and_said_once(stage: Stage) -> None:
    for keeping in (True, False, False, True):
        stage.presenter.set_keeping(keeping)
    off, on = stage.view.told
    assert "not kept" in off
    assert "on this computer" in on
    assert stage.view.keeping is True


def test_one_is_opened_with_its_picture(stage: Stage) -> None:
    stage.search("dog")
    stage.presenter.open(1)
    stage.thread.until(lambda: stage.view.opened, "the entry")
    (entry,) = stage.view.opened
    assert (entry.label, entry.said, entry.untrusted_picture) == ("dog.png", Said("A dog."), b"dog.png")


def test_one_that_is_gone_cannot_be_opened_and_that_is_said(stage: Stage, path: Path) -> None:
    stage.search("dog")
    History(path).delete_all()
    stage.presenter.open(1)
    stage.thread.until(lambda: stage.view.urgent, "the failure")
    assert "no longer in the history" in stage.view.urgent[0]


@pytest.mark.parametrize("place", [-1, 4])
def test_where_nothing_is_chosen_that_is_said(stage: Stage, place: int) -> None:
    stage.search("")
    stage.presenter.open(place)
    stage.presenter.delete(place)
    assert stage.view.told[1:] == ["No description is chosen."] * 2


def test_one_is_deleted_at_once_and_can_be_brought_back(stage: Stage, path: Path) -> None:
    stage.search("cat")
    stage.presenter.delete(0)
    assert stage.view.rows == ["cat.png"]
    stage.until_told("Deleted: both.png.")
    assert History(path).count() == 3
    stage.presenter.undo()
    stage.until_told("Brought back: both.png. 2 descriptions found.")
    assert (stage.view.rows, stage.view.current) == (["both.png", "cat.png"], 0)
    assert History(path).search("both")[0].label == "both.png"


def test_several_are_deleted_in_a_row_and_come_back_last_first_to_their_places(stage: Stage) -> None:
    stage.search("")
    stage.presenter.delete(1)
    stage.presenter.delete(1)
    assert stage.view.rows == ["both.png", "cat.png"]
    stage.until_told("Deleted: dog.png.")
    stage.presenter.undo()
    stage.until_told("Brought back: dog.png.")
    assert (stage.view.rows, stage.view.current) == (["both.png", "dog.png", "cat.png"], 1)
    stage.presenter.undo()
    stage.until_told("Brought back: 猫.png.")
    assert (stage.view.rows, stage.view.current) == (["both.png", "猫.png", "dog.png", "cat.png"], 1)
    stage.presenter.undo()
    stage.until_told("There is nothing to bring back.")


def test_what_was_deleted_is_forgotten_once_the_window_is_closed(stage: Stage) -> None:
    stage.search("")
    stage.presenter.delete(0)
    stage.until_told("Deleted")
    stage.presenter.end()
    stage.presenter.undo()
    stage.until_told("There is nothing to bring back.")


def test_what_was_deleted_right_before_the_window_was_closed_is_forgotten_too(stage: Stage, path: Path) -> None:
    stage.search("")
    stage.presenter.delete(0)
    stage.presenter.end()  # before it is surely deleted
    stage.presenter.begin()
    stage.presenter.undo()
    stage.until_told("There is nothing to bring back.")
    assert [text for text in stage.view.told if text.startswith("Deleted")] == []
    assert History(path).count() == 3


def test_what_was_deleted_right_before_is_brought_back(stage: Stage, path: Path) -> None:
    stage.search("")
    stage.presenter.delete(0)
    stage.presenter.undo()
    stage.until_told("Brought back: both.png.")
    assert History(path).count() == len(stage.view.rows) == 4


def test_a_search_on_its_way_does_not_show_again_what_is_deleted(stage: Stage) -> None:
    stage.search("")
    stage.presenter.search("dog")
    stage.presenter.delete(0)
    stage.until_told("Deleted: both.png.")
    assert (stage.view.rows, stage.view.told[-2]) == (["dog.png"], "1 description found.")


def test_enter_leads_to_what_is_found_and_not_to_what_is_still_there(stage: Stage) -> None:
    stage.search("")
    stage.presenter.enter("cat")
    assert stage.view.entered == []
    stage.until_told("2 descriptions found.")
    assert stage.view.entered == [["both.png", "cat.png"]]
    stage.presenter.enter("cat")  # it is there
    assert len(stage.view.entered) == 2
    assert stage.view.told.count("2 descriptions found.") == 1
    stage.presenter.enter("horse")
    stage.until_told("No description found.")
    stage.presenter.enter("horse")
    assert len(stage.view.entered) == 2, "there is nothing to go to"


def test_only_so_many_are_remembered(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "history.sqlite")
    history = History(stage.path)
    for number in range(UNDO + 2):
        history.add(f"{number}.png", Said("A cat."))
    stage.search("")
    for _ in range(UNDO + 2):
        stage.presenter.delete(0)
    stage.until_told("Deleted: 0.png.")
    for number in range(UNDO):
        stage.presenter.undo()
        stage.until_told(f"Brought back: {number}.png.")
    stage.presenter.undo()
    stage.until_told("There is nothing to bring back.")
    stage.keeper.close()


def test_what_could_not_be_deleted_is_said_and_comes_back_into_the_list(stage: Stage, path: Path) -> None:
    stage.search("")
    History(path).delete(stage.presenter._records[0].number)
    stage.presenter.delete(0)
    stage.until_told("no longer in the history. Search again to see what is there. Descriptions in the history: 3.")
    assert stage.view.rows == ["猫.png", "dog.png", "cat.png"]


def test_all_are_deleted_after_a_question_that_tells_how_many(stage: Stage, path: Path) -> None:
    stage.search("cat")
    stage.presenter.delete(0)
    stage.presenter.ask_delete_all()
    stage.thread.until(lambda: stage.view.questions, "the question")
    assert "3" in stage.view.questions[0]
    assert History(path).count() == 3
    stage.presenter.delete_all()
    stage.until_told("All descriptions were deleted.")
    assert (stage.view.rows, History(path).count()) == ([], 0)
    stage.presenter.undo()
    stage.until_told("There is nothing to bring back.")


def test_all_are_exported_and_counted(stage: Stage, tmp_path: Path) -> None:
    stage.search("cat")
    stage.presenter.export(tmp_path / "all.html")
    assert stage.view.told[-1] == "Exporting…"
    stage.until_told("Descriptions exported to all.html: 4.")
    assert "一只猫。" in (tmp_path / "all.html").read_text("utf-8")


def test_what_fails_is_said(stage: Stage, tmp_path: Path) -> None:
    stage.presenter.export(tmp_path / "no" / "all.html")
    stage.thread.until(lambda: stage.view.urgent, "the failure")
    assert "can't be written" in stage.view.urgent[0]


def test_a_damaged_file_is_said_with_what_is_left(stage: Stage, path: Path) -> None:
    path.write_bytes(b"broken" * 999)
    stage.presenter.begin()
    stage.until_told("could not be read")
    assert "history.broken-" in stage.view.told[0]
    assert stage.view.told[0].endswith("The history is empty.")


NOW = datetime(2025, 3, 4, 18, 0)


@pytest.mark.parametrize(
    ("moment", "english"),
    [
        (NOW.replace(hour=9, minute=5), "today, 09:05"),
        (NOW - timedelta(days=1), "yesterday, 18:00"),
        (NOW - timedelta(days=2), "2 March 2025, 18:00"),
        (datetime(2024, 12, 31, 23, 59), "31 December 2024, 23:59"),
        (NOW + timedelta(days=1), "5 March 2025, 18:00"),
    ],
)
def test_a_time_is_said_in_words(moment: datetime, english: str) -> None:
    assert when(int(moment.timestamp()), NOW) == english


def test_a_row_is_label_date_and_first_sentence() -> None:
    at = int(NOW.timestamp())
    assert row_text(Record(1, at, "cat\n.png", "A cat."), NOW) == "cat .png, today, 18:00. A cat."
    assert row_text(Record(1, at, "cat.png", ""), NOW) == "cat.png, today, 18:00."


def test_a_row_in_chinese() -> None:
    translation.use_language("zh_CN")
    try:
        row = row_text(Record(1, int((NOW - timedelta(days=9)).timestamp()), "猫.png", "一只猫。"), NOW)
    finally:
        translation.use_language("en")
    assert row == "猫.png，2025年2月23日 18:00。一只猫。"
