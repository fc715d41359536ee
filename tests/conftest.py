"""What tests of several rooms share: one Qt application for the whole run, without a screen."""

import os

import pytest
from PySide6.QtWidgets import QApplication

# Programs that tests start on a screen of their own set their own platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session")
def application() -> QApplication:
    """Qt allows one in a process; one for windows serves also where an event loop is all that is needed."""
    instance = QApplication.instance() or QApplication([])
    assert isinstance(instance, QApplication)
    return instance
