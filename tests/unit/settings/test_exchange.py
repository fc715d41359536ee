"""Settings leave and come back whole; a file that can't be used says why."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.settings.exchange import MAX_BYTES, export_settings, import_settings
from sparc_desktop.settings.migrations import current_version
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore

OTHER = Settings().changed(
    language="zh_CN",
    voice={"rate": 300},
    captions={"prompts": {"菜": "这能做什么菜？"}},
    hotkeys={"letters": {"stop": "Z"}},
)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


def document(**settings: Any) -> str:
    return json.dumps({"version": current_version(), "settings": settings})


def refused(path: Path) -> Failure:
    with pytest.raises(ExpectedError) as error:
        import_settings(path)
    return error.value.failure


def test_what_was_exported_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "my settings.json"
    path.write_text("older")
    export_settings(OTHER, path)
    assert import_settings(path) == OTHER
    assert list(tmp_path.iterdir()) == [path]


def test_the_stores_own_file_can_be_imported_and_an_older_version_too(tmp_path: Path) -> None:
    SettingsStore(tmp_path / "settings.json").save(OTHER)
    assert import_settings(tmp_path / "settings.json") == OTHER
    old = tmp_path / "old.json"
    old.write_text(json.dumps({"version": 1, "settings": {"speak": False, "max_words": 9}}))
    assert import_settings(old) == Settings(output="none", max_words=9)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "damaged"),
        ('{"version": 2, "set', "damaged"),
        ("[" * 100_000, "damaged"),
        ("[]", "not a settings file"),
        ("7", "not a settings file"),
        ('{"version": 2}', "not a settings file"),
        ('{"settings": {}}', "not a settings file"),
        ('{"version": 2, "settings": []}', "not a settings file"),
        ('{"version": "2", "settings": {}}', "not a settings file"),
        ('{"version": 0, "settings": {}}', "not a settings file"),
        ('{"version": 99, "settings": {}}', "newer version"),
        (document(max_words=0), "“Longest description”"),
        (document(voice={"rate": "fast"}), "“Rate”"),
        (document(captions={"prompts": {"": "x"}}), "“Own prompts”"),
        (document(voice=7), "no setting named voice"),
        (document(model_folder="/x\ud800"), "“Model folder”"),
        (document(future=True), "no setting named future"),
    ],
)
def test_why_a_file_cannot_be_used(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    failure = refused(path)
    assert failure.code == Code.SETTINGS_REFUSED
    assert reason in failure.params["reason"]
    assert path.read_text() == text


def test_what_is_no_text_or_no_file(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "large").write_text(document() + " " * MAX_BYTES)
    os.mkfifo(tmp_path / "pipe")
    reasons = {"bytes": "not a settings file", "large": "larger", "pipe": "ordinary", ".": "folder"}
    for name, reason in reasons.items():
        assert reason in refused(tmp_path / name).params["reason"]
    assert refused(tmp_path / "none").code == Code.FILE_MISSING
    assert refused(tmp_path / "large" / "below").code == Code.FILE_MISSING
    assert refused(tmp_path / ("x" * 300)).code == Code.FILE_UNREADABLE


def test_a_file_that_may_not_be_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", refuse)  # root, who may run this test, reaches every file
    assert refused(tmp_path / "closed" / "mine.json").code == Code.FILE_UNREADABLE


def test_a_mark_before_the_text_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(document(max_words=9), "utf-8-sig")
    assert import_settings(path) == Settings(max_words=9)


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExpectedError) as error:
        export_settings(OTHER, tmp_path / "file" / "settings.json")
    assert error.value.failure.code == Code.SETTINGS_UNWRITABLE
    assert error.value.failure.params["reason"]
