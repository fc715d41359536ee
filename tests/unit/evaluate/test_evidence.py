"""The tables of docs/evidence.md: every score that is there, and in bold only what an interval proves."""

from xml.etree import ElementTree

from benchmarks.evidence import PIECES, TABLES, charts, methods_of, tables
from benchmarks.tune import candidates
from sparc_desktop.evaluate.measures import CATALOGUE
from sparc_desktop.evaluate.methods.registry import METHODS
from sparc_desktop.evaluate.report.page import page
from sparc_desktop.evaluate.report.results import results_of
from tests.unit.evaluate.report.rows import world

OWN = {"attention", "selected", "ms_per_token"}  # of the report, beside the measures


def score(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": value, "low": low, "high": high, "n": 4}


def method(label: str, scores: dict[str, object], differences: dict[str, object]) -> dict[str, object]:
    counted = {"by_count": {"1-3": scores}, "differences_by_count": {"1-3": differences}}
    points = [{"first": 1, "last": 16, "score": score(0.3, 0.2, 0.4)}] if label == "sparc" else []
    return {
        "label": label, "scores": scores, "differences": differences,
        "curves": {"attention": points, "own": [], "around": []}, **counted,
    }  # fmt: skip


def results(*methods: dict[str, object]) -> dict[str, object]:
    return {"families": {}, "pictures": 4, "refusals": {}, "baseline": "none", "methods": methods}


def test_every_score_that_is_asked_for_is_one() -> None:
    assert {name for names in TABLES.values() for name in names} <= CATALOGUE.keys() | OWN


def test_a_difference_is_bold_where_its_interval_does_not_hold_zero() -> None:
    scores = {"object_f1": score(0.8, 0.7, 0.9), "length": score(40, 39, 41), "ms_per_token": score(2, 2, 2)}
    found = {"object_f1": score(0.1, 0.05, 0.2), "length": score(1, -1, 2), "ms_per_token": score(0.5, 0.5, 0.5)}
    told = list(tables(results(method("none", scores, {}), method("sparc", scores, found))))
    assert "| objects | object_f1 |" in told
    assert "| none | 0.800 (0.700 to 0.900) |" in told
    assert "| sparc, minus none | **+0.100 (+0.050 to +0.200)** |" in told
    assert "| sparc, minus none | +1.000 (-1.000 to +2.000) |" in told
    assert "| none | 2.000 |" in told
    assert "| sparc, minus none | +0.500 |" in told
    assert "| object_f1, by number of things | 1-3 |" in told
    assert told.count("| sparc, minus none | **+0.100 (+0.050 to +0.200)** |") == 2  # of all, and by the number
    assert told[-3:-1] == ["| --- | --- |", "| sparc | 0.300 (0.200 to 0.400) |"]


def test_each_chart_of_a_page_is_a_picture_of_its_own() -> None:
    """Well-formed, with its words, and readable without the page's style."""
    found = dict(charts(page([("world.jsonl", results_of(world(), resamples=20))])))
    assert {"attention", "methods", "around"} <= found.keys()
    for drawn in found.values():
        root = ElementTree.fromstring(drawn)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert root.get("color") == "#1a1a1a"
        assert root.find("{*}title") is not None


def test_a_run_takes_of_the_methods_those_that_are_its_own() -> None:
    given = "none,sparc:tau=2,pai:alpha=0.1"
    assert methods_of(PIECES["drawings"], given) == given
    assert methods_of(PIECES["new-style"], given) == "none,sparc:tau=2"
    assert methods_of(PIECES["foreign"], given) == "none"
    assert methods_of(PIECES["new-style"], "") == "none,sparc"


def test_each_method_is_tried_in_five_settings_of_its_own() -> None:
    tried = list(candidates({"alpha": 1.05, "tau": 4.0, "layer": 3}))
    for name in METHODS:
        if name != "none":
            found = [each.settings for each in tried if each.name == name]
            assert len(found) == len({str(each) for each in found}) == 5, name
            assert all(settings.keys() <= METHODS[name].settings.keys() for settings in found)
    assert [each.settings["tau"] for each in tried if each.name == "sparc"][-2:] == [2.0, 8.0]
