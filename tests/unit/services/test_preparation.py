"""What is said while a model is prepared: its stages once, and their quarters; never the opening of its files."""

from sparc_desktop.domain.events import Loading, Stage
from sparc_desktop.services.preparation import Preparation


def said(stage: Stage, *fractions: float) -> list[str]:
    preparation = Preparation()
    return [text for fraction in fractions if (text := preparation.hear(Loading(fraction, stage)))]


def test_opening_files_is_not_spoken_of() -> None:
    assert said("open", 0, 0.3, 0.5, 1) == []


def test_a_stage_is_announced_and_told_in_quarters() -> None:
    begun, *quarters = said("round", *(step / 100 for step in range(1, 101)))
    assert begun == "The model is being packed into less memory. This is done once."
    assert quarters == ["25 percent.", "50 percent.", "75 percent."]


def test_steps_beyond_a_quarter_are_told_by_the_last() -> None:
    assert said("calibrate", 0, 1 / 3, 2 / 3, 1)[1:] == ["25 percent.", "50 percent."]


def test_a_stage_that_begins_late_begins_with_its_sentence() -> None:
    assert said("round", 0.6) == ["The model is being packed into less memory. This is done once."]


def test_each_stage_and_each_start_is_told_anew() -> None:
    preparation = Preparation()
    steps = [Loading(0.5, "round"), Loading(1.0), Loading(0, "calibrate"), Loading(0), Loading(0.1, "round")]
    assert [bool(preparation.hear(step)) for step in steps] == [True, False, True, False, True]
