"""The curve of the attention: which steps a window takes, and when it has none."""

import pytest

from sparc_desktop.domain.decay import MOST_WINDOWS, Window, decay
from sparc_desktop.domain.explanation import Step


def steps(words: int, share: float = 0.5) -> tuple[Step, ...]:
    return tuple(Step(word, share / 2, share) for word in range(1, words + 1) for _ in range(2))


def test_each_window_is_the_mean_over_its_words() -> None:
    told = (Step(1, 0.1, 0.2), Step(1, 0.3, 0.4), Step(2, 0.5, 0.6))
    assert decay(told, told[:2]) == [
        Window(1, 1, without=pytest.approx(0.3), with_sparc=pytest.approx(0.3), own=pytest.approx(0.2)),
        Window(2, 2, without=None, with_sparc=pytest.approx(0.6), own=pytest.approx(0.5)),
    ]


@pytest.mark.parametrize("words", [1, 9, 10, 11, 84, 100, 101, 400, 2000])
def test_the_windows_hold_every_word_once(words: int) -> None:
    windows = decay(steps(words), steps(max(1, words - 7)))
    assert len(windows) <= MOST_WINDOWS
    assert [word for w in windows for word in range(w.first, w.last + 1)] == list(range(1, words + 1))


def test_a_longer_description_without_sparc_has_its_windows_too() -> None:
    last = decay(steps(20), steps(90))[-1]
    assert (last.last, last.with_sparc, last.own) == (90, None, None)
    assert last.without == pytest.approx(0.5)


def test_no_words() -> None:
    assert decay((), ()) == []
