"""The log is small, and the program works without it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.settings.logs import KEPT, MAX_BYTES, start_log


@pytest.fixture(autouse=True)
def _root_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    start_log(tmp_path)
    for _ in range(5):
        logging.getLogger("test").info("%s", "x" * (MAX_BYTES // 2))
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert len(sizes) <= 1 + KEPT
    assert max(sizes) <= MAX_BYTES


def test_without_a_place_for_the_log_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file")
    logging.getLogger("test").info("nobody reads this")
