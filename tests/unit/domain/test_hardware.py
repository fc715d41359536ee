"""The hardware as a line of JSON, from a process of its own."""

import json

import pytest

from sparc_desktop.domain.hardware import Hardware, hardware_json, parse_hardware

HARDWARE = Hardware("cuda", "卡", 10, 4, fast_nf4=True, half=False, bandwidth=1.5, multiplications=2.5)


def test_what_is_told_is_heard() -> None:
    assert parse_hardware(hardware_json(HARDWARE).encode()) == HARDWARE


@pytest.mark.parametrize(
    "change",
    [{"device": "abacus"}, {"memory": "much"}, {"memory": -1}, {"bandwidth": float("inf")}, {"name": 3}, {"more": 1}],
)
def test_what_can_be_no_hardware_is_none(change: dict[str, object]) -> None:
    line = json.dumps(json.loads(hardware_json(HARDWARE)) | change)
    assert parse_hardware(line.encode()) is None


@pytest.mark.parametrize("line", [b"", b"[]", b"null", b"{}", b"Warning: no card"])
def test_a_line_that_is_something_else_is_none(line: bytes) -> None:
    assert parse_hardware(line) is None
