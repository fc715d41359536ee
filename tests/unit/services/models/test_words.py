"""What is told of models and of the computer."""

import json
from pathlib import Path

import pytest

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.models.catalogue import entry
from sparc_desktop.services.models import shelf as shelves
from sparc_desktop.services.models.shelf import BUILT_IN, Model, model_json, shelf
from sparc_desktop.services.models.words import advice, command, computer, details, gigabytes, line, name_of, state_of
from sparc_desktop.settings.model import ModelSettings
from sparc_desktop.translation import use_language

GB = 10**9
LAPTOP = Hardware("cpu", "Some processor", 16 * GB, 8, bandwidth=40e9, multiplications=400e9)
SMALL = Hardware("cuda", "Some card", 3 * GB, 8, bandwidth=200e9, multiplications=20e12)
NONE = ModelSettings()
QWEN = "Qwen/Qwen3-VL-4B-Instruct"


class _Installed:
    def __init__(self, id: str, folder: Path) -> None:
        self.id, self.folder = id, folder


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two models are installed: one of the catalogue, and one that nobody knows."""
    found = [_Installed(QWEN, tmp_path / "qwen"), _Installed("me/mine", tmp_path / "mine")]
    monkeypatch.setattr(shelves, "installed", lambda: found)
    return tmp_path


def row(models: list[Model], id: str) -> Model:
    (found,) = (each for each in models if each.id == id)
    return found


def test_the_shelf_holds_all_and_knows_which_is_used(here: Path) -> None:
    models = shelf(here / "mine", LAPTOP, NONE)
    assert models[0].id == BUILT_IN
    assert [each.id for each in models if each.is_used] == ["me/mine"]
    assert state_of(row(models, QWEN)) == "installed"
    assert state_of(row(models, "Qwen/Qwen3-VL-2B-Instruct")) == "not installed"
    assert state_of(row(shelf(None, None, NONE), BUILT_IN)) == "in use"
    assert row(models, QWEN).fit
    assert row(shelf(None, None, NONE), QWEN).fit is None


def test_a_folder_of_the_users_own_stands_there_while_it_is_used(here: Path) -> None:
    models = shelf(here / "own", None, NONE)
    assert (models[-1].name, models[-1].state, models[-1].is_used) == ("own", "folder", True)
    assert all(each.state != "folder" for each in shelf(None, None, NONE))


def test_folders_of_the_users_own_stand_there_once(here: Path) -> None:
    mine, yours = here / "mine's", here / "yours"
    own = [each for each in shelf(yours, None, ModelSettings(folders=(mine, yours))) if each.state == "folder"]
    assert [(each.name, each.is_used) for each in own] == [("mine's", False), ("yours", True)]


def test_details_say_what_a_model_takes_here(here: Path) -> None:
    told = list(details(row(shelf(None, LAPTOP, NONE), QWEN)))
    assert "Download: 8.9 GB." in told
    assert any(line.startswith("Memory in 4 bits: ") for line in told)
    assert any(line.startswith("Expected here: the first word after about ") for line in told)
    assert "Languages: English, Chinese." in told
    assert "Licence: Apache-2.0." in told
    assert told[-1].startswith("SPARC: uncalibrated")
    assert list(details(row(shelf(None, LAPTOP, NONE), "me/mine"))) == []


def test_what_does_not_fit_says_so_and_promises_no_speed(here: Path) -> None:
    told = " ".join(details(row(shelf(None, SMALL, NONE), QWEN)))
    assert "more than this computer has" in told
    assert "first word" not in told


def test_what_needs_an_account_says_so() -> None:
    gated = row(shelf(None, None, NONE), "google/gemma-3-4b-it")
    assert any("account" in line for line in details(gated))


def test_advice_names_a_model_why_and_what_the_next_would_need() -> None:
    best, further = advice(LAPTOP)
    assert best.startswith("Recommended: ")
    assert "seconds" in further
    best, further = advice(SMALL)
    assert best.startswith("Recommended: ")
    assert "of memory; here 3.0 GB can be used" in further


def test_it_is_told_in_chinese_too() -> None:
    use_language("zh_CN")
    try:
        model = row(shelf(None, LAPTOP, NONE), QWEN)
        for line in (
            computer(LAPTOP),
            *advice(LAPTOP),
            *details(model),
            state_of(model),
            name_of(shelf(None, None, NONE)[0]),
        ):
            assert any("\u4e00" <= letter <= "\u9fff" for letter in line), line
    finally:
        use_language("en")


def test_what_is_recommended_can_be_got() -> None:
    (line,) = command(LAPTOP)
    assert (known := entry(line.removeprefix("To get it: sparc-desktop models get ")))
    assert known.name in next(advice(LAPTOP))


def test_a_folder_that_is_gone_is_told(here: Path) -> None:
    gone = here / "gone"
    assert state_of(row(shelf(gone, None, NONE), str(gone))) == "its folder is missing"


def test_the_list_is_there_for_programs_too(here: Path) -> None:
    built_in, *others = (json.loads(model_json(each)) for each in shelf(here / "mine", LAPTOP, NONE))
    assert built_in == {"id": "built-in", "name": "built-in", "state": "built-in", "is_used": False, "folder": None}
    (qwen,) = (each for each in others if each["id"] == QWEN)
    assert qwen["fits"] is True
    assert qwen["languages"] == ["en", "zh_CN"]
    assert qwen["words_per_second"] > 0


def test_little_is_told_as_people_say_it() -> None:
    assert [gigabytes(count) for count in (3 * GB, GB // 10, 4_200_000)] == ["3.0 GB", "0.1 GB", "5 MB"]


def test_a_row_of_the_list_has_the_shortest_facts(here: Path) -> None:
    models = shelf(here / "mine", LAPTOP, NONE)
    (absent,) = (each for each in models if each.name == "SmolVLM2 256M")
    told = line(absent, recommended=True)
    assert told.startswith("SmolVLM2 256M: recommended, not installed. Download: 1.0 GB. First word after about ")
    assert line(models[0]) == "Built-in model: always there."
    assert line(row(models, "me/mine")) == "me/mine: in use."
    assert line(row(shelf(None, SMALL, NONE), QWEN)) == "Qwen3-VL 4B: installed. Too large for the memory here."
