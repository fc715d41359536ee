"""What tests of several rooms share: one Qt application without a screen, and one desktop with a virtual one."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sparc_desktop.ui.garbage import collect
from tests.support.desktop import Desktop, missing

# These need no screen, no sound and no haste: `make test` runs them before the others, which mostly wait: two files of
# those at a time, each with a desktop of its own.
UNHURRIED = {
    "test_alt_text.py",
    "test_command_line.py",
    "test_evaluate.py",
    "test_downloads.py",
    "test_explain.py",
    "test_models.py",
    "test_real_engine.py",
    "test_surroundings.py",
    "test_text_in_pictures.py",
    "test_text_readers.py",
    "test_worker.py",
}

# Programs that tests start on a screen of their own set their own platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# As the engine has it, also where a test imports torch first: threads that spin take a neighbour's processor.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


# As the window has it: a thread that tests are given out by would otherwise destroy what tests left of Qt.
gc.disable()


def pytest_runtest_logfinish() -> None:
    collect()


def pytest_itemcollected(item: pytest.Item) -> None:
    room = item.path.relative_to(Path(__file__).parent).parts[0]
    if room != "unit" and item.path.name not in UNHURRIED:
        item.add_marker("live")


@pytest.fixture(scope="session")
def application() -> QApplication:
    """Qt allows one in a process; one for windows serves also where an event loop is all that is needed."""
    instance = QApplication.instance() or QApplication([])
    assert isinstance(instance, QApplication)
    return instance


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    if absent := missing():
        pytest.skip(f"a desktop needs {', '.join(absent)}")
    with Desktop() as desktop:
        yield desktop
