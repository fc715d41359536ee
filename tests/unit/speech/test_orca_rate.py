"""Orca's rate, from whatever is in its file. That it is really Orca's: `tests/ui/test_screen_readers.py`."""

import json
from pathlib import Path
from typing import Any

import pytest

from sparc_desktop.speech.readers.orca_rate import orca_rate


def settings(rate: object, profile: str = "default", **general: Any) -> str:
    return json.dumps({"general": general, "profiles": {profile: {"voices": {"default": {"rate": rate}}}}})


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        (settings(50), 2),
        (settings(80.0), 62),
        (settings(0), -98),
        (settings(1e9), 100),
        (settings(99, "work", startingProfile=["Work", "work"]), 100),
        (settings("fast"), None),
        (settings(None), None),
        (settings(50, startingProfile=["gone", "gone"]), None),
        (settings(50, startingProfile=7), None),
        (settings(float("inf")), None),
        ("", None),
        ("[]", None),
        ('{"general": null, "profiles": 1}', None),
        ("[" * 100_000, None),
        ('{"profiles": {"default": {"voices": {"default": {"rate": NaN}}}}}', None),
    ],
)
def test_the_rate_is_found_or_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, rate: int | None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert orca_rate() is None
    (tmp_path / "orca").mkdir()
    (tmp_path / "orca" / "user-settings.conf").write_text(text)
    assert orca_rate() == rate
