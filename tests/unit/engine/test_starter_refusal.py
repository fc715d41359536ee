"""The built-in model's limits: what is not of its world is refused, what is of it is described."""

import pytest

from benchmarks.foreign_pictures import measured
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.evaluate.runs.pictures import open_pictures
from sparc_desktop.resources import starter_model

COUNT = 60


@pytest.fixture(scope="module")
def loaded() -> LoadedModel:
    return load(starter_model(), lambda _: None)


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(
    ("task", "least", "most"), [("drawings", 0.9, 1.0), ("screens", 0.9, 1.0), ("foreign", 0.0, 0.1)]
)
def test_which_pictures_are_described(loaded: LoadedModel, task: str, least: float, most: float) -> None:
    pictures = open_pictures(task, "test", None)
    known = measured(loaded, [pictures.draw(number).image for number in range(COUNT)])
    described = ~known.is_beyond(loaded.profile)
    assert least <= described.float().mean() <= most
