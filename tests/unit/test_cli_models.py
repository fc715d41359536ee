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
from sparc_desktop.services.models.telling import Fetched, Installed, Sized
from sparc_desktop.settings.model import Settings

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
    return cli_models.run(options, Settings(), lambda: listening), listening  # type: ignore[arg-type, return-value]


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


@pytest.mark.parametrize("arguments", [["get"], ["get", "a/b", "--no-try"], ["list", "--speak"], ["buy", "a/b"]])
def test_what_makes_no_sense_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.parser().parse_args(["models", *arguments])
    assert stopped.value.code == Exit.USAGE
