"""What runs know of the worlds: their pictures, their truth, and what is read in captions."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sparc_desktop.evaluate.benchmarks import BENCHMARKS
from sparc_desktop.evaluate.measures import Told, measure
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.runs.pictures import WORLDS, open_pictures
from sparc_desktop.evaluate.runs.row import References, Stranger
from sparc_desktop.evaluate.runs.sources import DRAWN, FROM_FILES
from sparc_desktop.evaluate.world.facts import Facts, place_of
from sparc_desktop.evaluate.world.telling import read, write


def test_the_names_of_the_command_line_are_those_there_are() -> None:
    assert set(DRAWN) == WORLDS.keys()
    assert set(FROM_FILES) == BENCHMARKS.keys()


@pytest.mark.parametrize("source", ["drawings", "drawings-new-style", "screens", "screens-new-style"])
def test_a_drawn_picture_its_truth_and_its_layout(source: str) -> None:
    pictures = open_pictures(source, "test", None)
    picture = pictures.draw(3)
    assert isinstance(picture.truth, Facts)
    assert picture.layout is not None
    cells = picture.layout.cells(12)
    assert cells.shape == (12, 12)
    covered = {picture.layout.things[thing].kind for thing in np.unique(cells) if thing >= 0}
    assert covered <= {item.kind for item in picture.truth.items}
    assert covered
    assert picture.image.mode == "RGB"
    assert (pictures.name(3), pictures.count) == ("test/3", None)
    assert pictures.draw(3).image.tobytes() == picture.image.tobytes()
    assert pictures.draw(4).image.tobytes() != picture.image.tobytes()


@pytest.mark.parametrize("source", ["drawings", "screens"])
def test_the_layout_has_things_where_the_truth_has_them(source: str) -> None:
    right = []
    for number in range(4):
        picture = open_pictures(source, "test", None).draw(number)
        assert isinstance(picture.truth, Facts)
        assert picture.layout is not None
        cells, kinds = picture.layout.cells(30), [item.kind for item in picture.truth.items]
        for place, thing in enumerate(picture.layout.things):
            rows, columns = np.nonzero(cells == place)
            if kinds.count(thing.kind) == 1 and len(rows):
                item = picture.truth.items[kinds.index(thing.kind)]
                if item.place and item.kind not in ("window", "dialog"):  # of which others cover a part
                    right.append(item.place == place_of(columns.mean() / 30, rows.mean() / 30))
    assert len(right) >= 4
    assert sum(right) >= 0.75 * len(right)


@pytest.mark.parametrize("source", ["drawings", "screens"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_caption_of_the_world_that_tells_all_is_found_right(source: str, language: str) -> None:
    facts = open_pictures(source, "test", None).draw(5).truth
    assert isinstance(facts, Facts)
    text = write(facts, language, "everything", 0)  # type: ignore[arg-type]
    row = measure(Told(facts, text, read(text, language)))  # type: ignore[arg-type]
    assert row["item_f1"] == (2 * len(facts.items), 2 * len(facts.items))


def test_foreign_pictures_have_a_family() -> None:
    picture = open_pictures("foreign", "test", None).draw(0)
    assert isinstance(picture.truth, Stranger)
    assert picture.layout is None


def test_a_benchmark_in_an_order_that_says_nothing_of_its_files(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.radial_gradient("L").resize((20, 16)).save(buffer, "PNG")
    rows = []
    (tmp_path / "images_aar").mkdir()
    for number in range(20):
        (tmp_path / "images_aar" / f"key{number:02}.png").write_bytes(buffer.getvalue())
        rows.append(json.dumps({"image/key": f"key{number:02}", "IIW": f"Text {number}."}))
    (tmp_path / "data.jsonl").write_text("\n".join(rows))
    pictures = open_pictures("iiw-400", "", tmp_path)
    assert pictures.count == 20
    names = [pictures.name(number) for number in range(20)]
    assert sorted(names) != names
    assert len(set(names)) == 20
    picture = pictures.draw(0)
    assert picture.image.size == (20, 16)
    assert picture.truth == References((f"Text {int(names[0][3:])}.",))
    (tmp_path / "data.jsonl").write_text("\n".join(reversed(rows)))
    again = open_pictures("iiw-400", "", tmp_path)
    assert [again.name(number) for number in range(20)] == names


def test_methods_as_the_user_writes_them() -> None:
    chosen = Chosen.parse(" sparc:tau=5.5: layer=4")
    assert chosen == Chosen("sparc", {"tau": 5.5, "layer": 4})
    assert chosen.label == "sparc:layer=4:tau=5.5"
    assert Chosen.parse(chosen.label) == chosen
    assert Chosen.parse("none").label == "none"
    assert Chosen.parse("capped:cap=inf").label == "capped:cap=inf"
    for wrong in ("sparc:tau", "sparc:tau=", "sparc:tau=x", "sparc:"):
        with pytest.raises(ValueError, match="float"):
            Chosen.parse(wrong)
