"""The command writes pictures, each with its truth."""

import json
import sys
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.evaluate.world.drawing.__main__ import COUNTS, main


def test_each_picture_lies_beside_its_truth(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["drawing", str(tmp_path / "new"), "--scenes", "1", "--long-side", "200"])
    main()
    for count in COUNTS:
        picture = tmp_path / "new" / f"{count:02}-things-0.png"
        with Image.open(picture) as image:
            assert max(image.size) == 200
        assert len(json.loads(picture.with_suffix(".json").read_text(encoding="utf-8"))["items"]) == count
    assert "ms a picture" in capsys.readouterr().out
