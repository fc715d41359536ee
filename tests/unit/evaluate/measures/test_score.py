"""The ratio that every score is."""

import json
from dataclasses import asdict

import pytest

from sparc_desktop.evaluate.measures import Score
from sparc_desktop.evaluate.measures.score import overlap, share


def test_share() -> None:
    assert share([True, False, True]) == (2, 3)
    assert share([]) == (0, 0)


def test_f1_is_the_harmonic_mean() -> None:
    row = overlap("object", right=3, told=4, there=6)
    assert row["object_precision"] == (3, 4)
    assert row["object_recall"] == (3, 6)
    numerator, denominator = row["object_f1"]
    assert numerator / denominator == pytest.approx(2 / (1 / (3 / 4) + 1 / (3 / 6)))


def test_a_score_goes_to_json_and_back() -> None:
    score = Score(0.5, 0.25, 0.75, 8)
    assert Score(**json.loads(json.dumps(asdict(score)))) == score
