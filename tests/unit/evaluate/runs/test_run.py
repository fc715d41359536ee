"""A whole run with a tiny model: nonsense, but every time the same."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.evaluate.benchmarks.clair import Rating
from sparc_desktop.evaluate.methods import Told
from sparc_desktop.evaluate.runs.captions_file import CaptionsFile, read_captions
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.runs.describe import Describer
from sparc_desktop.evaluate.runs.judging import rate, unrated
from sparc_desktop.evaluate.runs.pictures import Pictures, open_pictures
from sparc_desktop.evaluate.runs.row import References, Row
from sparc_desktop.evaluate.runs.run import Run
from sparc_desktop.evaluate.runs.task import Task
from sparc_desktop.evaluate.world.facts import Facts
from tests.support.tiny_model import ENGLISH, SPECIAL, save_tiny_model

TASK = Task("drawings", "test", 3, 8, "en", "detailed", "Describe this.", 12, 2, "Tiny", "abc", "full")
ORDER = (4, 5, 6, 3, 7)  # the pictures by the number of their things
METHODS = [Chosen.parse(text) for text in ("none", "sparc:alpha=2:tau=0.05", "vcd")]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedModel:
    return load(save_tiny_model(tmp_path_factory.mktemp("model"), ENGLISH), lambda fraction: None)


class Asked:
    """Pictures that note which were drawn."""

    def __init__(self) -> None:
        self.drawn: list[int] = []
        self._pictures = open_pictures("drawings", "test", None)

    def pictures(self) -> Pictures:
        return replace(self._pictures, draw=lambda number: (self.drawn.append(number), self._pictures.draw(number))[1])


def run(
    loaded: LoadedModel,
    path: Path,
    task: Task = TASK,
    methods: list[Chosen] = METHODS,
    asked: Asked | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[bool, list[tuple[int, int]]]:
    told: list[tuple[int, int]] = []
    with CaptionsFile(path, task) as file:
        todo = Run(task, (asked or Asked()).pictures(), Describer(loaded, task), methods, file)
        complete = todo(lambda done, wanted: told.append((done, wanted)), cancelled)
    return complete, told


def captions(path: Path) -> dict[tuple[str, str], Row]:
    return {(row.picture, row.method): replace(row, seconds=row.seconds and 1.0) for row in read_captions(path).rows}


@pytest.fixture(scope="module")
def whole(loaded: LoadedModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("run") / "captions.jsonl"
    assert run(loaded, path) == (True, [(done, 15) for done in (0, 2, 4, 6, 8, 10, 12, 13, 14, 15)])
    return path


def test_every_picture_is_described_by_every_method(whole: Path) -> None:
    rows = read_captions(whole).rows
    labels = ["none", "sparc:alpha=2:tau=0.05", "vcd"]
    assert {(row.picture, row.method) for row in rows} == {
        (f"test/{number}", label) for number in range(3, 8) for label in labels
    }
    for row in rows:
        assert isinstance(row.truth, Facts)
        assert row.tokens == 12
        assert row.caption.startswith("stands a thing of kind")
    assert rows[0].settings == {}
    sparc = next(row for row in rows if row.method == labels[1])
    assert (sparc.settings["alpha"], sparc.settings["tau"], sparc.settings["beta"]) == (2, 0.05, 0.1)
    assert len({row.caption for row in rows if row.picture == "test/3"}) > 1  # the methods do something


def test_batches_are_traced_and_timed_in_turn(whole: Path) -> None:
    rows = read_captions(whole).rows
    traced = {f"test/{number}" for number in (*ORDER[:2], ORDER[4])}
    assert {row.picture for row in rows if row.seconds is None} == traced
    assert {row.picture for row in rows if row.looks.share} == traced
    for row in rows:
        if row.looks.share:
            assert len(row.looks.share) == len(row.looks.selected) == row.tokens
            assert all(0 < share < 1 for share in row.looks.share)
            assert row.looks.selected[0] == 0
            assert bool(row.looks.own) == (row.method != "none" and row.method != "vcd")


def test_pictures_are_parted_by_how_much_there_is_to_tell_and_each_part_is_traced_at_times(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sparc_desktop.evaluate.runs.run.WINDOW", 2)
    task, asked = replace(TASK, end=11), Asked()
    run(loaded, tmp_path / "captions.jsonl", task, METHODS[:1], asked)
    rows = read_captions(tmp_path / "captions.jsonl").rows
    assert asked.drawn == list(range(3, 11))
    things = [len(row.truth.items) for row in rows if isinstance(row.truth, Facts)]
    assert (things[:4], things[4:]) == (sorted(things[:4]), sorted(things[4:]))
    assert [bool(row.looks.share) for row in rows] == [True, True, False, False, False, False, True, True]


def test_what_a_token_takes_is_the_same_in_a_batch_however_long_its_captions_are(
    loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded.model.generation_config, "eos_token_id", 7)
    told = Told(torch.tensor([[5, 5, 5, 5], [5, 7, 7, 7]]), None)
    assert [each.seconds for each in Describer(loaded, TASK)._descriptions(told, 0.25)] == [1.0, 0.5]


def test_a_run_that_was_cut_writes_what_it_would_have_written(loaded: LoadedModel, whole: Path, tmp_path: Path) -> None:
    path, asked = tmp_path / "captions.jsonl", Asked()
    lines = whole.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:8]) + lines[8][:30])  # in the second batch, between two rows of one method
    complete, told = run(loaded, path, asked=asked)
    assert (complete, told[0], told[-1]) == (True, (7, 15), (15, 15))
    assert asked.drawn == [3, 4, 5, 6, 7]
    assert captions(path) == captions(whole)
    assert len(path.read_bytes().splitlines()) == len(lines)


def test_a_finished_run_draws_nothing_and_another_method_is_added(loaded: LoadedModel, whole: Path) -> None:
    asked = Asked()
    run(loaded, whole, asked=asked)
    assert asked.drawn == []
    before = captions(whole)
    run(loaded, whole, methods=[*METHODS, Chosen("naive")], asked=asked)
    after = captions(whole)
    assert after.keys() - before.keys() == {(f"test/{number}", "naive") for number in range(3, 8)}
    assert before.items() <= after.items()


def test_cancelled_between_two_methods(loaded: LoadedModel, tmp_path: Path) -> None:
    path = tmp_path / "captions.jsonl"
    complete, _ = run(loaded, path, cancelled=lambda: True)
    assert not complete
    assert [(row.picture, row.method) for row in read_captions(path).rows] == [
        (f"test/{number}", "none") for number in ORDER[:2]
    ]
    task = replace(TASK, end=5)
    complete, _ = run(loaded, tmp_path / "last", task, METHODS[:1], cancelled=lambda: True)
    assert complete  # it came too late


def test_fewer_sentences_where_fewer_are_wanted(loaded: LoadedModel, tmp_path: Path) -> None:
    task = replace(TASK, length="sentence", end=5)
    run(loaded, tmp_path / "captions.jsonl", task, METHODS[:1])
    for row in read_captions(tmp_path / "captions.jsonl").rows:
        assert row.caption.count(".") == 1
        assert row.tokens == 12  # what was decoded took its time


def test_the_end_of_a_caption_counts_and_nothing_after_it(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = replace(TASK, first=5, end=7)
    run(loaded, tmp_path / "whole", task, METHODS[1:2])
    first, second = (re.findall(r"kind (\d+)", row.caption) for row in read_captions(tmp_path / "whole").rows)
    step, number = next((step, number) for step, number in enumerate(first) if number not in second)
    assert 0 < step < 11
    monkeypatch.setattr(loaded.model.generation_config, "eos_token_id", [len(SPECIAL) + int(number), 1])
    run(loaded, tmp_path / "ended", task, METHODS[1:2])
    ended, other = read_captions(tmp_path / "ended").rows
    assert re.findall(r"kind (\d+)", ended.caption) == first[: step + 1]
    assert (ended.tokens, len(ended.looks.share), other.tokens) == (step + 1, step + 1, 12)


@pytest.mark.parametrize("text", ["sparcle", "none:alpha=2", "sparc:cap=2", "sparc:alpha=0.5", "pai:alpha=99"])
def test_what_no_method_can_do(loaded: LoadedModel, tmp_path: Path, text: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        run(loaded, tmp_path / "captions.jsonl", methods=[Chosen.parse(text)])
    assert caught.value.failure.code == Code.METHOD_UNUSABLE
    assert read_captions(tmp_path / "captions.jsonl").rows == ()


class Named:
    """A judge that has a favourite."""

    model = "small"

    def rate(self, candidate: str, references: tuple[str, ...]) -> Rating | None:
        return Rating(70.0, "x") if candidate in references else None


def test_what_was_rated_is_not_rated_again(tmp_path: Path) -> None:
    path = tmp_path / "captions.jsonl"
    rows = [Row(str(number), "none", f"A {number}.", References((f"A {number % 2}.",)), 3) for number in range(3)]
    with CaptionsFile(path, TASK) as file:
        for row in (*rows, Row("drawn", "none", "A.", open_pictures("drawings", "test", None).draw(1).truth, 2)):
            file.add(row)
    told: list[tuple[int, int]] = []
    for _ in range(2):
        with CaptionsFile(path) as file:
            wanted = unrated(file.captions, "small")
            count = rate(wanted, Named(), file, lambda *each: told.append(each), lambda: False)  # type: ignore[arg-type]
    assert (len(wanted), count) == (1, 0)  # the third time the favourite was not among the references
    assert told == [(0, 3), (1, 3), (2, 3), (0, 1)]
    assert [(each.picture, each.judge, each.score) for each in read_captions(path).rated] == [
        ("0", "small", 70.0), ("1", "small", 70.0)
    ]  # fmt: skip
    assert len(unrated(read_captions(path), "another judge")) == 3
