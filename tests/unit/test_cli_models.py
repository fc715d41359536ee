"""What `sparc-desktop models` says aloud, with a narration that remembers."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from sparc_desktop import cli, cli_models
from sparc_desktop.cli_terminal import Exit
from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.resources import starter_model
from sparc_desktop.services.models.telling import Fetched, Installed, Sized
from sparc_desktop.services.narration import Narration
from sparc_desktop.settings.model import ModelSettings, Settings
from sparc_desktop.settings.store import SettingsStore

GB = 10**9


class Listening:
    """A narration that is heard by nobody and remembered."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.failed: list[Code] = []
        self.closed = False

    def remark(self, text: str) -> bool:
        self.said.append(text)
        return True

    def receive(self, event: object) -> None:
        if isinstance(event, Failed):
            self.failed.append(event.failure.code)

    def wait(self, timeout: float | None = None) -> bool:
        return True

    def close(self) -> None:
        self.closed = True


def run(*arguments: str) -> tuple[int, Listening]:
    listening = Listening()
    options = cli.parser().parse_args(["models", *arguments])
    return cli_models.run(options, Settings(), listening), listening  # type: ignore[arg-type, return-value]


def fetching(work: Callable[[Callable[[Any], None], Event], Path | None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_models, "fetch", lambda settings, id, refusal, tell, stop: work(tell, stop))


def test_a_download_is_heard_from_its_size_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(tell: Callable[[Any], None], _stop: Event) -> Path:
        tell(Sized("org/tiny", 2 * GB, 2 * GB))
        tell(Fetched(GB, 2 * GB))
        tell(Installed("org/tiny", tmp_path))
        return tmp_path

    used: list[Path] = []
    fetching(work, monkeypatch)
    monkeypatch.setattr(cli_models, "_use_folder", lambda folder, *_, **__: (used.append(folder), Exit.OK)[1])
    code, listening = run("get", "org/tiny", "--speak")
    assert code == Exit.OK
    assert listening.said == ["The download has 2.0 GB.", "The model is installed."]
    assert listening.closed
    assert used == [tmp_path]


def test_a_failure_is_heard(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def work(_tell: Callable[[Any], None], _stop: Event) -> Path:
        raise ExpectedError(Code.MODEL_UNKNOWN, label="org/none", path="the hub")

    fetching(work, monkeypatch)
    code, listening = run("get", "org/none", "--speak")
    assert code == Exit.FAILED
    assert listening.failed == [Code.MODEL_UNKNOWN]
    assert "org/none" in capsys.readouterr().err


def test_what_was_cancelled_is_kept_and_not_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fetching(lambda _tell, _stop: None, monkeypatch)
    code, _ = run("get", "org/tiny")
    assert code == Exit.INTERRUPTED
    assert "goes on from there" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["get"], ["get", "a/b", "--no-try"], ["use", "a/b", "--json"], ["buy", "a/b"]])
def test_what_makes_no_sense_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.parser().parse_args(["models", *arguments])
    assert stopped.value.code == Exit.USAGE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings are, and nothing else."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return tmp_path


def saved() -> Settings:
    return SettingsStore().load().settings


def test_without_a_voice_it_is_done_and_told_all_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def mute(*_: object) -> Narration:
        raise ExpectedError(Code.NO_SOUND_DEVICE)

    arguments = ["models", "use", "built-in", "--no-try", "--speak"]
    assert cli.run(arguments, Settings, mute, lambda _hidden: 0, lambda: None) == Exit.SPEECH  # type: ignore[arg-type, return-value]
    told = capsys.readouterr()
    assert "no sound device" in told.err
    assert "from now on" in told.out


@pytest.mark.parametrize("code", [Exit.INTERRUPTED, Exit.MODEL])
def test_a_model_whose_trial_came_to_nothing_is_not_used(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: Exit
) -> None:
    monkeypatch.setattr(cli_models, "try_out", lambda *_: code)
    folder = home / "slow"
    folder.mkdir()
    assert run("use", str(folder))[0] == code
    assert saved() == Settings()
    assert capsys.readouterr().out == "The model is being loaded.\n"


@pytest.mark.parametrize("config", [None, '{"model_type": "abacus"}'])
def test_a_folder_without_a_usable_model_is_not_used_untried(home: Path, config: str | None) -> None:
    folder = home / "pictures"
    folder.mkdir()
    if config:
        (folder / "config.json").write_text(config)
    assert run("use", str(folder), "--no-try")[0] == Exit.MODEL
    assert saved() == Settings()


@pytest.mark.parametrize("name", ["built-in", "/tmp"])
def test_what_is_here_is_not_asked_of_the_hub(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Path] = []
    monkeypatch.setattr(cli_models, "_use_folder", lambda folder, *_, **__: (used.append(folder), Exit.OK)[1])
    assert run("get", name)[0] == Exit.OK
    assert used == [starter_model() if name == "built-in" else Path(name)]


def test_a_folder_is_taken_off_the_list_and_stays(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / "mine"
    folder.mkdir()
    settings = Settings(model_folder=folder, models=ModelSettings(folders=(folder,)))
    SettingsStore().save(settings)
    options = cli.parser().parse_args(["models", "remove", str(folder)])
    assert cli_models.run(options, settings, Listening()) == Exit.OK  # type: ignore[arg-type, return-value]
    assert (saved().models.folders, saved().model_folder) == ((), None)
    assert folder.is_dir()
    said = capsys.readouterr().out.splitlines()
    assert said == ["mine is off the list.", "Descriptions are written with the built-in model from now on."]
