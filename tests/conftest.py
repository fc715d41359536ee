"""What tests of several rooms share: one Qt application without a screen, and one desktop with a virtual one."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.desktop import Desktop, missing

# Programs that tests start on a screen of their own set their own platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


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
