"""A mark painted on a picture is found again: through the image processor, its cell, and back to the picture."""

from types import SimpleNamespace
from typing import Any

import pytest
import torch
from PIL import Image, ImageDraw
from transformers import AutoImageProcessor, CLIPImageProcessor, LlavaImageProcessor, SiglipImageProcessor

from sparc_desktop.domain.places import HeatMap, outstanding
from sparc_desktop.evaluate.picture_grid import PictureGrid, picture_grid, seen_by
from sparc_desktop.resources import starter_model

PATCH = 16
MIDDLE = {"size": {"shortest_edge": 160}, "crop_size": {"height": 160, "width": 160}}
STRETCHED = {"size": {"height": 160, "width": 160}, "do_center_crop": False}


def llava(kind: str = "llava", patch: int | None = PATCH) -> Any:
    return SimpleNamespace(config=SimpleNamespace(model_type=kind, vision_config=SimpleNamespace(patch_size=patch)))


def grid_of(image: Image.Image, processor: Any) -> tuple[PictureGrid | None, torch.Tensor]:
    pixels = processor(images=image, return_tensors="pt")["pixel_values"]
    tokens = (pixels.shape[-1] // PATCH) ** 2
    wrapped = SimpleNamespace(image_processor=processor)
    return picture_grid(llava(), wrapped, {"pixel_values": pixels}, image.size, tokens), pixels


PROCESSORS = {
    "starter": lambda: AutoImageProcessor.from_pretrained(starter_model()),
    "stretched": lambda: CLIPImageProcessor(**STRETCHED),
    "middle": lambda: CLIPImageProcessor(**MIDDLE),
    "siglip": lambda: SiglipImageProcessor(size={"height": 160, "width": 160}),
    "padded": lambda: LlavaImageProcessor(do_pad=True, **MIDDLE),
    "not padded": lambda: LlavaImageProcessor(**MIDDLE),
}


@pytest.mark.parametrize("name", PROCESSORS)
@pytest.mark.parametrize("size", [(300, 200), (200, 300), (250, 250), (431, 97)])
@pytest.mark.parametrize(("row", "column"), [(0, 0), (0, 2), (2, 0), (2, 2), (1, 1)])
def test_a_mark_is_found_where_it_was_painted(name: str, size: tuple[int, int], row: int, column: int) -> None:
    processor = PROCESSORS[name]()
    width, height = size
    plain, _ = grid_of(Image.new("RGB", size), processor)
    assert plain is not None
    # In a corner of what is seen, so that a crop does not take it away.
    left, top = max(plain.box.left, 0.0), max(plain.box.top, 0.0)
    seen = (min(plain.box.left + plain.box.width, 1.0) - left, min(plain.box.top + plain.box.height, 1.0) - top)
    x, y = (left + seen[0] * (0.08 + 0.42 * column)) * width, (top + seen[1] * (0.08 + 0.42 * row)) * height
    image = Image.new("RGB", size)
    half = 0.03 * min(size)
    ImageDraw.Draw(image).rectangle((x - half, y - half, x + half, y + half), fill="white")
    grid, pixels = grid_of(image, processor)
    assert grid == plain
    _, blank = grid_of(Image.new("RGB", size), processor)
    cells = (pixels - blank)[0].sum(0).unfold(0, PATCH, PATCH).unfold(1, PATCH, PATCH).sum((-1, -2)).clamp(min=0)
    heat = HeatMap(tuple(tuple(line) for line in cells.tolist()), grid.box)
    found = torch.nonzero(cells == cells.max())[0].tolist()
    cell_x = grid.box.left + (found[1] + 0.5) * grid.box.width / grid.columns
    cell_y = grid.box.top + (found[0] + 0.5) * grid.box.height / grid.rows
    assert abs(cell_x - x / width) <= grid.box.width / grid.columns
    assert abs(cell_y - y / height) <= grid.box.height / grid.rows
    part = outstanding(heat)[0]
    assert (part.row, part.column) == (int(3 * y / height), int(3 * x / width))


def test_a_crop_is_smaller_and_a_padding_larger_than_the_picture() -> None:
    cropped = seen_by(CLIPImageProcessor(**MIDDLE), (400, 200), (160, 160))
    padded = seen_by(LlavaImageProcessor(do_pad=True, **MIDDLE), (400, 200), (160, 160))
    assert cropped is not None
    assert padded is not None
    assert (cropped.left, cropped.top, cropped.width, cropped.height) == pytest.approx((0.25, 0, 0.5, 1))
    assert (padded.left, padded.top, padded.width, padded.height) == pytest.approx((0, -0.5, 1, 2))


def test_pixels_that_make_no_whole_patch_are_not_seen() -> None:
    processor = SiglipImageProcessor(size={"height": 100, "width": 100})
    grid, _ = grid_of(Image.new("RGB", (50, 50)), processor)
    assert grid is not None
    assert (grid.rows, grid.columns) == (6, 6)
    assert (grid.box.width, grid.box.height) == pytest.approx((0.96, 0.96))


class UnknownProcessor(CLIPImageProcessor):
    """May do anything to a picture."""


@pytest.mark.parametrize(
    ("model", "processor", "tokens"),
    [
        pytest.param(llava("llava_next"), CLIPImageProcessor(**MIDDLE), 100, id="another model"),
        pytest.param(llava(), UnknownProcessor(**MIDDLE), 100, id="another processor"),
        pytest.param(llava(), CLIPImageProcessor(**MIDDLE), 101, id="one token too many"),
        pytest.param(llava(patch=None), CLIPImageProcessor(**MIDDLE), 100, id="no patches"),
    ],
)
def test_what_is_not_known_is_not_guessed(model: Any, processor: Any, tokens: int) -> None:
    pixels = torch.zeros(1, 3, 160, 160)
    wrapped = SimpleNamespace(image_processor=processor)
    assert picture_grid(model, wrapped, {"pixel_values": pixels}, (300, 200), tokens) is None


def test_several_tiles_are_not_one_square() -> None:
    wrapped = SimpleNamespace(image_processor=CLIPImageProcessor(**MIDDLE))
    for shape in ((2, 3, 160, 160), (1, 5, 3, 160, 160)):
        assert picture_grid(llava(), wrapped, {"pixel_values": torch.zeros(shape)}, (300, 200), 100) is None


@pytest.mark.parametrize(
    ("told", "tokens", "expected"),
    [
        pytest.param([[1, 8, 12]], 24, (4, 6), id="one picture"),
        pytest.param([[1, 8, 12]], 96, None, id="not merged"),
        pytest.param([[2, 8, 12]], 48, None, id="a film"),
        pytest.param([[1, 8, 12], [1, 8, 12]], 48, None, id="two pictures"),
    ],
)
def test_a_grid_that_the_processor_tells(told: list[list[int]], tokens: int, expected: tuple[int, int] | None) -> None:
    processor = SimpleNamespace(image_processor=SimpleNamespace(merge_size=2))
    grid = picture_grid(llava("qwen2_vl"), processor, {"image_grid_thw": torch.tensor(told)}, (300, 200), tokens)
    assert (grid and (grid.rows, grid.columns)) == expected
