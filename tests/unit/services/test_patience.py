"""What is heard while one waits, with time as a number."""

import pytest

from sparc_desktop import translation
from sparc_desktop.services.patience import Estimate, Patience, Tick


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


def heard(patience: Patience, start: float, end: float) -> list[tuple[float, Estimate | Tick]]:
    """All that is due from one second to another, asked four times a second."""
    times = [start + step / 4 for step in range(round((end - start) * 4))]
    return [(now, due) for now in times if (due := patience.check(now)) is not None]


def test_three_seconds_of_silence_then_a_sentence_then_ticks() -> None:
    patience = Patience()
    patience.begin(100)
    (first, estimate), *ticks = heard(patience, 100, 120)
    assert first == 103
    assert estimate == Estimate("Still at work on the picture.")
    assert ticks == [(108, Tick()), (113, Tick()), (118, Tick())]


def test_a_quick_description_is_left_alone() -> None:
    patience = Patience()
    patience.begin(0)
    assert heard(patience, 0, 3) == []
    patience.first_words(3)
    assert heard(patience, 3, 60) == []


def test_the_last_time_is_the_estimate() -> None:
    patience = Patience()
    patience.begin(0)
    patience.first_words(20)
    patience.begin(100)
    assert heard(patience, 100, 105) == [(103, Estimate("Still at work on the picture. About 17 more seconds."))]


def test_what_was_given_up_estimates_nothing() -> None:
    patience = Patience()
    patience.begin(0)
    patience.first_words(3.5)
    patience.begin(10)
    patience.end()
    assert heard(patience, 10, 60) == []
    patience.begin(100)
    assert heard(patience, 100, 104) == [(103, Estimate("Still at work on the picture."))]


def test_without_a_description_there_is_nothing_to_hear() -> None:
    assert heard(Patience(), 0, 60) == []
