"""The window of models without Qt: what is shown, got, used and removed."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Failed, Ready
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.presenters.models import ModelsPresenter
from sparc_desktop.services.models.errands import Errands
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.models.telling import Fetched, Installed, Removed, Sized
from sparc_desktop.services.models.words import gigabytes
from sparc_desktop.settings.model import Settings
from tests.support.fake_children import FakeChildren
from tests.support.installed_model import install
from tests.support.parts import HARDWARE, RECOMMENDED
from tests.unit.presenters.conftest import Room

GB = 10**9
BEST, BEST_ID, SIZE = RECOMMENDED.name, RECOMMENDED.id, gigabytes(RECOMMENDED.download)
ID = "org/tiny"
GET = ["models", "get", "--json", "--"]


class View:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.computer = self.details = self.progress = ""
        self.rows: Sequence[str] = ()
        self.current = -1
        self.is_here = True
        self.told: list[str] = []
        self.questions: list[str] = []

    def show_computer(self, text: str) -> None:
        self.computer = text

    def show_models(self, rows: Sequence[str], current: int) -> None:
        self.rows, self.current = rows, current

    def show_chosen(self, text: str, *, is_here: bool) -> None:
        self.details, self.is_here = text, is_here

    def show_progress(self, text: str) -> None:
        self.progress = text

    def tell(self, text: str) -> None:
        self.told.append(text)

    def ask_removal(self, question: str) -> None:
        self.questions.append(question)


class Stage:
    """The presenter between children that never were and a view."""

    def __init__(self, room: Room, home: Path) -> None:
        self.room, self.home, self.view, self.children = room, home, View(), FakeChildren()
        self.remarks: list[str] = []
        preferences, change = room.preferences, room.preferences.change
        self.switch = Switch(room.engine, preferences, lambda settings: [str(settings.model_folder)])
        preferences.change = lambda **values: (change(**values), self.switch.follow())  # type: ignore[method-assign]
        errands = Errands(self.children.run, ["hardware"], ["models"])
        self.presenter = ModelsPresenter(
            self.view, preferences, errands, self.switch, room.describing, self.remarks.append
        )

    @property
    def settings(self) -> Settings:
        return self.room.preferences.settings

    def install(self, id: str, size: int = 3) -> Path:
        return install(id, self.home / "hub", size)

    def use(self, folder: Path) -> None:
        self.switch.use(folder)
        self.presenter.refresh()

    def choose(self, name: str) -> None:
        (place,) = (place for place, row in enumerate(self.view.rows) if row.startswith(f"{name}:"))
        self.presenter.choose(place)

    def row(self, name: str) -> str:
        (found,) = (row for row in self.view.rows if row.startswith(f"{name}:"))
        return found

    def get(self, name: str = BEST) -> None:
        """As far as the button."""
        self.presenter.begin()
        self.choose(name)
        self.presenter.use()


@pytest.fixture
def stage(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    room.ready()
    return Stage(room, tmp_path)


# What there is


def test_the_recommended_one_is_chosen_once_it_is_known_what_this_computer_can_do(stage: Stage) -> None:
    stage.presenter.begin()
    assert stage.view.rows[stage.view.current] == "Built-in model: in use."
    assert stage.view.is_here
    stage.children.last.ends(HARDWARE.encode())
    assert stage.children.last.command == ["hardware"]
    assert stage.view.computer.startswith("Models run on the processor (Some processor, 4 cores); 16.0 GB of memory.\n")
    assert stage.view.rows[stage.view.current].startswith(f"{BEST}: recommended, not installed. Download: {SIZE}.")
    assert stage.view.told[-1].startswith(f"Recommended: {BEST}")
    lines = stage.view.details.splitlines()
    assert (lines[0], lines[-1]) == (f"{BEST}: not installed.", f"On the hub: {BEST_ID}")
    assert any(line.startswith("Expected here") for line in lines)
    assert not stage.view.is_here
    stage.presenter.begin()
    assert len(stage.children.started) == 1, "it is measured once"


@pytest.mark.parametrize("why", ["chosen", "installed"])
def test_nobody_is_led_away_from_what_was_chosen_or_is_there(stage: Stage, why: str) -> None:
    if why == "installed":
        stage.install(ID)
    stage.presenter.begin()
    if why == "chosen":
        stage.choose("Qwen3-VL 2B")
    stage.children.last.ends(HARDWARE.encode())
    name = "Qwen3-VL 2B" if why == "chosen" else "Built-in model"
    assert stage.view.rows[stage.view.current].startswith(f"{name}: ")


def test_a_computer_of_which_nothing_is_known_has_the_list_all_the_same(stage: Stage) -> None:
    stage.presenter.begin()
    assert stage.view.computer.endswith("…")
    stage.children.last.ends()
    assert stage.view.computer == "It could not be found out what models run on here."
    stage.get()
    assert stage.children.last.command == [*GET, BEST_ID]
    assert stage.children.started[1].command == ["hardware"], "and it is tried again with the next opening"


# Getting one


def test_a_model_is_got_and_used_and_all_of_it_is_told(stage: Stage) -> None:
    stage.get()
    assert stage.view.told == [f"The hub is asked for {BEST}."]
    child, folder = stage.children.last, stage.home / "hub"
    assert child.command == [*GET, BEST_ID]
    child.says(Sized(BEST_ID, 2 * GB, 2 * GB), Fetched(0, 2 * GB), Fetched(GB, 2 * GB))
    assert stage.view.progress == f"{BEST}: 1.0 GB of 2.0 GB."
    assert stage.row(BEST) == f"{BEST}: being downloaded, 50 percent."
    folder = stage.install(BEST_ID)
    child.ends(Fetched(2 * GB, 2 * GB), Installed(BEST_ID, folder))
    assert stage.remarks[0] == "The download has 2.0 GB."
    assert stage.remarks[-2:] == ["The model is installed.", f"{BEST} is being loaded."]
    assert stage.view.progress == ""
    assert stage.settings.model_folder == folder
    assert stage.room.engine.loaded == [[str(folder)]]


def test_it_is_tried_once_it_is_loaded(stage: Stage) -> None:
    tried: list[bool] = []
    stage.switch.loaded.connect(tried.append)
    stage.get()
    stage.children.last.ends(Installed(BEST_ID, stage.install(BEST_ID)))
    stage.room.send(Ready("tiny"))
    stage.presenter.refresh()
    stage.choose("Built-in model")
    stage.presenter.use()
    stage.room.send(Ready("built-in"))
    assert tried == [True, False]
    assert stage.view.told[-1] == "Built-in model is being loaded."


def test_a_description_that_is_being_written_is_not_broken_off_for_it(stage: Stage) -> None:
    stage.get()
    stage.room.main.describe(Capture("cat.jpg", b"cat"))
    stage.children.last.ends(Installed(BEST_ID, stage.install(BEST_ID)))
    assert stage.remarks[-1] == "It will be used as soon as this description is written."
    assert stage.room.engine.loaded == []
    stage.room.write("A cat.")
    assert len(stage.room.engine.loaded) == 1
    stage.room.main.describe(Capture("dog.jpg", b"dog"))
    stage.room.write("A dog.")
    assert len(stage.room.engine.loaded) == 1


def test_whoever_chooses_another_one_meanwhile_is_not_overruled(stage: Stage) -> None:
    mine = stage.install(ID)
    stage.get()
    stage.room.main.describe(Capture("cat.jpg", b"cat"))
    stage.children.last.ends(Installed(BEST_ID, stage.install(BEST_ID)))
    stage.choose(ID)
    stage.presenter.use()
    stage.room.write("A cat.")
    assert stage.settings.model_folder == mine


def test_a_second_download_waits_for_the_first(stage: Stage) -> None:
    stage.get()
    stage.presenter.use()
    stage.presenter.add("other/model")
    stage.presenter.ask_removal()
    busy = f"{BEST} is still being downloaded. Stop that first, or wait for its end."
    assert stage.view.told[1:] == [busy] * 3
    assert len(stage.children.started) == 2


def test_stopped_it_is_over_at_once_and_can_be_got_again(stage: Stage) -> None:
    stage.get()
    child = stage.children.last
    child.says(Fetched(1, 2))
    stage.presenter.getting.stop()
    assert child.is_stopped
    assert stage.view.told[-1].startswith(f"Stopped: {BEST}. What has come stays;")
    assert (stage.view.progress, stage.row(BEST)) == ("", f"{BEST}: not installed. Download: {SIZE}.")
    assert stage.remarks == []
    stage.presenter.getting.stop()
    assert stage.view.told[-1] == "Nothing is being downloaded."
    stage.presenter.use()
    assert stage.children.last.command == [*GET, BEST_ID]


def test_what_fails_is_told_and_can_be_tried_again(stage: Stage) -> None:
    stage.get()
    full = {"path": "/hub", "megabytes": "2000", "free": "5"}
    stage.children.last.ends(Failed(None, Failure(Code.DISK_FULL, full)))
    assert "2000 megabytes are needed, 5 are free" in stage.remarks[-1]
    stage.presenter.use()
    stage.children.last.ends(Fetched(1, 2))  # killed by the system
    assert stage.remarks[-1].startswith(f"The download of {BEST} broke off.")
    stage.presenter.use()
    assert len(stage.children.started) == 4
    assert stage.settings.model_folder is None


def test_the_end_of_the_program_is_the_end_of_the_download(stage: Stage) -> None:
    stage.get()
    stage.presenter.getting.close()
    assert stage.children.last.is_stopped
    assert stage.remarks == []


# Another one


@pytest.mark.parametrize("name", ["org/tiny", " org/tiny ", "https://huggingface.co/org/tiny", "org/tiny/"])
def test_any_model_of_the_hub_can_be_had_by_its_name_or_its_page(stage: Stage, name: str) -> None:
    stage.presenter.begin()
    stage.presenter.add(name)
    assert stage.children.last.command == [*GET, ID]
    folder = stage.install(ID)
    stage.children.last.ends(Installed(ID, folder))
    assert stage.settings.model_folder == folder
    assert stage.row(ID) == f"{ID}: installed."


def test_a_name_of_the_list_leads_to_its_row(stage: Stage) -> None:
    stage.presenter.begin()
    stage.presenter.add(BEST_ID.lower())
    assert stage.children.last.command == [*GET, BEST_ID]
    assert stage.view.rows[stage.view.current].startswith(f"{BEST}: being downloaded")
    stage.presenter.add("")
    assert stage.view.told[-1] == "There was no name of a model."


def test_a_folder_of_the_users_own_is_used_and_never_deleted(stage: Stage) -> None:
    mine = stage.home / "mine"
    stage.presenter.begin()
    stage.presenter.add(str(mine))
    assert "There is no model in" in stage.view.told[-1]
    mine.mkdir()
    stage.presenter.add(str(mine))
    assert stage.view.told[-1] == "mine is being loaded."
    assert stage.settings.model_folder == mine
    stage.presenter.refresh()
    stage.choose("mine")
    assert stage.view.details.splitlines() == ["mine: in use.", f"Folder: {mine}"]
    stage.use(None)
    stage.presenter.refresh()
    stage.choose("mine")
    assert stage.view.details.startswith("mine: a folder of yours."), "it stays on the list"


def test_a_folder_of_the_users_own_leaves_the_list_and_not_the_disk(stage: Stage) -> None:
    mine = stage.home / "mine"
    mine.mkdir()
    stage.presenter.begin()
    stage.presenter.add(str(mine))
    stage.presenter.refresh()
    stage.choose("mine")
    stage.presenter.ask_removal()
    assert stage.view.questions == ["Take mine off the list? The folder itself stays: it is your own."]
    stage.presenter.remove()
    assert stage.view.told[-1] == "mine is off the list."
    assert mine.is_dir()
    assert stage.settings.model_folder is None, "it was in use"
    assert stage.settings.models.folders == ()
    assert not any(row.startswith("mine") for row in stage.view.rows)


def test_what_is_in_use_is_not_loaded_again(stage: Stage) -> None:
    stage.presenter.begin()
    stage.presenter.use()
    assert stage.view.told == ["Built-in model is in use already."]
    assert stage.room.engine.loaded == []


# Removing one


def test_an_installed_model_is_removed_after_a_question(stage: Stage) -> None:
    stage.install(ID, 2_300_000)
    stage.presenter.begin()
    stage.choose(ID)
    stage.presenter.ask_removal()
    (question,) = stage.view.questions
    assert question.startswith("Remove org/tiny from this computer? 3 MB become free. Other programs")
    assert "in use" not in question
    stage.presenter.remove()
    assert stage.view.told == ["org/tiny is being removed."]
    assert stage.children.last.command == ["models", "remove", "--json", "--", ID]
    stage.children.last.ends(Removed(ID, 2 * GB))
    assert stage.remarks == ["The model is removed; 2.0 GB are free again."]


def test_in_the_place_of_the_one_in_use_comes_the_built_in_one(stage: Stage) -> None:
    folder = stage.install(ID)
    stage.presenter.begin()
    stage.use(folder)
    stage.choose(ID)
    stage.presenter.ask_removal()
    assert stage.view.questions[0].endswith("It is in use: the built-in model takes its place.")
    stage.presenter.remove()
    assert stage.settings.model_folder is None
    stage.children.last.ends(Failed(None, Failure(Code.MODEL_BUSY, {"label": ID})))
    assert "org/tiny is being downloaded or removed just now" in stage.remarks[-1]
    stage.presenter.remove()
    stage.children.last.ends()
    assert stage.remarks[-1] == "org/tiny could not be removed. Try again."


def test_what_an_unfinished_download_has_left_can_be_removed_too(stage: Stage) -> None:
    stage.presenter.begin()
    stage.presenter.ask_removal()
    assert stage.view.told == ["The built-in model can't be removed."]
    stage.choose("Qwen3-VL 2B")
    stage.presenter.ask_removal()
    assert stage.view.questions[0].startswith("Qwen3-VL 2B is not installed. Remove what a download")
