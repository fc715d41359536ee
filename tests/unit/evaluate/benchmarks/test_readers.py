"""Small files in the forms in which the data sets are published, and what becomes of damaged ones."""

import importlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pyarrow import parquet, table

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.benchmarks import BENCHMARKS, Sample, files
from sparc_desktop.evaluate.benchmarks.coco import published_words

DETAILCAPS = importlib.import_module("sparc_desktop.evaluate.benchmarks.detailcaps")  # its reader has the same name


def jpeg(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (12, 9), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())


def write_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def make_coco(folder: Path) -> None:
    images = [{"id": number, "file_name": f"COCO_val2014_{number:012}.jpg", "width": 12} for number in (7, 42, 9)]
    write(
        folder / "annotations" / "instances_val2014.json",
        {
            "info": {"year": 2014},
            "images": images,
            "categories": [{"id": 1, "name": "person"}, {"id": 18, "name": "dog"}],
            "annotations": [
                {"image_id": 42, "category_id": 18, "segmentation": [[1.5, 2.5]], "iscrowd": 0},
                {"image_id": 42, "category_id": 1, "segmentation": {"counts": [1], "size": [9, 12]}, "iscrowd": 1},
                {"image_id": 42, "category_id": 18, "segmentation": [[1.5, 2.5]]},
            ],
        },
    )
    captions = [(42, "A dog runs. "), (7, "An empty street."), (42, "A man and his dog.")]
    told = [{"image_id": number, "id": place, "caption": text} for place, (number, text) in enumerate(captions)]
    write(folder / "annotations" / "captions_val2014.json", {"annotations": told})
    for image in images:
        write(folder / "val2014" / str(image["file_name"]), jpeg("red"))


def make_docci(folder: Path) -> None:
    rows = [("train_00000", "train"), ("test_00000", "test"), ("test_00001", "test")]
    write_lines(
        folder / "docci_descriptions.jsonlines",
        [
            {"type": "x", "split": split, "example_id": name, "image_file": f"{name}.jpg", "description": f"Of {name}."}
            for name, split in rows
        ],
    )
    for name, _ in rows:
        write(folder / "images" / f"{name}.jpg", jpeg("blue"))


def make_iiw(folder: Path) -> None:
    row = {"IIW": "A high wall.", "IIW-P5B": "A wall.", "image/key": "aar_test_04600", "objects": [{"label": "Wall"}]}
    write_lines(folder / "data.jsonl", [row])
    write(folder / "images_aar" / "aar_test_04600.jpg", jpeg("green"))


def make_detailcaps(folder: Path) -> None:
    columns = {
        "source": ["COCO", "SA1B"],
        "image": ["val2014/x.jpg", "sa_1.jpg"],
        "binary": [jpeg("red"), jpeg("green")],
        "GT_Caption_GPT4V": ["One.", "Four."],
        "GT_Caption_GPT4O": ["Two.", None],
        "GT_Caption_Gemini15Pro": ["Three.", "Six."],
        "LLaVA-1.5_Caption": ["x", "y"],
    }
    parquet.write_table(table(columns), folder / "DetailCaps-4870.parquet")


MAKERS: dict[str, Callable[[Path], None]] = {
    "coco": make_coco, "docci": make_docci, "iiw-400": make_iiw, "detailcaps": make_detailcaps
}  # fmt: skip


def read(name: str, folder: Path, split: str = "") -> list[Sample]:
    MAKERS[name](folder)
    return BENCHMARKS[name](folder, split)


def failure(action: Callable[[], object]) -> tuple[Code, str]:
    with pytest.raises(ExpectedError) as caught:
        action()
    return caught.value.failure.code, caught.value.failure.params.get("reason", "")


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_picture_is_there(name: str, tmp_path: Path) -> None:
    samples = read(name, tmp_path)
    assert samples
    for sample in samples:
        assert Image.open(io.BytesIO(sample.read())).size == (12, 9)
    assert len({sample.name for sample in samples}) == len(samples)


def test_coco_gives_captions_and_kinds_of_the_pictures_that_have_captions(tmp_path: Path) -> None:
    samples = {sample.name: sample for sample in read("coco", tmp_path)}
    assert samples.keys() == {"7", "42"}
    assert samples["42"].references == ("A dog runs.", "A man and his dog.")
    assert samples["42"].objects == {"dog", "person"}
    assert samples["7"].objects == frozenset()


def test_names_of_classes_as_published(tmp_path: Path) -> None:
    path = tmp_path / "synonyms.txt"
    path.write_text("person, man, woman\nhot dog\n\n", "utf-8")
    named = published_words(path).mentions("Two men with hot dogs.")
    assert [mention.name for mention in named] == ["person", "hot dog"]
    for content in (b"", b"\xff\xfe\x00"):
        path.write_bytes(content)
        assert failure(lambda: published_words(path))[0] == Code.DATA_BROKEN
    assert failure(lambda: published_words(tmp_path / "nowhere.txt"))[0] == Code.DATA_MISSING


def test_docci_gives_one_split(tmp_path: Path) -> None:
    assert [sample.name for sample in read("docci", tmp_path)] == ["test_00000", "test_00001"]
    (only,) = BENCHMARKS["docci"](tmp_path, "train")
    assert only.references == ("Of train_00000.",)


def test_iiw_gives_what_people_wrote(tmp_path: Path) -> None:
    (sample,) = read("iiw-400", tmp_path)
    assert (sample.name, sample.references) == ("aar_test_04600", ("A high wall.",))


def test_detailcaps_gives_three_references_and_each_its_own_picture(tmp_path: Path) -> None:
    first, second = read("detailcaps", tmp_path)
    assert first.references == ("One.", "Two.", "Three.")
    assert second.references == ("Four.", "", "Six.")
    assert (first.read(), second.read()) == (jpeg("red"), jpeg("green"))


@pytest.mark.parametrize("name", BENCHMARKS)
def test_what_is_missing_is_named(name: str, tmp_path: Path) -> None:
    assert failure(lambda: BENCHMARKS[name](tmp_path, ""))[0] == Code.DATA_MISSING


def test_a_missing_picture_is_named_when_it_is_needed(tmp_path: Path) -> None:
    (sample,) = read("iiw-400", tmp_path)
    (tmp_path / "images_aar" / "aar_test_04600.jpg").unlink()
    assert failure(sample.read)[0] == Code.DATA_MISSING


def test_damaged_lines_are_told_with_their_number_and_what_is_wrong(tmp_path: Path) -> None:
    make_docci(tmp_path)
    path = tmp_path / "docci_descriptions.jsonlines"
    whole = path.read_text()
    for damaged in ("{}", '{"split": "test"', '{"split": 5, "example_id": "a", "image_file": "a", "description": "b"}'):
        path.write_text(f"{whole}{damaged}\n")
        code, reason = failure(lambda: BENCHMARKS["docci"](tmp_path, ""))
        assert code == Code.DATA_BROKEN
        assert reason.startswith("line 4: ")


def test_a_damaged_document(tmp_path: Path) -> None:
    make_coco(tmp_path)
    (tmp_path / "annotations" / "captions_val2014.json").write_text('{"annotations": [{"image_id": 1}]}')
    code, reason = failure(lambda: BENCHMARKS["coco"](tmp_path, ""))
    assert (code, reason) == (Code.DATA_BROKEN, "annotations.0.caption: Field required")


@pytest.mark.parametrize("content", [b"PAR1 no parquet", b""])
def test_a_damaged_parquet_file(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "DetailCaps-4870.parquet").write_bytes(content)
    assert failure(lambda: BENCHMARKS["detailcaps"](tmp_path, ""))[0] == Code.DATA_BROKEN


def test_a_parquet_file_of_other_columns(tmp_path: Path) -> None:
    parquet.write_table(table({"GT_Caption_GPT4V": ["x"]}), tmp_path / "DetailCaps-4870.parquet")
    code, reason = failure(lambda: BENCHMARKS["detailcaps"](tmp_path, ""))
    assert (code, reason) == (Code.DATA_BROKEN, "it has no column GT_Caption_GPT4O")


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/secret.jpg", "a/secret.jpg", "a/../secret.jpg"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "images"):
        folder.mkdir(exist_ok=True)
        (folder / "secret.jpg").write_bytes(b"secret")
    assert failure(lambda: files.picture((tmp_path / "images",), name))[0] == Code.DATA_BROKEN


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_name_of_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    assert failure(lambda: files.picture((tmp_path / "images",), name))[0] in (Code.DATA_BROKEN, Code.DATA_MISSING)


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, maker in MAKERS.items():
        maker(tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr(files, "LARGEST", 10)
            patch.setattr(DETAILCAPS, "LARGEST", 10)
            assert failure(lambda name=name: BENCHMARKS[name](tmp_path, ""))[0] == Code.DATA_TOO_LARGE
    monkeypatch.setattr(files, "LONGEST", 20)
    assert failure(lambda: BENCHMARKS["docci"](tmp_path, "")) == (Code.DATA_BROKEN, "line 1 has no end")


def test_a_file_that_unpacks_to_too_much_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "DetailCaps-4870.parquet"
    names = ("GT_Caption_GPT4V", "GT_Caption_GPT4O", "GT_Caption_Gemini15Pro", "binary")
    repeated = table({name: [f"{number:09}" for number in range(20_000)] for name in names})
    parquet.write_table(repeated, path, compression="zstd")
    monkeypatch.setattr(DETAILCAPS, "LARGEST", path.stat().st_size + 1)
    assert failure(lambda: BENCHMARKS["detailcaps"](tmp_path, ""))[0] == Code.DATA_TOO_LARGE


def test_pyarrow_is_asked_for_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_detailcaps(tmp_path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert failure(lambda: BENCHMARKS["detailcaps"](tmp_path, ""))[0] == Code.PACKAGE_MISSING
