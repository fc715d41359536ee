"""The tables of docs/evidence.md: every score that is there, and in bold only what an interval proves."""

from benchmarks.evidence import SHOWN, tables
from sparc_desktop.evaluate.measures import CATALOGUE

OWN = {"attention", "selected", "ms_per_token"}  # of the report, beside the measures


def score(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": value, "low": low, "high": high, "n": 4}


def method(label: str, scores: dict[str, object], differences: dict[str, object]) -> dict[str, object]:
    return {"label": label, "scores": scores, "differences": differences, "by_count": {"1-3": scores}}


def results(*methods: dict[str, object]) -> dict[str, object]:
    return {"families": {}, "pictures": 4, "refusals": {}, "baseline": "none", "methods": methods}


def test_every_score_that_is_asked_for_is_one() -> None:
    assert set(SHOWN) <= CATALOGUE.keys() | OWN


def test_a_difference_is_bold_where_its_interval_does_not_hold_zero() -> None:
    scores = {"object_f1": score(0.8, 0.7, 0.9), "length": score(40, 39, 41), "ms_per_token": score(2, 2, 2)}
    found = {"object_f1": score(0.1, 0.05, 0.2), "length": score(1, -1, 2), "ms_per_token": score(0.5, 0.5, 0.5)}
    told = list(tables(results(method("none", scores, {}), method("sparc", scores, found))))
    assert "| object_f1 | 0.800 (0.700 to 0.900) |" in told
    assert "| ms_per_token | 2.000 |" in told
    assert "| sparc | **+0.100 (+0.050 to +0.200)** | +1.000 (-1.000 to +2.000) | +0.500 |" in told
    assert told.count("| none, object_f1 | 0.800 (0.700 to 0.900) |") == 1  # by the number of things
    assert told.count("| sparc, object_f1 | 0.800 (0.700 to 0.900) |") == 1
