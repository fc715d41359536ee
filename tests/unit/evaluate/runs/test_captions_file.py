"""The file of captions: what is written is read back, what was cut goes on, and nobody else's file is touched."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.runs.captions_file import CaptionsFile, read_captions
from sparc_desktop.evaluate.runs.row import Looks, Rated, References, Row, Stranger
from sparc_desktop.evaluate.runs.task import Task, digest_of
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Relation

TASK = Task("drawings", "test", 0, 10, "en", "detailed", "Describe this.", 512, 8, "Tiny", "abc", "full")
ITEMS = (Item("dog", size="small", place="top"), Item("button", label="保存", within=0, value=5, state="checked"))
FACTS = Facts("drawing", Ground("red", "plain"), ITEMS, (Relation(0, "on", 1),))
ROWS = (
    Row("test/1", "none", "A dog.", FACTS, 10, 0.5, {"tau": 5.5, "cap": "inf"}),
    Row(
        "test/1", "sparc", "一只狗。", FACTS, 9, looks=Looks((0.5, 0.25), (0.4, 0.25), (0.0, 0.1), ((1.5, 2), (0.0, 0)))
    ),
    Row("7", "none", "A man.", References(("A man and a dog.",), ("dog", "person")), 10),
    Row("test/2", "none", "Nothing.", Stranger("noise"), 2, 0.25, refused=True),
)
RATED = Rated("7", "none", "judge", 85.0, "So it is.")


def code(action: object) -> Code:
    with pytest.raises(ExpectedError) as caught:
        action()  # type: ignore[operator]
    return caught.value.failure.code


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "captions.jsonl"
    with CaptionsFile(path, TASK) as file:
        for line in (*ROWS, RATED):
            file.add(line)
    return path


def test_what_is_written_is_read(path: Path) -> None:
    captions = read_captions(path)
    assert captions.task == TASK
    assert captions.rows == ROWS
    assert captions.rated == (RATED,)


def test_every_line_is_plain_json_of_what_differs_from_the_usual(path: Path) -> None:
    head, first, second, *_ = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    assert head["task"]["pictures"] == "drawings"
    assert first["truth"]["items"][0] == {"kind": "dog", "size": "small", "place": "top"}
    assert "refused" not in first
    assert "一只狗。" in path.read_text("utf-8")
    assert second["looks"]["share"] == [0.5, 0.25]


def test_it_goes_on_where_it_was_cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 20])  # in the middle of the last line
    assert read_captions(path).rated == ()
    with CaptionsFile(path, TASK) as file:
        assert file.captions.rows == ROWS
        file.add(RATED)
    assert path.read_bytes() == whole


def test_a_line_written_twice_counts_once(path: Path) -> None:
    with CaptionsFile(path) as file:
        file.add(replace(ROWS[0], caption="A cat."))
    rows = read_captions(path).rows
    assert len(rows) == len(ROWS)
    assert rows[0].caption == "A cat."


def test_another_task_is_refused_and_the_file_left_as_it_is(path: Path) -> None:
    whole = path.read_bytes()
    with pytest.raises(ExpectedError) as caught:
        CaptionsFile(path, replace(TASK, end=20, digest="other"))
    assert caught.value.failure.code == Code.CAPTIONS_OTHER
    assert caught.value.failure.params["reason"] == "end (10, not 20)"
    assert path.read_bytes() == whole


@pytest.mark.parametrize("content", [b"my diary\n", b'{"a": 1}\n', b'{"task": {}, "format": "x"}\n', b"no end"])
def test_a_file_of_another_kind_is_left_as_it_is(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "diary"
    path.write_bytes(content)
    assert code(lambda: CaptionsFile(path, TASK)) == Code.CAPTIONS_BROKEN
    assert path.read_bytes() == content


@pytest.mark.parametrize("damage", [b"{}", b"x", b'{"picture": "1", "method": "none"}', b"[" * 100_000])
def test_a_damaged_line_is_told_by_its_number(path: Path, damage: bytes) -> None:
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([*lines[:2], damage, *lines[2:], b""]))
    with pytest.raises(ExpectedError) as caught:
        read_captions(path)
    assert (caught.value.failure.code, caught.value.failure.params["line"]) == (Code.CAPTIONS_BROKEN, "3")


def test_what_is_not_there_or_can_not_be_written(tmp_path: Path) -> None:
    assert code(lambda: read_captions(tmp_path / "none")) == Code.FILE_MISSING
    assert code(lambda: CaptionsFile(tmp_path / "none")) == Code.FILE_MISSING
    assert code(lambda: CaptionsFile(tmp_path / "no" / "folder", TASK)) == Code.FILE_UNWRITABLE
    assert code(lambda: CaptionsFile(tmp_path, TASK)) == Code.FILE_MISSING  # a folder is no file
    (tmp_path / "empty").touch()
    with CaptionsFile(tmp_path / "empty", TASK) as file:
        assert file.captions.rows == ()


def test_the_digest_is_of_what_decides_on_the_captions(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "config.json").write_text("{}")
    first = digest_of(tmp_path)
    (tmp_path / "README.md").write_text("a card")
    (tmp_path / "measured.json").write_text("{}")
    assert digest_of(tmp_path) == first
    for name in ("model.safetensors", "config.json", "profile.json", "tokenizer.json", "chat_template.jinja"):
        (tmp_path / name).write_text("other")
        assert digest_of(tmp_path) != first
        first = digest_of(tmp_path)


def test_of_a_large_file_both_ends_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sparc_desktop.evaluate.runs.task.CHUNK", 4)
    monkeypatch.setattr("sparc_desktop.evaluate.runs.task.WHOLE", 16)
    path = tmp_path / "model.safetensors"
    seen = set()
    for content in (b"abcd" + b"." * 20 + b"wxyz", b"abcx" + b"." * 20 + b"wxyz", b"abcd" + b"." * 20 + b"wxyy"):
        path.write_bytes(content)
        seen.add(digest_of(tmp_path))
    assert len(seen) == 3
