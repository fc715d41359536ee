"""The lines of JSON between a download's process and the window."""

from pathlib import Path

import pytest

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.models.telling import Fetched, Installed, Removed, Sized, Told, parse_told, told_json


@pytest.mark.parametrize(
    "told",
    [
        Sized("org/model", 10, 3),
        Fetched(5, 10),
        Installed("org/model", Path("/somewhere/模型")),
        Removed("org/model", 7),
        Failed(None, Failure(Code.MODEL_UNKNOWN, {"label": "org/model", "path": "hub"})),
    ],
)
def test_what_is_told_is_heard(told: Told) -> None:
    line = told_json(told)
    assert "\n" not in line
    assert parse_told(line.encode()) == told


@pytest.mark.parametrize("line", [b"", b"Loading weights", b"{}", b'{"type": "fetched"}', b"\xff", b'{"type": "else"}'])
def test_a_library_that_prints_is_not_listened_to(line: bytes) -> None:
    assert parse_told(line) is None
