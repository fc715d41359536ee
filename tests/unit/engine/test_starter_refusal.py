"""The built-in model's limit: what is not of its world is refused, what is of it is described."""

from collections.abc import Iterator

import pytest
import torch
from PIL import Image

from sparc_desktop.engine.familiarity import strangeness
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.evaluate.runs.pictures import open_pictures
from sparc_desktop.resources import starter_model

COUNT, BATCH = 60, 20


@pytest.fixture(scope="module")
def loaded() -> LoadedModel:
    return load(starter_model(), lambda _: None)


def within(loaded: LoadedModel, images: list[Image.Image]) -> Iterator[bool]:
    unknown, limit = loaded.processor.tokenizer.unk_token_id, loaded.profile.strange_above
    assert limit is not None
    for start in range(0, len(images), BATCH):
        made = loaded.processor.image_processor(images=images[start : start + BATCH], return_tensors="pt")
        pixels = made["pixel_values"].to(loaded.model.dtype)
        yield from (strangeness(loaded.model, unknown, pixels) <= limit).tolist()


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(
    ("task", "least", "most"), [("drawings", 0.9, 1.0), ("screens", 0.9, 1.0), ("foreign", 0.0, 0.1)]
)
def test_which_pictures_are_described(loaded: LoadedModel, task: str, least: float, most: float) -> None:
    pictures = open_pictures(task, "test", None)
    with torch.inference_mode():
        described = list(within(loaded, [pictures.draw(number).image for number in range(COUNT)]))
    assert least <= sum(described) / COUNT <= most
