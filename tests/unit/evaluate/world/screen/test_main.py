"""The command that draws screens to look at."""

import sys
from pathlib import Path

import pytest

from sparc_desktop.evaluate.world.screen.__main__ import main


@pytest.mark.usefixtures("application")
def test_it_writes_pictures_and_prints_what_is_true_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["screen", str(tmp_path), "--seeds", "1", "2", "--split", "test"])
    main()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["test-1.png", "test-2.png"]
    assert "test-2.png" in capsys.readouterr().out
