"""Results of files made by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.measures import CATALOGUE, Score
from sparc_desktop.evaluate.report import names
from sparc_desktop.evaluate.report.results import Results, results_of
from sparc_desktop.evaluate.report.results_file import write_results
from sparc_desktop.evaluate.report.tables import difference, figure, verdict
from sparc_desktop.evaluate.report.text import lines
from sparc_desktop.evaluate.runs.captions_file import Captions
from sparc_desktop.evaluate.runs.row import BINS
from tests.unit.evaluate.report.rows import benchmark, looks, strangers, task, world

FEW = 50  # resamples are enough where the values are what is asked for


@pytest.fixture(scope="module")
def results() -> Results:
    return results_of(world(), resamples=FEW)


def test_the_scores_of_each_method(results: Results) -> None:
    none, sparc = results.methods
    assert (none.label, sparc.label, results.baseline) == ("none", "sparc", "none")
    assert (results.pictures, results.left_out) == (4, 0)
    assert none.scores["object_precision"].value == 1
    assert none.scores["object_recall"].value == pytest.approx(2 / 3)
    assert sparc.scores["object_precision"].value == pytest.approx(3 / 4)
    assert sparc.scores["object_recall"].value == 1
    assert sparc.settings == {"alpha": 1.1}


def test_differences_are_to_the_baseline_on_the_same_pictures(results: Results) -> None:
    none, sparc = results.methods
    assert none.differences == {}
    assert sparc.differences["object_precision"] == Score(pytest.approx(-0.25), pytest.approx(-0.25), -0.25, 4)
    assert sparc.differences["object_recall"].value == pytest.approx(1 / 3)


def test_time_is_of_what_was_not_traced_and_attention_of_what_was(results: Results) -> None:
    none, sparc = results.methods
    assert none.scores["ms_per_token"] == Score(10.0, 10.0, 10.0, 2)
    assert sparc.differences["ms_per_token"].value == pytest.approx(5)
    assert none.scores["attention"].value == pytest.approx(0.5 - 0.095)
    assert none.scores["attention"].n == 2
    assert none.scores["selected"].value == pytest.approx(0.1)


def test_scores_by_the_number_of_things(results: Results) -> None:
    none, _ = results.methods
    assert list(none.by_count) == ["1-3", "4-9"]
    assert none.by_count["1-3"]["object_recall"].n == 2
    assert not any(none.differences_by_count.values())
    assert none.by_count["4-9"]["item_recall"].value == pytest.approx(2 / 4)


def test_curves(results: Results) -> None:
    none, sparc = results.methods
    assert [(point.first, point.last) for point in none.curves.attention][:2] == [(1, 2), (3, 4)]
    assert none.curves.attention[0].score.value == pytest.approx(0.495)
    assert none.curves.own == none.curves.attention
    assert sparc.curves.own[0].score.value == pytest.approx(0.595 / 1.2, abs=1e-3)
    assert [(point.first, point.score.value) for point in none.curves.around] == [
        (edge, 2.0 if edge >= 0 else 1.0) for edge in BINS[:-1]
    ]


def test_windows_that_hardly_any_caption_reaches_are_left_out() -> None:
    captions = world()
    usual, longer = looks(0.5, tokens=12), looks(0.5, tokens=20)
    rows = [replace(captions.rows[0], picture=str(n), looks=usual if n else longer) for n in range(11)]
    (method,) = results_of(replace(captions, rows=tuple(rows)), resamples=FEW).methods
    assert [point.last for point in method.curves.attention] == [2, 4, 6, 8, 10, 12]


def test_how_long_the_baseline_is_says_how_far_curves_go() -> None:
    captions = world()
    rows = list(captions.rows)
    rows[1] = replace(rows[1], looks=replace(rows[1].looks, share=(0.5,) * 400, selected=(0.0,) * 400))
    _, sparc = results_of(replace(captions, rows=tuple(rows)), resamples=FEW).methods
    assert [point.last for point in sparc.curves.attention] == [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]


def test_only_pictures_that_all_have_described_are_compared() -> None:
    captions = world()
    results = results_of(replace(captions, rows=captions.rows[:-1]), resamples=FEW)
    assert (results.pictures, results.left_out) == (3, 1)
    assert {method.scores["length"].n for method in results.methods} == {3}
    alone = results_of(replace(captions, rows=captions.rows[:-1]), ["none"], FEW)
    assert (alone.pictures, [each.label for each in alone.methods]) == (4, ["none"])


def test_the_order_of_the_lines_says_nothing() -> None:
    captions = world()
    turned = replace(captions, rows=(*captions.rows[::2][::-1], *captions.rows[1::2]))
    assert (
        results_of(turned, resamples=FEW).methods[1].differences
        == results_of(captions, resamples=FEW).methods[1].differences
    )


def test_a_method_that_is_not_there() -> None:
    with pytest.raises(ExpectedError) as caught:
        results_of(world(), ["pai"])
    assert caught.value.failure.params == {"label": "pai", "reason": "the file holds none, sparc"}


def test_without_the_usual_baseline_the_first_method_is_it() -> None:
    captions = world()
    rows = tuple(replace(row, method={"none": "a", "sparc": "b"}[row.method]) for row in captions.rows)
    assert results_of(replace(captions, rows=rows), resamples=FEW).baseline == "a"


def test_refusals_of_the_world_and_of_strangers() -> None:
    known = results_of(world(), resamples=FEW)
    assert known.refusals.keys() == {"false_refusals"}
    assert known.refusals["false_refusals"].value == 1 / 4
    foreign = results_of(strangers(), resamples=FEW)
    assert foreign.refusals["false_answers"].value == 1 / 4
    assert {name: score.value for name, score in foreign.families.items()} == {"hills": 0.5, "noise": 0.0}
    assert foreign.methods[0].scores.keys() == {"length", "distinct_1", "repeated_bigrams"}


def test_pictures_that_are_refused_can_be_left_out() -> None:
    results = results_of(world(), resamples=FEW, with_refused=False)
    assert (results.pictures, results.refused, results.left_out) == (3, 1, 0)
    assert results.refusals["false_refusals"].value == 1 / 4  # of all
    assert results.methods[0].scores["object_f1"].n == 3
    assert next(lines("file", results)) == "file: 3 pictures, 1 left out, which the model refuses"
    none = results_of(strangers(), resamples=FEW, with_refused=False)
    assert (none.pictures, none.refused) == (1, 3)


def test_a_benchmark_by_its_measures_and_its_judges() -> None:
    none, pai = results_of(benchmark("coco"), resamples=FEW).methods
    assert (none.scores["object_precision"].value, none.scores["object_recall"].value) == (0.5, 0.5)
    assert pai.scores["object_f1"].value == 1
    none, pai = results_of(benchmark("docci"), resamples=FEW).methods
    assert pai.scores["capture_all"].value > none.scores["capture_all"].value
    assert (pai.scores["clair:one"].value, pai.scores["clair:two"].value) == (90, 91)
    assert pai.differences["clair:two"].value == 50


def test_only_what_a_judge_has_judged_of_all_methods_is_compared() -> None:
    half = benchmark("docci")
    cut = replace(half, rated=tuple(each for each in half.rated if (each.picture, each.method) != ("1", "pai")))
    none, pai = results_of(cut, resamples=FEW).methods
    assert none.scores["clair:one"].n == pai.scores["clair:one"].n == pai.differences["clair:one"].n == 1


def test_a_file_without_captions() -> None:
    results = results_of(Captions(task(), (), ()), resamples=FEW)
    assert (results.pictures, results.methods) == (0, ())
    assert list(lines("empty", results)) == ["empty: 0 pictures"]


def test_what_counts_most_as_text(results: Results) -> None:
    told = list(lines("captions.jsonl", results))
    assert told[0] == "captions.jsonl: 4 pictures"
    assert "  False refusals: 0.250 (0.046 to 0.699)" in told
    at = told.index("  Precision")
    assert told[at + 1] == "    none: 1.000 (1.000 to 1.000)"
    assert told[at + 2] == "    sparc: 0.750 (0.750 to 0.750); difference −0.250 (−0.250 to −0.250), worse"
    assert "    sparc: 15.00; difference +5.00" in told


@pytest.mark.parametrize(
    ("name", "score", "expected"),
    [
        ("object_f1", (0.1, 0.05, 0.2), "better"),
        ("object_f1", (-0.1, -0.2, -0.05), "worse"),
        ("object_f1", (0.1, 0.0, 0.2), "no clear difference"),
        ("chair_i", (0.1, 0.05, 0.2), "worse"),
        ("length", (3.0, 1.0, 5.0), "more"),
        ("attention", (-0.1, -0.2, -0.05), "less"),
        ("clair:x", (0.1, 0.05, 0.2), "better"),
    ],
)
def test_what_a_difference_says(name: str, score: tuple[float, float, float], expected: str) -> None:
    assert verdict(name, Score(*score, 10)) == expected


def test_figures() -> None:
    assert figure("object_f1", Score(0.8, 0.75, 0.85, 9)) == ("0.800", "(0.750 to 0.850)")
    assert figure("length", Score(80.04, 79.0, 81.0, 9)) == ("80.0", "(79.0 to 81.0)")
    assert figure("object_f1", None) == ("not measured",)
    assert difference("object_f1", Score(-0.0001, -0.2, 0.1, 9))[0] == "+0.000"
    assert difference("object_f1", None) == ("not measured",)


def test_every_score_has_a_name_and_a_meaning() -> None:
    positions = {name for name in CATALOGUE if name.rpartition("_")[2] in ("first", "middle", "last")}
    for name in CATALOGUE.keys() - positions:
        assert names.short(name)
        assert names.meaning(name).endswith(".")
    for _, group in names.GROUPS:
        assert len({each.short for each in group.values()}) == len(group)


def test_as_json(results: Results, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    for _ in range(2):
        write_results(path, [("captions.jsonl", results)])
    ((only,),) = [json.loads(path.read_text("utf-8"))["results"]]
    assert only["file"] == "captions.jsonl"
    assert only["task"]["pictures"] == "drawings"
    assert only["methods"][1]["scores"]["object_precision"] == {"value": 0.75, "low": 0.75, "high": 0.75, "n": 4}
    assert only["methods"][1]["differences"]["object_precision"]["value"] == -0.25


def test_json_takes_no_other_files_place(results: Results, tmp_path: Path) -> None:
    for content in ('{"task": {}}\n', "diary"):
        (tmp_path / "mine").write_text(content)
        with pytest.raises(ExpectedError) as caught:
            write_results(tmp_path / "mine", [("x", results)])
        assert caught.value.failure.code == Code.FILE_EXISTS
        assert (tmp_path / "mine").read_text() == content
    with pytest.raises(ExpectedError) as caught:
        write_results(tmp_path / "no" / "folder", [("x", results)])
    assert caught.value.failure.code == Code.FILE_UNWRITABLE
