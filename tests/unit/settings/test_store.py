"""Settings on disk: nothing the user wrote is ever lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from sparc_desktop.domain.failure import Code
from sparc_desktop.settings.migrations import MIGRATIONS, Step, current_version, migrate
from sparc_desktop.settings.model import Settings, VoiceSettings
from sparc_desktop.settings.store import SettingsStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def document(**settings: Any) -> str:
    return json.dumps({"version": current_version(), "settings": settings})


def test_without_a_file_there_are_defaults_and_nothing_is_told(path: Path) -> None:
    loaded = SettingsStore(path).load()
    assert (loaded.settings, loaded.failure) == (Settings(), None)


def test_what_was_saved_comes_back(path: Path) -> None:
    settings = Settings(language="zh_CN", voice=VoiceSettings(name="espeak", volume=50), model_folder=Path("/a b/模型"))
    SettingsStore(path).save(settings)
    assert SettingsStore(path).load().settings == settings


def test_saving_leaves_no_other_file_behind(path: Path) -> None:
    store = SettingsStore(path)
    store.save(Settings())
    store.save(Settings(output="none"))
    assert list(path.parent.iterdir()) == [path]


def test_a_link_to_where_the_user_keeps_the_file_stays(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "kept.json")
    SettingsStore(path).save(Settings(output="none"))
    assert path.is_symlink()
    assert SettingsStore(tmp_path / "kept.json").load().settings.output == "none"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 1}',
        '{"version": "1", "settings": {}}',
        '{"version": 99, "settings": {}}',
        '{"version": 1, "settings": []}',
        document(max_words=0),
        document(language="xx"),
        document(unknown=True),
        "[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_used_is_kept_aside_and_told_once(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    store = SettingsStore(path)
    loaded = store.load()
    assert loaded.settings == Settings()
    assert loaded.failure is not None
    assert loaded.failure.code == Code.SETTINGS_BROKEN
    kept = Path(loaded.failure.params["kept"])
    assert kept.name.startswith("settings.broken-")
    assert kept.read_text() == text
    assert store.load().failure is None


def test_bytes_that_are_no_text_are_kept_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    assert SettingsStore(path).load().failure is not None


def test_a_mark_before_the_text_is_no_damage(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(document(max_words=9), "utf-8-sig")
    loaded = SettingsStore(path).load()
    assert (loaded.settings, loaded.failure) == (Settings(max_words=9), None)


def test_two_broken_files_within_a_second_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    for text in ("first", "second"):
        path.write_text(text)
        SettingsStore(path).load()
    assert {kept.read_text() for kept in path.parent.iterdir()} == {"first", "second"}


def test_a_broken_file_that_cannot_be_renamed_is_not_overwritten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    path.write_text("mine")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)
    store = SettingsStore(path)
    assert store.load().failure is not None
    failure = store.save(Settings())
    assert failure is not None
    assert (failure.code, failure.params["path"]) == (Code.SETTINGS_UNSAVED, str(path))
    assert path.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_told_and_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    failure = SettingsStore(tmp_path / "file" / "settings.json").save(Settings())
    assert failure is not None
    assert failure.code == Code.SETTINGS_UNSAVED
    assert failure.params["reason"]
    assert SettingsStore(tmp_path / "other" / "settings.json").save(Settings()) is None


def test_whatever_goes_wrong_leaves_no_other_file_behind(path: Path) -> None:
    SettingsStore(path).save(Settings())
    before = path.read_text()
    unwritable = Settings.model_construct(language="\ud800")  # past all checks
    with pytest.raises(UnicodeEncodeError):
        SettingsStore(path).save(unwritable)
    assert list(path.parent.iterdir()) == [path]
    assert path.read_text() == before
    in_the_way = path.parent / "folder"
    in_the_way.mkdir()
    assert SettingsStore(in_the_way).save(Settings()) is not None
    assert set(path.parent.iterdir()) == {path, in_the_way}


def test_each_older_version_has_its_migration() -> None:
    assert sorted(MIGRATIONS) == list(range(1, current_version()))


@pytest.mark.parametrize(
    ("old", "output"), [({"speak": False, "max_words": 9}, "none"), ({"speak": True}, "auto"), ({}, "auto")]
)
def test_who_could_only_switch_the_voice_off_keeps_that(path: Path, old: dict[str, Any], output: str) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, "settings": old}))
    loaded = SettingsStore(path).load()
    assert loaded.failure is None
    assert loaded.settings.output == output
    assert loaded.settings.max_words == old.get("max_words", Settings().max_words)


def test_migrations_follow_one_another() -> None:
    def rename(tree: dict[str, Any]) -> dict[str, Any]:
        return {"aloud": tree["speak"]}

    def negate(tree: dict[str, Any]) -> dict[str, Any]:
        return {"silent": not tree["aloud"]}

    steps: dict[int, Step] = {1: rename, 2: negate}
    assert migrate({"speak": True}, 1, steps) == {"silent": False}
    assert migrate({"aloud": False}, 2, steps) == {"silent": True}
    assert migrate({"silent": True}, 3, steps) == {"silent": True}
    with pytest.raises(ValueError, match="unknown"):
        migrate({}, 4, steps)
